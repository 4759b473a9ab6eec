import { z } from "zod";
import type { Approval } from "../terms/approval.ts";
import { journalChain } from "./chain.ts";
import type { EntryReader } from "./entries.ts";
import { type Writing, writeEntry } from "./writing.ts";

const shape: z.ZodType<Approval> = z.object({
  reviewHash: z.string(),
  org: z.string(),
  operator: z.string(),
  at: z.string(),
  how: z.enum(["prompt", "hash", "unseen", "demo", "release"]),
  limits: z.object({
    calls: z.number(),
    bytes: z.number(),
    wallMs: z.number(),
    cpuMs: z.number(),
    memoryMb: z.number(),
    resultBytes: z.number(),
    noteBytes: z.number(),
  }),
});

/** Writes an approval into the journal chain. */
export async function saveApproval(writing: Writing, approval: Approval): Promise<void> {
  await writeEntry(writing, {
    chain: journalChain,
    kind: "approval",
    subject: approval.reviewHash,
    detail: approval,
  });
}

/** The newest approval of that review for that org. */
export function findApproval(entries: EntryReader, reviewHash: string, org: string): Approval | undefined {
  return entries
    .listBySubject("approval", reviewHash)
    .flatMap((entry) => (entry.detail === null ? [] : [shape.parse(JSON.parse(entry.detail))]))
    .find((approval) => approval.org === org);
}
