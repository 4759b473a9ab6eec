import { hashText } from "../../terms/snippet.ts";

/** The chain over the heads of all other chains, and over approvals, snippets, gates, marks and definitions. */
export const journalChain = "journal";

const tiedKinds: ReadonlySet<string> = new Set([
  "run-begun",
  "run-ended",
  "resumed",
  "plan-begun",
  "plan-ended",
  "mark",
  "resent",
]);

/** Whether entries of that kind are vouched for by the journal chain. */
export function isTied(kind: string): boolean {
  return tiedKinds.has(kind);
}

/** What stands before the first entry of every chain. */
export const chainStart: string = "0".repeat(64);

/** What an entry's hash covers. What may be erased one day, the detail and the body, is covered by a salted hash of its own. */
export interface ChainedEntry {
  readonly chain: string;
  /** From 0, without gaps. */
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  readonly kind: string;
  readonly subject: string;
  /** JSON text: what may be known of the entry for ever. */
  readonly facts: string;
  readonly detailHash: string | null;
  readonly bodyHash: string | null;
}

/** The last entry of a chain, or any entry by its place and hash. */
export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/** An entry as canonical JSON (RFC 8785). */
export function entryText(entry: ChainedEntry): string {
  // Keys in alphabetical order, values only strings, a whole number and nulls: so this text is the canonical one.
  return JSON.stringify({
    at: entry.at,
    bodyHash: entry.bodyHash,
    chain: entry.chain,
    detailHash: entry.detailHash,
    facts: entry.facts,
    kind: entry.kind,
    number: entry.number,
    subject: entry.subject,
  });
}

/** The hash of an entry: SHA-256 over the previous entry's hash, a line feed, and the entry as canonical JSON (RFC 8785). */
export function hashEntry(previous: string, entry: ChainedEntry, text: string = entryText(entry)): string {
  return hashText(`${previous}\n${text}`);
}

/** What the sealed detail of an entry is bound to: its hash, and all that the hash covers but the entry before it. */
export function bindingOf(hash: string, entry: ChainedEntry, text: string = entryText(entry)): string {
  return `${hash}\n${text}`;
}
