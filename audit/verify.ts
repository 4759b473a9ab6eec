import type { DatabaseSync } from "node:sqlite";
import { type Anchor, isSigned } from "./anchors.ts";
import { journalChain } from "./chain.ts";
import { bytesIn, numberIn, textIn } from "./column-values.ts";
import type { JournalKeys } from "./journal-keys.ts";
import { readAbout } from "./schema.ts";
import { openText } from "./sealed-text.ts";
import { type BrokenEntry, type ChainWalk, type PlacedHead, walkChains } from "./verify-chains.ts";

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

/** Chains that the journal chain knows longer than they are, or otherwise than they are. */
function checkVouched(database: DatabaseSync, { vouched, broken }: ChainWalk): readonly BrokenEntry[] {
  const hashAt = database.prepare("SELECT hash FROM entries WHERE chain = ? AND number = ?");
  const known = new Set(broken.map((one) => one.chain));
  return vouched
    .filter((head) => !known.has(head.chain) && hashAt.get(head.chain, head.number)?.["hash"] !== head.hash)
    .map(({ chain, number }) => ({ chain, number, reason: "the journal chain vouches for another entry here" }));
}

/** Chains that the journal chain does not know: its own tail was cut off, or a chain was put in. */
function checkTied({ vouched, tied, broken }: ChainWalk): readonly BrokenEntry[] {
  if (broken.some((one) => one.chain === journalChain)) return [];
  const places = new Set(vouched.map(placeOf));
  return tied
    .filter((head) => !places.has(placeOf(head)))
    .map(({ chain, number }) => ({ chain, number, reason: "the journal chain does not vouch for it" }));
}

function checkBodies(
  database: DatabaseSync,
  keys: JournalKeys,
): { readonly checked: number; readonly broken: readonly BrokenEntry[] } {
  const owner = database.prepare("SELECT chain, number FROM entries WHERE id = ?");
  const broken: BrokenEntry[] = [];
  let checked = 0;
  for (const row of database.prepare("SELECT entry, hash, content FROM bodies").iterate()) {
    checked += 1;
    const content = bytesIn(row, "content");
    if (content !== null && openText(keys, textIn(row, "hash"), content) !== "changed") continue;
    const entry = owner.get(numberIn(row, "entry"));
    const place = { chain: String(entry?.["chain"] ?? ""), number: Number(entry?.["number"] ?? -1) };
    broken.push({ ...place, reason: "the body is not the one that was kept" });
  }
  return { checked, broken };
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

/** What SQLite itself has against the file: pages that cannot be read, an index that does not fit its table. */
function checkFile(database: DatabaseSync): readonly BrokenEntry[] {
  const found = database.prepare("PRAGMA integrity_check(1)").get()?.["integrity_check"];
  return found === "ok" ? [] : [{ chain: "", number: -1, reason: `the file is damaged: ${String(found)}` }];
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
  const bodies = options.bodies ? checkBodies(database, keys) : { checked: 0, broken: [] };
  const file = options.bodies ? checkFile(database) : [];
  const journal = readAbout(database, "journal");
  const anchors = options.anchors.filter((anchor) => anchor.journal === journal);
  return {
    anchors: anchors.length,
    anchoredAt: anchors.at(-1)?.at,
    entries: walk.entries,
    chains: walk.chains,
    bodies: bodies.checked,
    broken: [
      ...walk.broken,
      ...checkVouched(database, walk),
      ...checkTied(walk),
      ...checkAnchors(database, keys, anchors),
      ...bodies.broken,
      ...file,
    ],
  };
}
