import type { Call } from "../http/call.ts";
import type { Walk } from "../http/page.ts";

const held = new Map<string, readonly number[]>();
const holdUpTo = 8;

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined || value === null ? "" : JSON.stringify(value);
}

function compare(left: unknown, right: unknown): number {
  const one = textOf(left).toLowerCase();
  const other = textOf(right).toLowerCase();
  return one < other ? -1 : one > other ? 1 : 0;
}

/** By what two searches give the same order: who asks for what, and what the org and its search know. */
function keyOf(call: Call, walk: Walk): string {
  return JSON.stringify([
    call.org.origin,
    call.org.seed,
    call.org.now,
    call.org.version,
    call.principal?.kind,
    call.principal?.index,
    call.settings.searchLagMs > 0 ? call.settings.clock() : 0,
    call.path,
    walk.size,
    call.query.get("search"),
    call.query.get("sortBy"),
    call.query.get("sortOrder"),
  ]);
}

function sort(call: Call, walk: Walk, valueAt: (position: number) => unknown): readonly number[] {
  const descending = call.query.get("sortOrder")?.toLowerCase() === "desc" ? -1 : 1;
  return Array.from({ length: walk.size }, (_, position) => position)
    .filter((position) => walk.matches?.(position) ?? true)
    .map((position) => ({ position, value: valueAt(position) }))
    .toSorted((left, right) => compare(left.value, right.value) * descending || left.position - right.position)
    .map((one) => one.position);
}

/** The positions in their order, which is kept so that the next pages of a search need no new sort. */
function orderOf(call: Call, walk: Walk, valueAt: (position: number) => unknown): readonly number[] {
  const key = keyOf(call, walk);
  const known = held.get(key);
  if (known !== undefined) return known;
  if (held.size >= holdUpTo) held.clear();
  const order = sort(call, walk, valueAt);
  held.set(key, order);
  return order;
}

/** A walk in the order of `sortBy` and `sortOrder`. */
export function sortedWalk(call: Call, walk: Walk, valueAt: (position: number) => unknown): Walk {
  const order = orderOf(call, walk, valueAt);
  const place = (position: number): number => order[position] ?? -1;
  return {
    size: order.length,
    idAt: (position) => walk.idAt(place(position)),
    positionOf: (id) => order.indexOf(walk.positionOf(id)),
    textAt: (position) => walk.textAt(place(position)),
  };
}
