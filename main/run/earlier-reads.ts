import canonicalize from "canonicalize";
import type { Ask } from "../../terms/ask.ts";
import type { RecordedRead } from "../../terms/recording.ts";

/** The longest that a read of a conversation stands for the org: a follow-up is about what the operator has just seen. */
const freshForMs = 60 * 60_000;

/** Reads that earlier runs of a conversation made, by what they asked for. */
export interface EarlierReads {
  /** The read that answers this ask; undefined where it is to be sent. All pages of a list come from one walk. */
  readonly find: (ask: Ask) => RecordedRead | undefined;
}

type Place = Pick<RecordedRead, "operationId" | "parameters">;

function keyOf({ operationId, parameters }: Place): string {
  return `${operationId} ${canonicalize(parameters) ?? ""}`;
}

function isFresh(read: RecordedRead, nowMs: number): boolean {
  const at = read.exchange?.attempts.at(-1)?.endedAt;
  return read.kind !== "failed" && at !== undefined && nowMs - Date.parse(at) < freshForMs;
}

/** A walk that went to its end: one that was cut short would end an answer where the earlier one stopped looking. */
function isWhole(pages: readonly RecordedRead[]): boolean {
  return pages.every((page, at) => page.page === at) && pages.at(-1)?.hasMore === false;
}

/** The reads of one run that may be used again: single ones, and lists that were walked to their end. */
function usableOf(
  reads: Iterable<RecordedRead>,
  run: string,
  nowMs: number,
): ReadonlyMap<string, readonly RecordedRead[]> {
  const fresh = [...reads]
    .filter((read) => isFresh(read, nowMs))
    .map((read) => ({ ...read, takenFrom: read.takenFrom ?? run }));
  const walks = Map.groupBy(fresh, (read) => read.listing ?? `single ${read.step}`);
  return new Map(
    [...walks.values()]
      .map((pages) => pages.toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0)))
      .filter((pages) => pages[0]?.listing === undefined || isWhole(pages))
      .flatMap((pages) => (pages[0] === undefined ? [] : [[keyOf(pages[0]), pages] as const])),
  );
}

/** The reads of these runs, the newest run first, that are at most an hour old. */
export function earlierReads(
  runs: readonly string[],
  readsOf: (run: string) => Iterable<RecordedRead>,
  nowMs: number,
): EarlierReads {
  const usable = runs.map((run) => usableOf(readsOf(run), run, nowMs));
  return {
    find: (ask) => {
      const key = keyOf(ask);
      const found = usable.find((reads) => reads.has(key))?.get(key);
      const read = found?.[ask.page ?? 0];
      return (read?.listing === undefined) === (ask.listing === undefined) ? read : undefined;
    },
  };
}
