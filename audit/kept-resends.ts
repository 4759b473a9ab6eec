import { z } from "zod";
import type { Exchange } from "../terms/exchange.ts";
import type { FailureDescription } from "../terms/failure.ts";
import type { EntryReader, JournalEntry } from "./entries.ts";
import { type Writing, writeEntry } from "./writing.ts";

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

/** The resends of a run, newest first. */
export function listResends(entries: EntryReader, run: string): readonly KeptResend[] {
  return entries.listBySubject("resent", run).map(toResend);
}

/**
 * Writes a resend and its body into the chain of its run, and ties it into the journal chain. Gives the hash of the body as
 * kept; undefined where there is none.
 */
export function saveResend(
  writing: Writing,
  run: string,
  resend: Resend,
  body: string | undefined,
): Promise<string | undefined> {
  const clean = body === undefined ? undefined : writing.redact(body);
  const detail = { ...resend, bytes: clean === undefined ? 0 : Buffer.byteLength(clean) };
  return writeEntry(writing, { chain: run, kind: "resent", subject: run, detail, body: clean, tied: true });
}
