import type { RecordedRead } from "../../terms/recording.ts";

/** How far one operation was read. */
export interface ReadExtent {
  readonly operationId: string;
  /** Lists that were walked, with the items that they had. */
  readonly lists: number;
  readonly items: number;
  /** Lists that Okta had more of when the snippet stopped asking. */
  readonly cut: number;
  /** Reads of single objects. */
  readonly objects: number;
  /** Of those and of pages: failed for good. */
  readonly failed: number;
}

const nothing = { lists: 0, items: 0, cut: 0, objects: 0, failed: 0 };

function itemsIn(body: string): number {
  const value: unknown = JSON.parse(body);
  return Array.isArray(value) ? value.length : 1;
}

/** The last page of each list that was walked, by the step of its first. */
function lastPagesOf(reads: readonly RecordedRead[]): ReadonlySet<RecordedRead> {
  const last = new Map<number, RecordedRead>();
  for (const read of reads) {
    if (read.listing === undefined) continue;
    const sofar = last.get(read.listing);
    if (sofar === undefined || (read.page ?? 0) > (sofar.page ?? 0)) last.set(read.listing, read);
  }
  return new Set(last.values());
}

/** How far each operation of a run was read, in the order of first reading. The last read of a step counts. */
export function readExtents(reads: Iterable<RecordedRead>, loadBody: (hash: string) => string): readonly ReadExtent[] {
  const bySteps = new Map<number, RecordedRead>();
  for (const read of reads) bySteps.set(read.step, read);
  const lastPages = lastPagesOf([...bySteps.values()]);
  const extents = new Map<string, typeof nothing>();
  for (const read of bySteps.values()) {
    const sofar = extents.get(read.operationId) ?? nothing;
    const isPage = read.listing !== undefined;
    const isLast = lastPages.has(read);
    const items = isPage && read.bodyHash !== undefined ? itemsIn(loadBody(read.bodyHash)) : 0;
    extents.set(read.operationId, {
      lists: sofar.lists + Number(isLast),
      items: sofar.items + items,
      cut: sofar.cut + Number(isLast && read.hasMore),
      objects: sofar.objects + Number(!isPage),
      failed: sofar.failed + Number(read.kind === "failed"),
    });
  }
  return [...extents].map(([operationId, extent]) => ({ operationId, ...extent }));
}

/** The same in words that an auditor can hold against the org. */
export function sayExtent({ operationId, lists, items, cut, objects, failed }: ReadExtent): string {
  const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;
  const walked =
    cut === 0
      ? "each to its end: Okta named no further page"
      : `${many(cut, "list")} NOT to the end: the snippet asked for no more, though Okta had more`;
  const parts = [
    ...(lists === 0 ? [] : [`${many(items, "item")} in ${many(lists, "list")}, ${walked}`]),
    ...(objects === 0 ? [] : [many(objects, "single object")]),
    ...(failed === 0 ? [] : [`${many(failed, "read")} FAILED: what they would have shown is not in the answer`]),
  ];
  return `${operationId}: ${parts.join("; ")}`;
}
