import { z } from "zod";
import type { EntryReader, JournalEntry } from "../entries/entries.ts";
import { findMark, type KeptMark } from "./marks.ts";
import { type KeptRun, findEnding, toRun } from "./runs.ts";

const begun = z.object({ org: z.string(), operator: z.string(), how: z.string() });
const ended = z.object({ rowCount: z.number() });

/** A run by what stays known of it for ever. */
export interface RunHeadline {
  readonly run: string;
  /** ISO 8601. */
  readonly begunAt: string;
  readonly endedAt: string | undefined;
  /** Undefined while it goes on, or when it was killed. */
  readonly outcome: string | undefined;
  readonly rowCount: number | undefined;
  readonly org: string;
  readonly operator: string;
  /** How it was approved. */
  readonly how: string;
  readonly mark: KeptMark | undefined;
  /** Everything else that is known; undefined where it was forgotten. */
  readonly kept: KeptRun | undefined;
}

/** The headline of a run, from its first entry. */
function headlineOf(entries: EntryReader, first: JournalEntry): RunHeadline {
  const ending = findEnding(entries, first.chain);
  return {
    run: first.chain,
    begunAt: first.at,
    endedAt: ending?.at,
    outcome: ending?.subject,
    rowCount: ending === undefined ? undefined : ended.parse(JSON.parse(ending.facts)).rowCount,
    ...begun.parse(JSON.parse(first.facts)),
    mark: findMark(entries, first.chain),
    kept: toRun(entries, first),
  };
}

/** Headlines of the newest runs first, forgotten ones too. */
export function listHeadlines(entries: EntryReader, limit: number): readonly RunHeadline[] {
  return entries.listFirst("run-begun", limit).map((first) => headlineOf(entries, first));
}
