import { z } from "zod";
import type { Exchange } from "../../terms/exchange.ts";
import type { FailureDescription } from "../../terms/failure.ts";
import type { EntryReader, JournalEntry } from "../entries/entries.ts";
import { getRun } from "../runs/runs.ts";
import { CleanBody } from "../writing/clean-body.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";

/** A request of a run that was sent again after it, and what came back. */
export interface Resend {
  /** The step of the run whose request it was. */
  readonly step: number;
  readonly operationId: string;
  readonly kind: "response" | "absent" | "failed";
  readonly exchange: Exchange;
  readonly failure: FailureDescription | undefined;
  readonly operator: string;
}

/** A resend by what stays readable of it for ever. */
export interface KeptResend {
  readonly step: number;
  readonly operationId: string;
  readonly operator: string;
  readonly status: number | undefined;
  /** ISO 8601. */
  readonly at: string;
}

const shape = z.object({
  step: z.number(),
  operationId: z.string(),
  operator: z.string(),
  status: z.number().optional(),
});

function toResend({ at, facts }: JournalEntry): KeptResend {
  const { status, ...rest } = shape.parse(JSON.parse(facts));
  return { ...rest, status, at };
}

/** Requests that were sent again. */
export interface ResendBook {
  /**
   * Keeps a resend and its body in the chain of its run, and tied into the journal chain. Gives the hash of the body as kept;
   * undefined where there is none. Throws `journal/not-found`.
   */
  readonly save: (name: string, resend: Resend, body: string | undefined) => Promise<string | undefined>;
  /** The resends of a run, newest first. */
  readonly list: (run: string) => readonly KeptResend[];
}

/** The resends of an open journal. */
export function createResendBook(writing: Writing, entries: EntryReader): ResendBook {
  return {
    save: async (name, resend, body) => {
      const { run } = getRun(entries, name);
      const clean = body === undefined ? undefined : new CleanBody(writing.redact, body);
      const detail = { ...resend, bytes: clean?.bytes ?? 0 };
      return writeEntry(writing, { chain: run, kind: "resent", subject: run, detail, body: clean, tied: true });
    },
    list: (run) => entries.listBySubject("resent", run).map(toResend),
  };
}
