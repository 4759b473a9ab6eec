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

function compare(filter: Compare, values: Values, caseSensitive: boolean): boolean {
  const right = comparable(filter.compValue, caseSensitive);
  const found = values(filter.attrPath);
  if (filter.op === "ne") return !found.some((left) => comparable(left, caseSensitive) === right);
  return found.some((left) => holds[filter.op](comparable(left, caseSensitive), right));
}

/**
 * Whether an item may fulfil a filter, of which only these attributes are known: false where it cannot, whatever the others are.
 */
export function mayFulfil(filter: Filter, known: ReadonlySet<string>, values: Values): boolean {
  if ("compValue" in filter) return !known.has(filter.attrPath) || compare(filter, values, false);
  switch (filter.op) {
    case "and":
      return filter.filters.every((one) => mayFulfil(one, known, values));
    case "or":
      return filter.filters.some((one) => mayFulfil(one, known, values));
    case "pr":
      return !known.has(filter.attrPath) || values(filter.attrPath).length > 0;
    case "not":
    case "[]":
      return true;
  }
}

/** Whether an item fulfils a filter. */
export function evaluateFilter(filter: Filter, values: Values, caseSensitive: boolean): boolean {
  if ("compValue" in filter) return compare(filter, values, caseSensitive);
  switch (filter.op) {
    case "and":
      return filter.filters.every((one) => evaluateFilter(one, values, caseSensitive));
    case "or":
      return filter.filters.some((one) => evaluateFilter(one, values, caseSensitive));
    case "not":
      return !evaluateFilter(filter.filter, values, caseSensitive);
    case "pr":
      return values(filter.attrPath).length > 0;
    case "[]":
      return false;
  }
}
