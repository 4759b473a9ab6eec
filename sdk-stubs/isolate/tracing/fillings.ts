import { isMarked, sourcesOf, tagOf } from "./marks.ts";
import { because, read, unread } from "./lookups.ts";
import type { Mark } from "./origin.ts";
import { listAround, MAX_COUNTED } from "./places.ts";
import { items } from "./read.ts";

const walked: unique symbol = Symbol("walked");
const decidedBy: unique symbol = Symbol("decided by");

interface Filled {
  /** Lists, or places of lists. */
  [walked]?: (object | number)[];
  [decidedBy]?: Mark;
}

function isFilled(value: unknown): value is Filled {
  return isMarked(value);
}

function noteWalk(filled: readonly unknown[], list: object | number): void {
  for (const one of filled) {
    if (!isFilled(one)) continue;
    const lists = (one[walked] ??= []);
    if (lists.at(-1) !== list && lists.length < MAX_COUNTED) lists.push(list);
  }
}

/** Notes that these are filled in a walk over a list, and gives the list back: where they stay empty, it is what they were not filled from. */
export function walk<T>(list: T, ...filled: readonly unknown[]): T {
  if (isMarked(list)) noteWalk(filled, list);
  return list;
}

/** The same for a walk that reads its items page by page, in the turn of each. */
export function walkItem(item: number | undefined, ...filled: readonly unknown[]): void {
  if (item !== undefined) noteWalk(filled, listAround(item));
}

/** Notes what decided whether something is put into a list, Set or Map. */
export function decide(filled: unknown, mark: Mark): void {
  if (isFilled(filled)) filled[decidedBy] = because(filled[decidedBy], mark);
}

/** The mark of a value that a condition may add to: of one of which nothing was read, what decided it. */
export function decideValue(mark: Mark, decided: Mark): Mark {
  if (mark === undefined || decided === undefined || (typeof mark === "number" && mark > 1)) return mark;
  const isRead = typeof mark === "object" && (mark.kind !== "mix" || mark.from.length > 0 || mark.lost);
  if (isRead) return mark;
  const before = typeof mark === "object" && mark.kind === "mix" ? mark.why : undefined;
  return { kind: "mix", from: [], lost: false, why: because(before, decided) };
}

/** The places of the lists that something was filled from, item by item. */
export function walkedLists(filled: unknown): readonly number[] {
  const lists = isFilled(filled) ? (filled[walked] ?? []) : [];
  return lists.flatMap((one) =>
    typeof one === "number" ? one : [one, ...sourcesOf(one)].flatMap((of) => tagOf(of) ?? []),
  );
}

/** What decided what a list, Set or Map holds, or those that it was made from; undefined where that is not known. */
export function decisionOn(filled: unknown): Mark {
  return because(...[filled, ...sourcesOf(filled)].map((one) => (isFilled(one) ? one[decidedBy] : undefined)));
}

/** The mark of a text that is put together of a list's items: where none of them was read, what decided which there are. */
export function joined(list: object, ...marks: readonly Mark[]): Mark {
  return read(...marks) ?? unread(items(list), ...marks);
}
