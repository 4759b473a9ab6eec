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
  gate: z.literal("planning"),
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

/** How the plans of models ended since a moment. */
export interface PlanTally {
  readonly plans: number;
  /** Given up over one finding that no repair removed: as a rule a name that Okta does not have. */
  readonly unrepaired: number;
}

const ended = z.object({ failure: z.object({ code: z.string(), details: z.looseObject({}) }) });

/** Counts the plans of models that began since then, ISO 8601, and have ended. */
export function tallyPlans(entries: EntryReader, since: string): PlanTally {
  let [plans, unrepaired] = [0, 0];
  for (const { at, chain, subject } of entries.walkFirst("plan-begun")) {
    if (at < since) break;
    if (subject !== "model") continue;
    const failed = entries.findInChain(chain, "plan-ended", "failed")?.detail;
    const hasPlan = ["snippet", "asked-back", "declined"].some(
      (kind) => entries.findInChain(chain, "plan-ended", kind) !== undefined,
    );
    if (hasPlan || typeof failed === "string") plans += 1;
    if (typeof failed !== "string") continue;
    const { failure } = ended.parse(JSON.parse(failed));
    if (failure.code === "model/gave-up" && failure.details["condition"] === "same finding") unrepaired += 1;
  }
  return { plans, unrepaired };
}
