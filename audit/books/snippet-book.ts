import { z } from "zod";
import type { Review } from "../../terms/review.ts";
import { journalChain } from "../entries/chain.ts";
import type { EntryReader } from "../entries/entries.ts";
import { noSuch, severalSuch } from "../entries/not-found.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";

/** A checked snippet with its review, kept so that it can be approved and run by its hash. */
export interface KeptSnippet {
  readonly source: string;
  readonly review: Review;
  readonly question: string | undefined;
  readonly reading: string | undefined;
  /** The chain of the planning that made it. */
  readonly plan: string | undefined;
  readonly planner: "phrasebook" | "model" | "report" | "file" | "look-up";
}

const shape = z.object({
  source: z.string(),
  review: z.custom<Review>((value) => typeof value === "object" && value !== null),
  question: z.string().optional(),
  reading: z.string().optional(),
  plan: z.string().optional(),
  planner: z.enum(["phrasebook", "model", "report", "file", "look-up"]),
});

/** Checked snippets by their review hashes. */
export interface SnippetBook {
  /** Keeps a checked snippet, to be approved and run by its hash. */
  readonly save: (snippet: KeptSnippet) => Promise<void>;
  /**
   * The snippet whose review hash is or uniquely starts with `hash`. Throws `journal/not-found`, naming the several where it is
   * not unique.
   */
  readonly get: (hash: string) => KeptSnippet;
}

/** The snippets of an open journal, in its own chain. */
export function createSnippetBook(writing: Writing, entries: EntryReader): SnippetBook {
  return {
    save: async (snippet) => {
      const subject = snippet.review.reviewHash;
      await writeEntry(writing, { chain: journalChain, kind: "snippet", subject, detail: snippet });
    },
    get: (hash) => {
      const hashes = hash === "" ? [] : entries.listSubjects("snippet", hash);
      const [only, second] = hashes;
      if (second !== undefined) throw severalSuch("snippet", hash, hashes);
      const detail = only === undefined ? undefined : entries.listBySubject("snippet", only)[0]?.detail;
      if (detail === undefined || detail === null) throw noSuch("snippet", hash);
      const { question, reading, plan, ...rest } = shape.parse(JSON.parse(detail));
      return { ...rest, question, reading, plan };
    },
  };
}
