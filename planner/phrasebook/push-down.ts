import { profileText } from "./column-text.ts";
import { momentText } from "./moment-text.ts";
import type { Condition } from "./reading.ts";
import type { SnippetText } from "./snippet-text.ts";

/** The part of a question that Okta itself can search, and the columns that show it. */
export interface PushedDown {
  /** Inside of a filter template; undefined where nothing can be searched. */
  readonly search: string | undefined;
  readonly covers: readonly Condition[];
  readonly columns: readonly (readonly [string, string])[];
}

const searchableDates: readonly string[] = ["created", "activated", "statusChanged", "lastUpdated"];
// A search is one line of a snippet, and a line fits a screen: what would make it longer is compared here.
const widest = 85;
const containable: readonly string[] = ["firstName", "lastName", "email", "login"];

/** Turns what Okta's search of users can compare into one search text. */
export function pushDown(conditions: readonly Condition[], snippet: SnippetText): PushedDown {
  let length = 0;
  const pushed = conditions.flatMap((condition) => {
    const one = searchOf(condition, snippet);
    if (one === undefined || length + one.text.length > widest) return [];
    length += one.text.length;
    return [{ condition, ...one }];
  });
  return {
    search: pushed.length === 0 ? undefined : pushed.map((one) => one.text).join(" and "),
    covers: pushed.map((one) => one.condition),
    columns: pushed.flatMap((one) => one.columns),
  };
}

interface SearchPart {
  readonly text: string;
  readonly columns: readonly (readonly [string, string])[];
}

function searchOf(condition: Condition, snippet: SnippetText): SearchPart | undefined {
  if (condition.kind === "status") {
    // Okta's search has neither ne nor not: what differs lies below or above.
    if (condition.not) {
      const others = condition.values.map((one) => `(status lt "${one}" or status gt "${one}")`);
      return { text: others.join(" and "), columns: [] };
    }
    const parts = condition.values.map((one) => `status eq "${one}"`);
    return { text: parts.length === 1 ? parts.join("") : `(${parts.join(" or ")})`, columns: [] };
  }
  if (condition.kind === "date") return dateSearch(condition, snippet);
  if (condition.kind === "attribute") return attributeSearch(condition, snippet);
  return undefined;
}

function dateSearch(condition: Condition & { readonly kind: "date" }, snippet: SnippetText): SearchPart | undefined {
  if (!searchableDates.includes(condition.date)) return undefined;
  // Okta's search does not find what has no such date.
  if (condition.side === "before" && condition.orNever && condition.date !== "lastUpdated") return undefined;
  const operator = condition.side === "before" ? "lt" : "ge";
  const cell = condition.date === "created" || condition.date === "lastUpdated" ? "" : " ?? null";
  return {
    text: `${condition.date} ${operator} \${${momentText(condition.moment, snippet)}}`,
    columns: [[condition.date, `user.${condition.date}${cell}`]],
  };
}

function attributeSearch(
  condition: Condition & { readonly kind: "attribute" },
  snippet: SnippetText,
): SearchPart | undefined {
  const { attribute, test, values, not } = condition;
  const canContain = containable.includes(attribute) && values.every((one) => one.length >= 3);
  if (not || test === "ends" || (test === "contains" && !canContain)) return undefined;
  const operator = { is: "eq", starts: "sw", contains: "co" }[test];
  const parts = values.map((value) => `profile.${attribute} ${operator} \${${snippet.parameter(attribute, value)}}`);
  return {
    text: parts.length === 1 ? parts.join("") : `(${parts.join(" or ")})`,
    columns: [[attribute, profileText("user", attribute)]],
  };
}
