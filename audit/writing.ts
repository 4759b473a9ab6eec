import type { PackedBody } from "./bodies.ts";
import type { EntryDraft } from "./transaction.ts";
import type { WriteQueue } from "./write-queue.ts";

/** What everything that writes to the journal works with. */
export interface Writing {
  readonly queue: WriteQueue;
  /** The text without registered secrets. */
  readonly redact: (text: string) => string;
  /** The time of an entry, ISO 8601. */
  readonly now: () => string;
}

/** An entry of that kind, with its detail as JSON and without secrets. */
export function draft(writing: Writing, kind: string, subject: string, detail: object, body?: PackedBody): EntryDraft {
  return { kind, subject, at: writing.now(), detail: writing.redact(JSON.stringify(detail)), body };
}
