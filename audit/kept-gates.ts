import { z } from "zod";
import type { GateChange } from "../terms/gate-change.ts";
import { journalChain } from "./chain.ts";
import type { EntryReader } from "./entries.ts";
import { type Writing, writeEntry } from "./writing.ts";

/** A change with the time at which it was kept, ISO 8601. */
export interface KeptGateChange extends GateChange {
  readonly at: string;
}

const shape: z.ZodType<GateChange> = z.object({
  gate: z.enum(["planning", "writes"]),
  state: z.enum(["on", "off", "tripped"]),
  why: z.string(),
  operator: z.string().nullable(),
  share: z.number(),
  allowed: z.array(z.string()),
});

/** The changes of a gate, newest first. */
export function listGateChanges(entries: EntryReader, gate: GateChange["gate"]): readonly KeptGateChange[] {
  return entries
    .listBySubject("gate", gate)
    .flatMap(({ at, detail }) => (detail === null ? [] : [{ ...shape.parse(JSON.parse(detail)), at }]));
}

/** Writes a change of a gate into the journal chain. */
export async function saveGateChange(writing: Writing, change: GateChange): Promise<void> {
  await writeEntry(writing, { chain: journalChain, kind: "gate", subject: change.gate, detail: change });
}
