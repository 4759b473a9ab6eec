import { hashText } from "../terms/snippet.ts";

/** The chain over the heads of all other chains, and over approvals, snippets, gates, marks and definitions. */
export const journalChain = "journal";

/** What stands before the first entry of every chain. */
export const chainStart: string = "0".repeat(64);

/** What an entry's hash covers. What may be erased one day, the detail and the body, is covered by its own hash. */
export interface ChainedEntry {
  readonly chain: string;
  /** From 0, without gaps. */
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  readonly kind: string;
  readonly subject: string;
  readonly detailHash: string;
  readonly bodyHash: string | null;
}

/** The last entry of a chain, or any entry by its place and hash. */
export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/** The hash of an entry: SHA-256 over the previous entry's hash, a line feed, and the entry as canonical JSON (RFC 8785). */
export function hashEntry(previous: string, entry: ChainedEntry): string {
  // Keys in alphabetical order, values only strings, a whole number and null: so this text is the canonical one.
  const canonical = JSON.stringify({
    at: entry.at,
    bodyHash: entry.bodyHash,
    chain: entry.chain,
    detailHash: entry.detailHash,
    kind: entry.kind,
    number: entry.number,
    subject: entry.subject,
  });
  return hashText(`${previous}\n${canonical}`);
}
