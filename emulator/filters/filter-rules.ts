import type { Filter } from "./parse-filter.ts";

/** A comparison that Okta knows. */
export type Operator = "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "lt" | "ge" | "le" | "pr";

/** What Okta lets one parameter of one operation filter by. */
export interface FilterRules {
  /** The operators of an attribute, or undefined where it cannot be filtered by. Names are case-sensitive. */
  readonly operatorsOf: (attribute: string) => readonly Operator[] | undefined;
  /** Least length of a `co` value. */
  readonly leastContains?: number;
  readonly or: boolean;
  readonly and: boolean;
  readonly not: boolean;
  /** Whether text is compared with its case. */
  readonly caseSensitive: boolean;
}

type Compared = boolean | null | number | string | undefined;

function checkAttribute(
  rules: FilterRules,
  attribute: string,
  operator: Operator,
  value: Compared,
): string | undefined {
  const operators = rules.operatorsOf(attribute);
  if (operators === undefined) return `field is not valid: ${attribute}`;
  if (!operators.includes(operator)) return `operator ${operator} is not supported for ${attribute}`;
  if (operator === "pr") return undefined;
  if (value === null || value === "") return `${attribute} cannot be searched for an empty value`;
  if (operator === "co" && String(value).length < (rules.leastContains ?? 0)) {
    return `operator co needs at least ${rules.leastContains} characters`;
  }
  return undefined;
}

/** What Okta refuses in a filter, or undefined where it is fine. */
export function refusalOf(rules: FilterRules, filter: Filter): string | undefined {
  if ("compValue" in filter) return checkAttribute(rules, filter.attrPath, filter.op, filter.compValue);
  switch (filter.op) {
    case "and":
    case "or":
      if (!rules[filter.op]) return `operator ${filter.op} is not supported`;
      return filter.filters.map((one) => refusalOf(rules, one)).find((reason) => reason !== undefined);
    case "not":
      return rules.not ? refusalOf(rules, filter.filter) : "operator not is not supported";
    case "[]":
      return "value paths are not supported";
    case "pr":
      return checkAttribute(rules, filter.attrPath, "pr", undefined);
  }
}
