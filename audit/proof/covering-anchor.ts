import { type Anchor, isSigned } from "./anchors.ts";
import { chainStart, type ChainedEntry, journalChain } from "../entries/chain.ts";
import type { EntryReader, JournalEntry } from "../entries/entries.ts";
import type { JournalKeys } from "../entries/journal-keys.ts";

/** An entry of a chain with its hash: all that the chain is made of, and nothing that is sealed. */
export interface LinkedEntry extends ChainedEntry {
  readonly hash: string;
}

/** An anchor that vouches for a run, and the way from one to the other. */
export interface CoveringAnchor {
  readonly anchor: Anchor;
  /** Hash of the entry of the journal chain before the first of these. */
  readonly previous: string;
  /** The journal chain from the entry that vouches for the run up to the one that is anchored. */
  readonly entries: readonly LinkedEntry[];
}

/** A longer way would be most of an archive. */
const mostEntries = 20_000;

/** What anchors of a journal are held against. */
export interface AnchoredChain {
  readonly reader: EntryReader;
  readonly keys: JournalKeys;
  /** The journal's name. */
  readonly journal: string;
}

function toLinked({ chain, number, at, kind, subject, facts, detailHash, bodyHash, hash }: JournalEntry): LinkedEntry {
  return { chain, number, at, kind, subject, facts, detailHash, bodyHash, hash };
}

function fits({ reader, keys, journal }: AnchoredChain, anchor: Anchor): boolean {
  return (
    anchor.journal === journal &&
    reader.findAt(journalChain, anchor.number)?.hash === anchor.hash &&
    isSigned(keys, anchor)
  );
}

/**
 * The oldest of the anchors that vouches for a run as it is now: the nearest to it in time; `fresh` where none does. Undefined
 * where nothing vouches for the run, or from too far away.
 */
export function findCoveringAnchor(
  chain: AnchoredChain,
  run: string,
  anchors: readonly Anchor[],
  fresh: Anchor | undefined,
): CoveringAnchor | undefined {
  const { reader } = chain;
  const [head] = reader.listBySubject("head", run, 1);
  const anchor = anchors.find((one) => head !== undefined && one.number >= head.number && fits(chain, one)) ?? fresh;
  if (head === undefined || anchor === undefined || anchor.number - head.number >= mostEntries) return undefined;
  const numbers = Array.from({ length: anchor.number - head.number + 1 }, (_, index) => head.number + index);
  const entries = numbers.flatMap((number) => {
    const entry = reader.findAt(journalChain, number);
    return entry === undefined ? [] : [toLinked(entry)];
  });
  const previous = head.number === 0 ? chainStart : (reader.findAt(journalChain, head.number - 1)?.hash ?? "");
  return { anchor, previous, entries };
}
