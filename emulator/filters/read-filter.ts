import type { Answer } from "../http/answer.ts";
import { oktaError, refusedSearch } from "../http/okta-error.ts";
import { evaluateFilter, type Values } from "./evaluate-filter.ts";
import { refusalOf, type FilterRules } from "./filter-rules.ts";
import { parseFilter } from "./parse-filter.ts";

/** Whether an item, by its values, is asked for. */
export type Test = (values: Values) => boolean;

/** A filter or search parameter as a test, or Okta's error; undefined where the parameter was not given. */
export function readFilter(
  parameter: "filter" | "search",
  text: string | null,
  rules: FilterRules,
): Test | Answer | undefined {
  if (text === null || text === "") return undefined;
  const filter = parseFilter(text);
  if (filter === undefined) {
    return parameter === "search"
      ? refusedSearch("The search expression could not be parsed.")
      : oktaError(400, "E0000053", "Invalid SCIM filter.", `Invalid filter '${text}'`);
  }
  const refusal = refusalOf(rules, filter);
  if (refusal !== undefined) return refusedSearch(refusal);
  return (values) => evaluateFilter(filter, values, rules.caseSensitive);
}
