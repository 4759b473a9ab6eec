import { itemsOf } from "../../okta/answers/check-body.ts";
import type { Operation } from "../../registry/operation.ts";
import { pointerStep } from "../../terms/json-pointer.ts";
import { idOfItem } from "../run/id-of-item.ts";

/** A value that holds no other values, at its place: a JSON pointer (RFC 6901). */
export type LeafDifference =
  /** `pointer`: its place in the recorded response. */
  | { readonly kind: "changed"; readonly pointer: string; readonly was: unknown; readonly is: unknown }
  /** `pointer`: its place in the new response. */
  | { readonly kind: "added"; readonly pointer: string; readonly is: unknown }
  /** `pointer`: its place in the recorded response. */
  | { readonly kind: "removed"; readonly pointer: string; readonly was: unknown };

/** How two responses to one request differ. */
export interface BodyDifferences {
  readonly leaves: readonly LeafDifference[];
  /** Items of the list that are in both, and stand in another place among those. */
  readonly moved: number;
}

type Parts = ReadonlyMap<string, unknown>;

/** What a value holds, by name or place; undefined for a leaf, which an empty object or array is too. */
function partsOf(value: unknown): Parts | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const parts = Object.entries(value);
  return parts.length === 0 ? undefined : new Map(parts);
}

/** Every leaf of a value, with its pointer. */
function* leavesOf(value: unknown, pointer: string): IterableIterator<{ pointer: string; value: unknown }> {
  const parts = partsOf(value);
  if (parts === undefined) yield { pointer, value };
  else for (const [part, inner] of parts) yield* leavesOf(inner, `${pointer}${pointerStep(part)}`);
}

function* removed(value: unknown, pointer: string): IterableIterator<LeafDifference> {
  for (const leaf of leavesOf(value, pointer)) yield { kind: "removed", pointer: leaf.pointer, was: leaf.value };
}

function* added(value: unknown, pointer: string): IterableIterator<LeafDifference> {
  for (const leaf of leavesOf(value, pointer)) yield { kind: "added", pointer: leaf.pointer, is: leaf.value };
}

/** Two values and where they stand: the pointers differ where an item of a list has another place now. */
interface Pair {
  readonly was: unknown;
  readonly is: unknown;
  readonly from: string;
  readonly to: string;
}

function* compareParts(before: Parts, after: Parts, { from, to }: Pair): IterableIterator<LeafDifference> {
  for (const part of new Set([...before.keys(), ...after.keys()])) {
    const [here, there] = [`${from}${pointerStep(part)}`, `${to}${pointerStep(part)}`];
    if (!after.has(part)) yield* removed(before.get(part), here);
    else if (!before.has(part)) yield* added(after.get(part), there);
    else yield* compare({ was: before.get(part), is: after.get(part), from: here, to: there });
  }
}

function* compare(pair: Pair): IterableIterator<LeafDifference> {
  const { was, is, from, to } = pair;
  const [before, after] = [partsOf(was), partsOf(is)];
  if (before !== undefined && after !== undefined && Array.isArray(was) === Array.isArray(is)) {
    yield* compareParts(before, after, pair);
  } else if (before === undefined && after === undefined) {
    if (JSON.stringify(was) !== JSON.stringify(is)) yield { kind: "changed", pointer: from, was, is };
  } else {
    yield* removed(was, from);
    yield* added(is, to);
  }
}

/** Items by what tells them apart; undefined where one has nothing of the kind, or two have the same. */
function byId(items: readonly unknown[]): ReadonlyMap<unknown, number> | undefined {
  const places = new Map(items.map((item, place) => [idOfItem(item), place]));
  return places.size === items.length && !places.has(undefined) ? places : undefined;
}

/** How many of the items that are in both lists have to be put elsewhere for the order that they have now: those outside the longest run that kept its order. */
function countMoved(places: readonly number[]): number {
  // The least last place of a kept order, by its length.
  const ends: number[] = [];
  for (const place of places) {
    const at = ends.findIndex((end) => end > place);
    ends[at === -1 ? ends.length : at] = place;
  }
  return places.length - ends.length;
}

interface Lists {
  readonly before: readonly unknown[];
  readonly after: readonly unknown[];
  readonly root: string;
}

function compareItems(
  { before, after, root }: Lists,
  was: ReadonlyMap<unknown, number>,
  is: ReadonlyMap<unknown, number>,
): BodyDifferences {
  const leaves: LeafDifference[] = [];
  const kept: number[] = [];
  for (const [id, place] of was) {
    const now = is.get(id);
    const from = `${root}/${place}`;
    if (now === undefined) {
      leaves.push(...removed(before[place], from));
      continue;
    }
    kept.push(now);
    leaves.push(...compare({ was: before[place], is: after[now], from, to: `${root}/${now}` }));
  }
  for (const [id, place] of is) if (!was.has(id)) leaves.push(...added(after[place], `${root}/${place}`));
  return { leaves, moved: countMoved(kept) };
}

function wrapperOf(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null && name !== "" ? { ...body, [name]: [] } : [];
}

/**
 * How two responses of an operation differ, leaf by leaf. Items of a list are paired by their id, wherever they stand; where
 * they have none, and in all other arrays, by their place.
 */
export function compareBodies(operation: Operation, before: unknown, after: unknown): BodyDifferences {
  const [was, is] = [itemsOf(operation, before), itemsOf(operation, after)];
  const [wasById, isById] = [byId(was ?? []), byId(is ?? [])];
  if (was === undefined || is === undefined || wasById === undefined || isById === undefined) {
    return { leaves: [...compare({ was: before, is: after, from: "", to: "" })], moved: 0 };
  }
  const name = operation.items ?? "";
  const around = compare({ was: wrapperOf(before, name), is: wrapperOf(after, name), from: "", to: "" });
  const root = name === "" ? "" : pointerStep(name);
  const items = compareItems({ before: was, after: is, root }, wasById, isById);
  return { leaves: [...around, ...items.leaves], moved: items.moved };
}
