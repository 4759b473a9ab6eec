import type { DatabaseSync } from "node:sqlite";
import { journalChain } from "./chain.ts";
import { bytesIn, numberIn, textIn } from "./column-values.ts";
import type { JournalKeys } from "./journal-keys.ts";
import { openText } from "./sealed-text.ts";
import { type BrokenEntry, type ChainWalk, type PlacedHead, walkChains } from "./verify-chains.ts";

/** What a walk over the whole journal found. */
export interface VerifyReport {
  readonly entries: number;
  readonly chains: number;
  /** Bodies that were unpacked and hashed again; 0 where that was not asked. */
  readonly bodies: number;
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

/** What SQLite itself has against the file: pages that cannot be read, an index that does not fit its table. */
function checkFile(database: DatabaseSync): readonly BrokenEntry[] {
  const found = database.prepare("PRAGMA integrity_check(1)").get()?.["integrity_check"];
  return found === "ok" ? [] : [{ chain: "", number: -1, reason: `the file is damaged: ${String(found)}` }];
}

/**
 * Walks every chain from its start and holds them against the journal chain; with `bodies`, unpacks and hashes every body
 * and checks the file itself too. What it finds is data; it throws `journal/broken` for a file that SQLite cannot read.
 */
export function verifyJournal(
  database: DatabaseSync,
  keys: JournalKeys,
  options: { readonly bodies: boolean },
): VerifyReport {
  const walk = walkChains(database, keys);
  const bodies = options.bodies ? checkBodies(database, keys) : { checked: 0, broken: [] };
  const file = options.bodies ? checkFile(database) : [];
  return {
    entries: walk.entries,
    chains: walk.chains,
    bodies: bodies.checked,
    broken: [...walk.broken, ...checkVouched(database, walk), ...checkTied(walk), ...bodies.broken, ...file],
  };
}
