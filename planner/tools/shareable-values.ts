import type { LookUpItem } from "../context.ts";

/** A value that fewer users than this have could point to one of them: it is counted and not named. */
const fewestUsers = 5;

/** Attributes of Okta's base profile whose values name a person, or reach one. */
const personal: ReadonlySet<string> = new Set([
  "login",
  "email",
  "secondEmail",
  "firstName",
  "middleName",
  "lastName",
  "displayName",
  "nickName",
  "mobilePhone",
  "primaryPhone",
  "streetAddress",
  "postalAddress",
  "employeeNumber",
  "manager",
  "managerId",
  "profileUrl",
]);

/** The values of an attribute that a model may be told of, and how many are kept from it. */
export interface ShareableValues {
  readonly items: readonly LookUpItem[];
  readonly withheld: number;
}

function isAsked(word: string, questionWords: readonly string[]): boolean {
  const parts = word.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const asked = questionWords.map((one) => one.toLowerCase());
  // "contractor" is asked for by "contractors"; a letter or two is asked for by its own word alone.
  return (
    parts.length > 0 &&
    parts.every((part) => asked.some((one) => one === part || (part.length > 2 && one.includes(part))))
  );
}

/** Why the values of an attribute are not looked up for these words; undefined where they are. */
export function whyNotShareable(
  attribute: string,
  words: readonly string[],
  questionWords: readonly string[],
): string | undefined {
  if (personal.has(attribute))
    return `${attribute} names persons: its values are never shown. Make the value of the question a param.`;
  const strange = words.filter((word) => !isAsked(word, questionWords));
  if (words.length === 0 || strange.length > 0)
    return `Values are looked up for words of the question alone${strange.length === 0 ? "" : `, and it does not have: ${strange.join(", ")}`}.`;
  return undefined;
}

/** Of the values that were found, those that enough users share to tell nothing of one of them. */
export function shareableValues(found: readonly LookUpItem[]): ShareableValues {
  const items = found.filter((one) => (one.count ?? 0) >= fewestUsers);
  return { items, withheld: found.length - items.length };
}
