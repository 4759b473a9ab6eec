import type { DatabaseSync } from "node:sqlite";
import { type Anchor, isSigned } from "./anchors.ts";
import { journalChain } from "../entries/chain.ts";
import { numberIn } from "../entries/column-values.ts";
import type { JournalKeys } from "../entries/journal-keys.ts";
import { readAbout } from "../database/schema.ts";
import { checkBodies } from "./verify-bodies.ts";
import { checkObjects, checkPages, wholeFile } from "./verify-file.ts";
import { type BrokenEntry, type ChainWalk, type PlacedHead, type VouchedHead, walkChains } from "./verify-chains.ts";

/** What a walk over the whole journal found. */
export interface VerifyReport {
  readonly entries: number;
  readonly chains: number;
  /** Bodies that were unpacked and hashed again; 0 where that was not asked. */
  readonly bodies: number;
  /** Anchors that were held against the journal chain; 0 where there are none. */
  readonly anchors: number;
  /** When the newest of them was signed, ISO 8601: what was written since is held by the chains alone. */
  readonly anchoredAt: string | undefined;
  /** What does not fit, the first bad entry first; empty when everything fits. */
  readonly broken: readonly BrokenEntry[];
}

const placeOf = (head: PlacedHead): string => `${head.chain} ${head.number}`;

/** What is wrong with the entry that a head vouches for. */
type VouchedCheck = (head: VouchedHead) => BrokenEntry | undefined;

function createVouchedCheck(database: DatabaseSync): VouchedCheck {
  const entryAt = database.prepare("SELECT id, hash FROM entries WHERE chain = ? AND number = ?");
  const count = database.prepare("SELECT count(*) AS entries FROM entries WHERE chain = ?");
  return ({ chain, number, hash, by }) => {
    const found = entryAt.get(chain, number);
    if (found === undefined) {
      const reason = `it is missing, with everything up to entry ${number}, for which the journal chain vouches`;
      return { chain, number: numberIn(count.get(chain) ?? {}, "entries"), reason };
    }
    if (found["hash"] !== hash) return { chain, number, reason: "the journal chain vouches for another entry here" };
    return numberIn(found, "id") < by ? undefined : { chain, number, reason: "it does not stand where it was written" };
  };
}

/** The first bad entry of each chain that the journal chain knows longer than it is, or otherwise than it is. */
function checkVouched(database: DatabaseSync, { vouched, broken }: ChainWalk): readonly BrokenEntry[] {
  const check = createVouchedCheck(database);
  const known = new Set(broken.map((one) => one.chain));
  const found: BrokenEntry[] = [];
  for (const head of vouched) {
    const wrong = known.has(head.chain) ? undefined : check(head);
    if (wrong === undefined) continue;
    known.add(head.chain);
    found.push(wrong);
  }
  return found;
}

/** Entries that the journal chain does not know: its own tail was cut off, or a chain was put in. */
function checkTied({ vouched, tied }: ChainWalk): readonly BrokenEntry[] {
  const firstBy = new Map<string, number>();
  for (const head of vouched) if (!firstBy.has(placeOf(head))) firstBy.set(placeOf(head), head.by);
  return tied.flatMap((entry) => {
    const { chain, number, id } = entry;
    const by = firstBy.get(placeOf(entry));
    if (by === undefined) return [{ chain, number, reason: "the journal chain does not vouch for it" }];
    // Both were written at once: so the order of runs cannot be changed.
    return by === id + 1 ? [] : [{ chain, number, reason: "it does not stand where it was written" }];
  });
}

/** The first anchor that does not fit: what it is signed for was cut off, or written anew since. */
function checkAnchors(database: DatabaseSync, keys: JournalKeys, anchors: readonly Anchor[]): readonly BrokenEntry[] {
  const hashAt = database.prepare("SELECT hash FROM entries WHERE chain = ? AND number = ?");
  const count = database.prepare("SELECT count(*) AS entries FROM entries WHERE chain = ?").get(journalChain) ?? {};
  let good = -1;
  for (const anchor of anchors) {
    const { number, hash, at } = anchor;
    if (!isSigned(keys, anchor)) {
      return [{ chain: journalChain, number, reason: `the anchor of ${at} is not signed with the journal's key` }];
    }
    const found = hashAt.get(journalChain, number)?.["hash"];
    if (found === undefined) {
      const reason = `it was cut off, with everything up to entry ${number}, which was signed at ${at}`;
      return [{ chain: journalChain, number: numberIn(count, "entries"), reason }];
    }
    if (found !== hash) {
      const reason = `between here and entry ${number}, which was signed at ${at}, it was written anew`;
      return [{ chain: journalChain, number: good + 1, reason }];
    }
    good = number;
  }
  return [];
}

/**
 * Walks every chain from its start and holds them against the journal chain, and that against the anchors; with `bodies`, unpacks and hashes every body
 * and checks the file itself too. What it finds is data; it throws `journal/broken` for a file that SQLite cannot read.
 */
export function verifyJournal(
  database: DatabaseSync,
  keys: JournalKeys,
  options: { readonly bodies: boolean; readonly anchors: readonly Anchor[] },
): VerifyReport {
  const walk = walkChains(database, keys);
  const bodies = options.bodies ? checkBodies(database, keys) : { checked: 0, broken: [], stray: 0 };
  const pages = options.bodies ? checkPages(database) : [];
  const journal = readAbout(database, "journal");
  const anchors = options.anchors.filter((anchor) => anchor.journal === journal);
  const isLinked = !walk.broken.some((one) => one.chain === journalChain);
  const cutOrForged = isLinked ? checkAnchors(database, keys, anchors) : [];
  const broken = [
    // First: where the tail of the journal chain is gone, what it vouched for and what it says of erasures is gone with it.
    ...cutOrForged,
    ...walk.broken,
    ...checkVouched(database, walk),
    ...(isLinked && cutOrForged.length === 0 ? checkTied(walk) : []),
    ...bodies.broken,
    ...checkObjects(database),
    ...pages,
  ];
  // Where entries were taken away, their bodies are left over.
  const isPutIn = bodies.stray > 0 && broken.length === 0;
  return {
    anchors: anchors.length,
    anchoredAt: anchors.at(-1)?.at,
    entries: walk.entries,
    chains: walk.chains,
    bodies: bodies.checked,
    broken: isPutIn ? [wholeFile(`the file has ${bodies.stray} bodies that belong to no entry`)] : broken,
  };
}
