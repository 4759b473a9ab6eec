import type { FilterExpression } from "./filter-expression.ts";
import { languageOf } from "./filter-languages.ts";
import { parseFilter } from "./parse-filter.ts";

const plainWords: Readonly<Record<string, string>> = {
  eq: "is",
  ne: "is not",
  co: "contains",
  sw: "starts with",
  ew: "ends with",
  gt: "is above",
  ge: "is at least",
  lt: "is below",
  le: "is at most",
};

const dateWords: Readonly<Record<string, string>> = {
  ...plainWords,
  gt: "is after",
  ge: "is at or after",
  lt: "is before",
  le: "is at or before",
};

/**
 * A filter text in words, for the review: `status is ACTIVE and profile.department is ‹value›`. Undefined where it cannot be
 * parsed or the parameter's language is not known.
 */
export function filterInWords(operationId: string, parameter: string, pieces: readonly string[]): string | undefined {
  const language = languageOf(operationId, parameter);
  if (language === undefined) return undefined;
  if (language.kind === "words") return `${language.meaning} ${pieces.join("‹value›")}`;
  const parsed = parseFilter(pieces);
  if (parsed.kind === "problem") return undefined;
  return say(parsed.expression, (name) => language.attributes[name]?.type === "date" || isDateName(name));
}

function say(expression: FilterExpression, isDate: (attribute: string) => boolean): string {
  switch (expression.kind) {
    case "comparison": {
      const { attribute, operator, value } = expression;
      if (value === undefined) return `${attribute} is set`;
      const words = isDate(attribute) ? dateWords : plainWords;
      const text = quoted(value.text);
      return `${attribute} ${words[operator] ?? operator} ${text}`;
    }
    case "not":
      return `not (${say(expression.of, isDate)})`;
    case "and":
    case "or":
      return expression.of
        .map((one) => (one.kind === "and" || one.kind === "or" ? `(${say(one, isDate)})` : say(one, isDate)))
        .join(` ${expression.kind} `);
  }
}

/** A value that could be taken for words of the sentence stands in quotes. */
function quoted(text: string): string {
  const isPlain = /^[\p{L}\p{N}_@.:+‹›-]+$/u.test(text) && !/^(set|not|and|or)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

function isDateName(name: string): boolean {
  return /(created|lastUpdated|activated|statusChanged|lastMembershipUpdated|Date)$/.test(name);
}
