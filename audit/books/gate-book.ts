import { z } from "zod";
import type { GateChange } from "../../terms/gate-change.ts";
import { journalChain } from "../entries/chain.ts";
import type { EntryReader } from "../entries/entries.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";

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

/** What became of the gates. */
export interface GateBook {
  /** Keeps that a gate was set or tripped. */
  readonly save: (change: GateChange) => Promise<void>;
  /** The changes of a gate, newest first. */
  readonly list: (gate: GateChange["gate"]) => readonly KeptGateChange[];
}

/** The gates of an open journal, in its own chain. */
export function createGateBook(writing: Writing, entries: EntryReader): GateBook {
  return {
    save: async (change) => {
      await writeEntry(writing, { chain: journalChain, kind: "gate", subject: change.gate, detail: change });
    },
    list: (gate) =>
      entries
        .listBySubject("gate", gate)
        .flatMap(({ at, detail }) => (detail === null ? [] : [{ ...shape.parse(JSON.parse(detail)), at }])),
  };
}
