import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { JournalKeys } from "./journal-keys.ts";
import { detailColumns, openDetail } from "./sealed-detail.ts";

const planned = z.object({ plan: z.string().optional() });

/** The chain of the planning that a run came from; undefined where there was none, or where that was forgotten. */
export function planOfRun(database: DatabaseSync, keys: JournalKeys, run: string): string | undefined {
  const row = database.prepare(`SELECT ${detailColumns} FROM entries WHERE chain = ? AND number = 0`).get(run);
  const opened = row === undefined ? null : openDetail(keys, row);
  return opened === null || opened === "changed" ? undefined : planned.parse(JSON.parse(opened.text)).plan;
}
