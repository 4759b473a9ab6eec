import { hash } from "node:crypto";
import { idsOf } from "./seen-items.ts";

/**
 * Where a list goes on. It holds what is needed to see that a list repeats itself, so that a walk can be taken up in another
 * process: one earlier target, kept from page 1, 2, 4, 8, …, is met again by every list that runs in a circle.
 */
export interface Cursor {
  /** Path and query of the page. */
  readonly target: string;
  /** Number of the page from 0. */
  readonly page: number;
  /** An earlier target of this walk. */
  readonly mark: string;
  /** Hash of the page before. */
  readonly previous: string;
}

/** The cursor as opaque text. */
export function renderCursor({ target, page, mark, previous }: Cursor): string {
  return JSON.stringify([page, target, mark, previous]);
}

/** The cursor in a text that `renderCursor` made; undefined for any other text. */
export function parseCursor(text: string): Cursor | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return undefined;
    const [page, target, mark, previous]: readonly unknown[] = value;
    if (typeof page !== "number" || typeof target !== "string") return undefined;
    if (typeof mark !== "string" || typeof previous !== "string") return undefined;
    return { page, target, mark, previous };
  } catch {
    return undefined;
  }
}

/** A page's fingerprint, to notice the same page twice in a row: of the ids of its items where they have such, else of its text. */
export function hashPage(items: readonly unknown[], text: string): string {
  const ids = idsOf(items);
  return hash("sha1", ids === undefined || ids.size === 0 ? text : JSON.stringify([...ids]), "base64url");
}
