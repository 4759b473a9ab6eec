import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { journalChain } from "./chain.ts";
import { textIn } from "./column-values.ts";
import { parseJson } from "./parse-json.ts";

/** Why texts were erased. */
export type ErasureReason = "retention" | "run-forgotten" | "person-forgotten";

/** What was erased at once: the facts of an entry of kind `erased` in the journal chain. Never holds a person's value. */
export interface Erasure {
  readonly why: ErasureReason;
  /** Chains whose texts were erased up to and including an entry. */
  readonly upTo: Readonly<Record<string, number>>;
  /** Single entries of chains whose texts were erased. */
  readonly entries: Readonly<Record<string, readonly number[]>>;
}

const shape: z.ZodType<Erasure> = z.object({
  why: z.enum(["retention", "run-forgotten", "person-forgotten"]),
  upTo: z.record(z.string(), z.number()),
  entries: z.record(z.string(), z.array(z.number())),
});

const nothing: Erasure = { why: "retention", upTo: {}, entries: {} };

/** Which entries may have lost their texts. */
export interface Erasures {
  allow(chain: string, number: number): boolean;
  /** Why texts of this chain were erased; empty where none were. */
  reasonsFor(chain: string): readonly ErasureReason[];
}

/** What the journal chain says was erased, to be held against what is missing. */
export function readErasures(database: DatabaseSync): Erasures {
  const ends = new Map<string, number>();
  const single = new Map<string, Set<number>>();
  const reasons = new Map<string, Set<ErasureReason>>();
  const rows = database.prepare("SELECT facts FROM entries WHERE kind = 'erased' AND chain = ?").iterate(journalChain);
  for (const row of rows) {
    // One that says nothing was changed since: the chains show it.
    const { why, upTo, entries } = parseJson(shape, textIn(row, "facts")) ?? nothing;
    for (const chain of [...Object.keys(upTo), ...Object.keys(entries)])
      reasons.set(chain, (reasons.get(chain) ?? new Set()).add(why));
    for (const [chain, end] of Object.entries(upTo)) ends.set(chain, Math.max(end, ends.get(chain) ?? -1));
    for (const [chain, numbers] of Object.entries(entries)) {
      const known = single.get(chain) ?? new Set();
      for (const number of numbers) known.add(number);
      single.set(chain, known);
    }
  }
  return {
    allow: (chain, number) => number <= (ends.get(chain) ?? -1) || single.get(chain)?.has(number) === true,
    reasonsFor: (chain) => [...(reasons.get(chain) ?? [])],
  };
}
