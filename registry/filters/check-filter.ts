import type { OrgSchema } from "../org-schema.ts";
import { checkComparison } from "./check-comparison.ts";
import type { FilterExpression, FilterProblem } from "./filter-expression.ts";
import type { ExpressionLanguage, WordsLanguage } from "./filter-language.ts";
import { languageOf } from "./filter-languages.ts";
import { parseFilter } from "./parse-filter.ts";

/** One filter text of a call. */
export interface FilterRequest {
  readonly operationId: string;
  /** `search`, `filter` or `q`. */
  readonly parameter: string;
  /** The literal pieces of the text, with a hole (a value known only at run time) between each two. */
  readonly text: readonly string[];
  readonly orgSchema: OrgSchema;
}

/** The parameters of any operation that hold filter texts. */
export const filterParameters: readonly string[] = ["search", "filter", "q"];

const longest = 6000;

/**
 * Everything that Okta would refuse, or quietly answer wrongly, in one filter text. Empty: it may be sent, or the language of
 * that parameter is not known to us. Never throws.
 */
export function checkFilter({ operationId, parameter, text, orgSchema }: FilterRequest): readonly FilterProblem[] {
  const language = languageOf(operationId, parameter);
  if (language === undefined) return [];
  const length = text.join("").length;
  if (length > longest) return [tooLong(length, operationId)];
  if (language.kind === "words") return checkWords(language, text);
  const parsed = parseFilter(text);
  if (parsed.kind === "problem") return [{ ...parsed.problem, code: language.code }];
  return [
    ...checkJoins(language, parsed.expression, operationId),
    ...comparisonsOf(parsed.expression).flatMap((one) =>
      checkComparison(one, { language, operationId, parameter, orgSchema }),
    ),
  ];
}

type Comparison = FilterExpression & { readonly kind: "comparison" };

function comparisonsOf(expression: FilterExpression): readonly Comparison[] {
  switch (expression.kind) {
    case "comparison":
      return [expression];
    case "not":
      return comparisonsOf(expression.of);
    case "and":
    case "or":
      return expression.of.flatMap(comparisonsOf);
  }
}

function checkJoins(
  language: ExpressionLanguage,
  expression: FilterExpression,
  operationId: string,
): readonly FilterProblem[] {
  if (language.joins === "one" && expression.kind !== "comparison") {
    return [
      {
        offset: expression.offset,
        found: `The filter of ${operationId} joins conditions.`,
        why: "Okta takes a single condition here.",
        help: "Send the condition that leaves the fewest items, and compare the rest in the snippet.",
        code: language.code,
      },
    ];
  }
  return language.joins === "and-or-not" ? [] : findNots(expression).map((one) => noNot(one, language));
}

function findNots(expression: FilterExpression): readonly FilterExpression[] {
  switch (expression.kind) {
    case "comparison":
      return [];
    case "not":
      return [expression];
    case "and":
    case "or":
      return expression.of.flatMap(findNots);
  }
}

function noNot(expression: FilterExpression, language: ExpressionLanguage): FilterProblem {
  return {
    offset: expression.offset,
    found: "The filter uses not.",
    why: "Okta refuses not in this filter.",
    help: 'Turn the comparison round (`lt "v" or gt "v"`), or read more and compare in the snippet.',
    code: language.code,
  };
}

function checkWords(language: WordsLanguage, text: readonly string[]): readonly FilterProblem[] {
  const words = text
    .join("x")
    .split(/\s+/)
    .filter((word) => word !== "");
  const long = words.find((word) => word.length > (language.longestWord ?? Infinity));
  if (words.length <= (language.mostWords ?? Infinity) && long === undefined) return [];
  return [
    {
      offset: 0,
      found: long === undefined ? `The text has ${words.length} words.` : `A word has ${long.length} characters.`,
      why: `Okta takes at most ${language.mostWords ?? "any"} words of at most ${language.longestWord ?? "any"} characters.`,
      help: "Use filter with the field that is meant.",
      code: "E0000001",
    },
  ];
}

function tooLong(length: number, operationId: string): FilterProblem {
  return {
    offset: longest,
    found: `The filter of ${operationId} has ${length} characters.`,
    why: `It travels in a URL; more than ${longest} characters are refused on the way.`,
    help: "Ask in several requests, each with a part of the values.",
    code: "E0000031",
  };
}
