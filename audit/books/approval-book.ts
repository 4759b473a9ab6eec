import { z } from "zod";
import type { Approval } from "../../terms/approval.ts";
import { journalChain } from "../entries/chain.ts";
import type { EntryReader, JournalEntry } from "../entries/entries.ts";
import { noSuch, severalSuch } from "../entries/not-found.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";

const shape: z.ZodType<Approval> = z.object({
  reviewHash: z.string(),
  org: z.string(),
  operator: z.string(),
  at: z.string(),
  how: z.enum(["prompt", "hash", "unseen", "demo", "release", "standing"]),
  limits: z.object({
    calls: z.number(),
    bytes: z.number(),
    wallMs: z.number(),
    cpuMs: z.number(),
    memoryMb: z.number(),
    resultBytes: z.number(),
    noteBytes: z.number(),
  }),
  standing: z.string().optional(),
  signature: z.string().optional(),
});

/** An operator takes back what was approved of one review for one org. */
export interface Revocation {
  readonly reviewHash: string;
  /** Origin of the org. */
  readonly org: string;
  readonly operator: string;
  /** ISO 8601. */
  readonly at: string;
}

const revocationShape: z.ZodType<Revocation> = z.object({
  reviewHash: z.string(),
  org: z.string(),
  operator: z.string(),
  at: z.string(),
});

/** An approval as it stands in the journal. */
export interface KeptApproval extends Approval {
  /** Its place in the journal chain. */
  readonly entry: number;
  /** What took it back since; undefined while it stands. */
  readonly revoked: Revocation | undefined;
}

/** What was approved and taken back, in the journal chain. */
export interface ApprovalBook {
  /** Keeps that an operator lets a snippet run. */
  save(approval: Approval): Promise<void>;
  /** The newest approval of that review for that org that was not taken back. */
  find(reviewHash: string, org: string): Approval | undefined;
  /** All approvals of that review, newest first; none where there are none. */
  ofReview(reviewHash: string): readonly KeptApproval[];
  /** The approval of that review that was given at that time, whether it stands or not. */
  findGiven(reviewHash: string, at: string): Approval | undefined;
  /** The newest approvals first, whether they stand or not; all of them for -1. */
  list(limit: number): readonly KeptApproval[];
  /** Those of the review whose hash is or uniquely starts with `hash`, newest first. Throws `journal/not-found`. */
  listOf(hash: string): readonly KeptApproval[];
  /** Keeps that what was approved of a review is taken back. */
  revoke(revocation: Revocation): Promise<void>;
}

const revokedKind = "approval-revoked";

/** The approvals of an open journal. */
export function createApprovalBook(writing: Writing, entries: EntryReader): ApprovalBook {
  function findRevocation(approval: Approval, entry: number): Revocation | undefined {
    return entries
      .listBySubject(revokedKind, approval.reviewHash)
      .filter((one) => one.number > entry)
      .flatMap(({ detail }) => (detail === null ? [] : [revocationShape.parse(JSON.parse(detail))]))
      .findLast((revocation) => revocation.org === approval.org);
  }

  function toApproval({ number, detail }: JournalEntry): readonly KeptApproval[] {
    if (detail === null) return [];
    const approval = shape.parse(JSON.parse(detail));
    return [{ ...approval, entry: number, revoked: findRevocation(approval, number) }];
  }

  const ofReview = (reviewHash: string): readonly KeptApproval[] =>
    entries.listBySubject("approval", reviewHash).flatMap(toApproval);

  function plain(kept: KeptApproval): Approval {
    const { entry: _, revoked: __, ...approval } = kept;
    return approval;
  }

  return {
    save: async (approval) => {
      await writeEntry(writing, {
        chain: journalChain,
        kind: "approval",
        subject: approval.reviewHash,
        detail: approval,
      });
    },
    find: (reviewHash, org) => {
      const found = ofReview(reviewHash).find((one) => one.org === org && one.revoked === undefined);
      return found === undefined ? undefined : plain(found);
    },
    ofReview,
    findGiven: (reviewHash, at) => {
      const found = ofReview(reviewHash).find((one) => one.at === at);
      return found === undefined ? undefined : plain(found);
    },
    list: (limit) => entries.listOfKind("approval", limit).flatMap(toApproval),
    listOf: (hash) => {
      const hashes = hash === "" ? [] : entries.listSubjects("approval", hash);
      const [only, second] = hashes;
      if (second !== undefined) throw severalSuch("approval", hash, hashes);
      const found = only === undefined ? [] : ofReview(only);
      if (found.length === 0) throw noSuch("approval", hash);
      return found;
    },
    revoke: async (revocation) => {
      const { reviewHash: subject } = revocation;
      await writeEntry(writing, { chain: journalChain, kind: revokedKind, subject, detail: revocation });
    },
  };
}
