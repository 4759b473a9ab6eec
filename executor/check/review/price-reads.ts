import type { Price } from "../../../terms/review.ts";
import { findOperation } from "../../../registry/catalogue.ts";
import type { Operation } from "../../../registry/operation.ts";
import type { KnownCount } from "../checked.ts";
import { type Read, sayWalkedList, type WalkedList } from "./list-reads.ts";

/** Requests a minute that one token has by default, by the start of the bucket; the longest that fits counts. */
const perMinute: Readonly<Record<string, number>> = {
  "/api/v1": 300,
  "/api/v1/users": 300,
  "/api/v1/groups": 300,
  "/api/v1/apps": 50,
  "/api/v1/logs": 25,
  "/api/v1/devices": 75,
};

type KnownCounts = Readonly<Record<string, KnownCount>>;

interface Part {
  readonly operationId: string;
  readonly bucket: string;
  readonly calls: number | undefined;
  readonly words: string;
}

/** What a snippet's reads are expected to cost. A number that is not known makes the whole unknown; it is never guessed. */
export function priceReads(reads: readonly Read[], counts: KnownCounts): Price {
  const parts = reads.flatMap((read) => {
    const operation = findOperation(read.okta.operationId);
    return operation === undefined ? [] : [partOf(read, operation, counts)];
  });
  const calls = parts.every((one) => one.calls !== undefined)
    ? parts.reduce((sum, one) => sum + (one.calls ?? 0), 0)
    : undefined;
  return {
    calls,
    minutes: calls === undefined ? undefined : minutesOf(parts),
    expected: expectedOf(parts),
    because: parts.map((one) => one.words),
  };
}

/** An operation one of whose parts is not known is left out: half an expectation is none. */
function expectedOf(parts: readonly Part[]): Readonly<Record<string, number>> {
  const byOperation = Map.groupBy(parts, (one) => one.operationId);
  return Object.fromEntries(
    [...byOperation]
      .filter(([, own]) => own.every((one) => one.calls !== undefined))
      .map(([operationId, own]) => [operationId, own.reduce((sum, one) => sum + (one.calls ?? 0), 0)]),
  );
}

function partOf(read: Read, operation: Operation, counts: KnownCounts): Part {
  const { operationId, bucket } = operation;
  const once = callsOnce(read, operation, counts);
  if (read.loops.length === 0)
    return { operationId, bucket, calls: once.calls, words: `${operationId}: ${once.words}` };
  const times = read.loops.map((list) => timesOf(list, counts));
  const total = times.every((one) => one !== undefined)
    ? times.reduce((product, one) => product * (one ?? 0), 1)
    : undefined;
  const each = read.loops.map((list) => loopWords(list, counts)).join(", and of these ");
  return { operationId, bucket, calls: total, words: `${operationId}: 1 request for each of ${each}` };
}

function callsOnce(
  read: Read,
  operation: Operation,
  counts: KnownCounts,
): { readonly calls: number | undefined; readonly words: string } {
  if (operation.items === undefined || operation.paging === "none") return { calls: 1, words: "1 request" };
  const size = operation.maxLimit ?? operation.defaultLimit;
  const pages = size === undefined ? "one request a page" : `1 request for each ${size} items`;
  const known = counts[operation.operationId];
  const items = smallest(read.first, known?.count);
  if (items === undefined || size === undefined) return { calls: undefined, words: `${pages} (how many is not known)` };
  const calls = Math.max(1, Math.ceil(items / size));
  const why = items === read.first ? `the first ${items} are asked for` : `${items}, ${known?.seen ?? "as last seen"}`;
  return { calls, words: `${calls} ${calls === 1 ? "request" : "requests"}: ${pages} (${why})` };
}

function timesOf(list: WalkedList, counts: KnownCounts): number | undefined {
  return list.operationId === undefined ? undefined : counts[list.operationId]?.count;
}

function loopWords(list: WalkedList, counts: KnownCounts): string {
  const known = list.operationId === undefined ? undefined : counts[list.operationId];
  if (known === undefined) return `${sayWalkedList(list)} (how many is not known)`;
  return `${sayWalkedList(list)} (${list.narrowed ? "at most " : ""}${known.count}, ${known.seen})`;
}

function smallest(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}

/** Buckets are spent side by side, so the slowest one decides. */
function minutesOf(parts: readonly Part[]): number {
  const spent = new Map<string, number>();
  for (const { bucket, calls } of parts) spent.set(bucket, (spent.get(bucket) ?? 0) + (calls ?? 0));
  const minutes = [...spent].map(([bucket, calls]) => calls / limitOf(bucket));
  return Math.round(Math.max(0, ...minutes) * 10) / 10;
}

function limitOf(bucket: string): number {
  const fitting = Object.entries(perMinute).filter(([start]) => bucket.startsWith(start));
  return fitting.toSorted(([a], [b]) => b.length - a.length)[0]?.[1] ?? 300;
}
