import { factsOf } from "../entries/facts.ts";
import { CleanBody } from "./clean-body.ts";
import type { BodyPlaces } from "../entries/body-places.ts";
import type { WriteQueue } from "./write-queue.ts";

/** What everything that writes to the journal works with. */
export interface Writing {
  readonly queue: WriteQueue;
  readonly places: BodyPlaces;
  /** The text without registered secrets. */
  readonly redact: (text: string) => string;
  /** The time of an entry, ISO 8601. */
  readonly now: () => string;
}

/** An entry that is to be written; it may still hold secrets. */
export interface NewEntry {
  readonly chain: string;
  readonly kind: string;
  /** What it is looked up by; never a person's value. */
  readonly subject: string;
  /** Sealed. */
  readonly detail: object;
  /** What stays readable for ever; default `factsOf` kind and detail. */
  readonly facts?: object;
  readonly body?: string | CleanBody | undefined;
  /** Whether it is tied into the journal chain; default false. */
  readonly tied?: boolean;
}

/**
 * Writes an entry without its secrets, and gives the hash of its body. Resolves when it is on the disk; rejects with
 * `journal/unwritable`.
 */
export async function writeEntry(writing: Writing, entry: NewEntry): Promise<string | undefined> {
  const { chain, kind, subject, detail, facts = factsOf(kind, detail), body, tied = false } = entry;
  const clean = typeof body === "string" ? new CleanBody(writing.redact, body) : body;
  const kept = await writing.queue.write({
    chain,
    kind,
    subject,
    at: writing.now(),
    facts: writing.redact(JSON.stringify(facts)),
    detail: writing.redact(JSON.stringify(detail)),
    body: clean?.content,
    tied,
  });
  if (kept !== undefined) writing.places.note(kept.hash, kept.entry);
  return kept?.hash;
}
