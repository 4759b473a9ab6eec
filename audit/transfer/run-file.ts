import { z } from "zod";
import type { ChainedEntry } from "../entries/chain.ts";

/** Version of the form of exported runs that this code writes and reads. */
export const runFileVersion = 1;

/** The first line of an exported run. */
export interface RunFileHead {
  readonly format: "attest-run";
  readonly version: number;
  readonly run: string;
  /** The chain of the planning that led to it. */
  readonly plan: string | null;
  /** ISO 8601. */
  readonly exportedAt: string;
}

/** A text with what its hash was made with, in hex. */
export interface SaltedText {
  readonly salt: string;
  readonly text: string;
}

/** An entry of the run's chain or of its planning's, with the body that it names. */
export interface RunFileEntry extends ChainedEntry {
  /** SHA-256 of the salt, a line feed and the detail. */
  readonly detailHash: string;
  readonly hash: string;
  /** JSON text. */
  readonly detail: SaltedText;
  /** A response or rows, as they are hashed with their salt. */
  readonly body?: SaltedText | undefined;
}

/** The last line: without it the file was cut off. */
export interface RunFileEnd {
  readonly end: true;
  readonly entries: number;
}

// A name as `newRunName` makes it: an entry of a file can never get into the journal's own chain.
const chainName = z.string().regex(/^\d{8}-\d{6}-[0-9a-f]{8}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const salted = z.strictObject({ salt: z.string().regex(/^[0-9a-f]{32}$/), text: z.string() });

const head: z.ZodType<RunFileHead> = z.strictObject({
  format: z.literal("attest-run"),
  version: z.number(),
  run: chainName,
  plan: chainName.nullable(),
  exportedAt: z.string(),
});

const entry: z.ZodType<RunFileEntry> = z.strictObject({
  chain: chainName,
  number: z.number().int().min(0),
  at: z.string(),
  kind: z.string(),
  subject: z.string(),
  facts: z.string(),
  detailHash: sha256,
  bodyHash: sha256.nullable(),
  hash: sha256,
  detail: salted,
  body: salted.optional(),
});

const end: z.ZodType<RunFileEnd> = z.strictObject({ end: z.literal(true), entries: z.number().int() });

const line = z.union([entry, head, end]);

/** What stands in one line of an exported run; undefined for anything else. */
export function parseRunFileLine(text: string): RunFileHead | RunFileEntry | RunFileEnd | undefined {
  try {
    return line.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
