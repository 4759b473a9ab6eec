import { listOperations } from "../registry/catalogue.ts";
import { summaryOf } from "../registry/notes.ts";
import { searchOperations } from "../registry/search.ts";
import type { Effect } from "../terms/effect.ts";

/** An operation of Okta's API in short. */
export interface ListedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly effect: Effect;
  readonly scopes: readonly string[];
  readonly summary: string;
}

/** How many operations a search shows. */
const shown = 25;

/** Operations that fit the words, best first; without words all of them, by name. */
export function findOperations(words: readonly string[]): readonly ListedOperation[] {
  const found =
    words.length === 0
      ? listOperations().toSorted((a, b) => a.operationId.localeCompare(b.operationId))
      : searchOperations(words.join(" "), shown).map((one) => one.operation);
  return found.map(({ operationId, method, path, effect, scopes }) => ({
    operationId,
    method,
    path,
    effect,
    scopes,
    summary: summaryOf(operationId),
  }));
}
