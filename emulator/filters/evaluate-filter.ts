import type { Compare, Filter } from "./parse-filter.ts";

type Comparable = string | number | boolean;

const dateForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Gives every value that an attribute path leads to; through an array to the value in each of its items. */
export type Values = (attribute: string) => readonly unknown[];

/** Reads paths like `profile.login` and `target.id` from an object. */
export function valuesIn(item: unknown): Values {
  return (attribute) => {
    let found: readonly unknown[] = [item];
    for (const key of attribute.split(".")) {
      found = found.flatMap((one): readonly unknown[] => {
        if (typeof one !== "object" || one === null) return [];
        const inner: unknown = Object.hasOwn(one, key) ? Reflect.get(one, key) : undefined;
        return Array.isArray(inner) ? inner : [inner];
      });
    }
    return found.filter((one) => one !== undefined && one !== null);
  };
}

function comparable(value: unknown, caseSensitive: boolean): Comparable {
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (dateForm.test(text)) {
    const at = Date.parse(text);
    if (!Number.isNaN(at)) return at;
  }
  return caseSensitive ? text : text.trim().toLowerCase();
}

const holds: Readonly<Record<Compare["op"], (left: Comparable, right: Comparable) => boolean>> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  co: (left, right) => String(left).includes(String(right)),
  sw: (left, right) => String(left).startsWith(String(right)),
  ew: (left, right) => String(left).endsWith(String(right)),
  gt: (left, right) => typeof left === typeof right && left > right,
  ge: (left, right) => typeof left === typeof right && left >= right,
  lt: (left, right) => typeof left === typeof right && left < right,
  le: (left, right) => typeof left === typeof right && left <= right,
};

/** What one comparison asks of an attribute: that one of its values passes, or that none does. */
export interface Comparison {
  readonly attribute: string;
  readonly passes: (value: unknown) => boolean;
  readonly isNegated: boolean;
}

/** A comparison, or the question whether an attribute is present, as a test of single values. */
export function comparisonOf(
  filter: Compare | Extract<Filter, { readonly op: "pr" }>,
  caseSensitive: boolean,
): Comparison {
  const attribute = filter.attrPath;
  if (!("compValue" in filter)) return { attribute, passes: () => true, isNegated: false };
  const isNegated = filter.op === "ne";
  const holdsFor = holds[isNegated ? "eq" : filter.op];
  const right = comparable(filter.compValue, caseSensitive);
  return { attribute, passes: (value) => holdsFor(comparable(value, caseSensitive), right), isNegated };
}

/** Whether an item fulfils a filter. */
export function evaluateFilter(filter: Filter, values: Values, caseSensitive: boolean): boolean {
  if ("compValue" in filter || filter.op === "pr") {
    const { attribute, passes, isNegated } = comparisonOf(filter, caseSensitive);
    return values(attribute).some(passes) !== isNegated;
  }
  switch (filter.op) {
    case "and":
      return filter.filters.every((one) => evaluateFilter(one, values, caseSensitive));
    case "or":
      return filter.filters.some((one) => evaluateFilter(one, values, caseSensitive));
    case "not":
      return !evaluateFilter(filter.filter, values, caseSensitive);
    case "[]":
      return false;
  }
}
