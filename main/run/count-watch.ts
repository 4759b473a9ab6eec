import { findOperation } from "../../registry/catalogue.ts";
import type { Ask } from "../../terms/ask.ts";

/** Parameters that leave the items of a list as they are. */
const shapeOnly: ReadonlySet<string> = new Set(["limit", "expand", "sortBy", "sortOrder", "fields"]);

/** Adds up the items of lists that a run walks to their end, so that the next price has a number behind it. */
export interface CountWatch {
  readonly seePage: (ask: Ask, items: number, hasMore: boolean) => void;
  /** Items by operationId: of several lists of one operation, the longest. */
  readonly counts: () => ReadonlyMap<string, number>;
}

/** Whether a list is walked whole: nothing but the object that it hangs on says what is in it. */
function isWhole({ parameters }: Ask, pathParameters: readonly string[]): boolean {
  return Object.keys(parameters).every((name) => shapeOnly.has(name) || pathParameters.includes(name));
}

function pathParametersOf(operationId: string): readonly string[] {
  const parameters = findOperation(operationId)?.parameters ?? [];
  return parameters.filter((one) => one.in === "path").map((one) => one.name);
}

/** A watch over one run. */
export function watchCounts(): CountWatch {
  const open = new Map<number, number>();
  const most = new Map<string, number>();
  return {
    seePage(ask, items, hasMore) {
      if (ask.listing === undefined || !isWhole(ask, pathParametersOf(ask.operationId))) return;
      const sofar = (ask.page === 0 ? 0 : open.get(ask.listing)) ?? 0;
      open.delete(ask.listing);
      if (hasMore) open.set(ask.listing, sofar + items);
      else most.set(ask.operationId, Math.max(most.get(ask.operationId) ?? 0, sofar + items));
    },
    counts: () => most,
  };
}
