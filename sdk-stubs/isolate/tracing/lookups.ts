import type { Pair } from "./calls.ts";
import { isMarked, nameMarks, tagOf } from "./marks.ts";
import { literal, type Mark, mix, parameter } from "./origin.ts";
import { at, items } from "./read.ts";

/** What a lookup gives, with what decided it. */
export interface Found extends Pair {
  /** Where it was looked for. */
  readonly in: object;
  /** The mark of what was looked for. */
  readonly asked: Mark;
  /** The mark of what it met; undefined where it met nothing, or nothing is known of it. */
  readonly met: Mark;
  readonly isMet: boolean;
}

function isRead(mark: Mark): boolean {
  return mark !== undefined && mark !== literal && mark !== parameter;
}

/** The mark of what these decided, as far as they were read; undefined where none was. */
export function because(...marks: readonly Mark[]): Mark {
  const read = marks.filter(isRead);
  return read.length === 0 ? undefined : mix(...read);
}

/** The mark of what is worked out from values; undefined where none of them was read, so that what chose them is asked. */
export function read(...marks: readonly Mark[]): Mark {
  const mark = mix(...marks);
  return typeof mark === "object" && mark.kind === "mix" && mark.from.length === 0 ? undefined : mark;
}

/** The mark of what is worked out from values of which none was read, with what chose them. */
export function unread(why: Mark, ...marks: readonly Mark[]): Mark {
  return why === undefined ? mix(...marks) : { kind: "mix", from: [], lost: marks.includes(undefined), why };
}

function isFound(result: Pair): result is Found {
  return "isMet" in result;
}

/** What decided on a lookup: what was looked for and what it met; where it met nothing that was read, everything that was there. */
export function decided(result: Pair | undefined): Mark {
  if (result === undefined || !isFound(result)) return result?.o;
  const { in: searched, asked, met, isMet } = result;
  return (isMet ? because(asked, met) : undefined) ?? because(asked, items(searched));
}

/** The same for `base[key]`. */
export function decidedAt(base: unknown, key: unknown, asked: Mark): Mark {
  if (!isMarked(base) || tagOf(base) !== undefined) return undefined;
  return Array.isArray(base) ? items(base) : because(asked, nameMarks(base).get(String(key)));
}

/** The place of an object of a response, for a mark that says that it is there. */
export function present(value: unknown): Mark {
  return tagOf(value);
}

/** The mark of an item of a list: of an object of a response its own place. */
export function itemMark(list: readonly unknown[], index: number): Mark {
  return tagOf(list[index]) ?? at(list, index);
}
