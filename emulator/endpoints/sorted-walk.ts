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

/** A walk in the order of `sortBy` and `sortOrder`. The order of a search is kept, so that its next pages need no new sort. */
export function sortedWalk(call: Call, walk: Walk, valueAt: (position: number) => unknown): Walk {
  const key = JSON.stringify([
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
  let order = held.get(key);
  if (order === undefined) {
    const descending = call.query.get("sortOrder")?.toLowerCase() === "desc" ? -1 : 1;
    order = Array.from({ length: walk.size }, (_, position) => position)
      .filter((position) => walk.matches?.(position) ?? true)
      .map((position) => ({ position, value: valueAt(position) }))
      .toSorted((left, right) => compare(left.value, right.value) * descending || left.position - right.position)
      .map((one) => one.position);
    if (held.size >= holdUpTo) held.clear();
    held.set(key, order);
  }
  const sorted = order;
  const place = (position: number): number => sorted[position] ?? -1;
  return {
    size: sorted.length,
    idAt: (position) => walk.idAt(place(position)),
    positionOf: (id) => sorted.indexOf(walk.positionOf(id)),
    textAt: (position) => walk.textAt(place(position)),
  };
}
