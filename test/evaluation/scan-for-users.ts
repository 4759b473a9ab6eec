import type { Item } from "./world.ts";

/** What was searched for in requests to a model, and what was found that has no business there. */
export interface Scan {
  readonly requests: number;
  readonly values: number;
  /** `request 2 holds jane.doe@acme.example (login of 00u…)`. */
  readonly leaks: readonly string[];
}

interface PersonalValue {
  readonly value: string;
  readonly said: string;
}

function personalValues(users: readonly Item[]): readonly PersonalValue[] {
  return users.flatMap(({ id, profile }) => {
    const { login, email, secondEmail, firstName, lastName, displayName } = profile;
    const fullName = `${firstName ?? ""} ${lastName ?? ""}`.trim();
    // An attribute without a value may be null.
    const values: readonly (readonly [string, unknown])[] = [
      ["id", id],
      ["login", login],
      ["email", email],
      ["second email", secondEmail],
      ["full name", fullName.includes(" ") ? fullName : undefined],
      ["display name", displayName?.includes(" ") === true ? displayName : undefined],
    ];
    return values.flatMap(([kind, value]) =>
      typeof value !== "string" || value === "" ? [] : [{ value, said: `${value} (${kind} of ${id})` }],
    );
  });
}

/** Every text in a JSON value, however deep. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Names in the results of look-ups: lines that are one quoted object with a name. */
function lookedUpNames(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => text.split("\n"))
    .filter((line) => line.startsWith('{"name":'))
    .flatMap((line) => {
      try {
        return textsIn(JSON.parse(line));
      } catch {
        return [];
      }
    });
}

/** True where the text has the value as words of its own, case aside: "Al Li" is not in "royal lines". */
function holds(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const [before, after] = [text.slice(0, at).at(-1) ?? " ", text.slice(at + value.length).at(0) ?? " "];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

/**
 * Searches requests to a model, as they were sent, for the login, addresses, id and name of every user. What the question
 * itself or a name that a look-up found contains is no leak.
 */
export function scanForUsers(requests: readonly string[], question: string, users: readonly Item[]): Scan {
  const values = personalValues(users);
  const sent = requests.map((request) => textsIn(JSON.parse(request)));
  const known = [question, ...lookedUpNames(sent.flat())].join("\n").toLowerCase();
  const leaks = sent.flatMap((texts, at) => {
    const text = texts.join("\n").toLowerCase();
    return values
      .filter(({ value }) => holds(text, value.toLowerCase()) && !holds(known, value.toLowerCase()))
      .map(({ said }) => `request ${at + 1} holds ${said}`);
  });
  return { requests: requests.length, values: values.length, leaks };
}
