import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type ChainHead, chainStart, entryText, hashEntry, isTied, journalChain } from "../entries/chain.ts";
import { numberIn, optionalTextIn, type StoredRow, textIn } from "../entries/column-values.ts";
import { type Erasures, readErasures } from "../entries/erasures.ts";
import type { JournalKeys } from "../entries/journal-keys.ts";
import { parseJson } from "../entries/parse-json.ts";
import { chainedEntryIn, detailColumns, openDetail } from "../entries/sealed-detail.ts";

/** An entry that does not fit. */
export interface BrokenEntry {
  readonly chain: string;
  readonly number: number;
  readonly reason: string;
}

/** An entry of a chain, by its place and hash. */
export interface PlacedHead extends ChainHead {
  readonly chain: string;
}

/** What the journal chain says of an entry of another chain. */
export interface VouchedHead extends PlacedHead {
  /** The row that says so: it was written after the entry. */
  readonly by: number;
}

/** What a walk over all chains found. */
export interface ChainWalk {
  readonly entries: number;
  readonly chains: number;
  /** The first bad entry of each chain, oldest first. What stands after it in that chain is not vouched for. */
  readonly broken: readonly BrokenEntry[];
  /** What the journal chain says of other chains. */
  readonly vouched: readonly VouchedHead[];
  /** Entries that the journal chain must vouch for, and their rows. */
  readonly tied: readonly (PlacedHead & { readonly id: number })[];
}

const headShape = z.object({ number: z.number(), hash: z.string() });

function faultOf(keys: JournalKeys, row: StoredRow, last: ChainHead): string | undefined {
  const entry = chainedEntryIn(row);
  const text = entryText(entry);
  if (hashEntry(last.hash, entry, text) !== textIn(row, "hash")) return "it does not follow from the entry before it";
  return openDetail(keys, row, entry, text) === "changed"
    ? "its text is not the one that was written for it"
    : undefined;
}

const bodyDeleted = "its body was deleted";
const textDeleted = "its text was deleted";
const deleted: ReadonlySet<string> = new Set([bodyDeleted, textDeleted]);

/** What an entry once held and holds no more, though nothing says that it was erased. */
function missingOf(row: StoredRow, erasures: Erasures): string | undefined {
  const bodyHash = optionalTextIn(row, "body_hash");
  const noDetail = row["detail"] === null && row["detail_hash"] !== null;
  const noBody = bodyHash !== null && row["held_body"] !== bodyHash;
  if (!noDetail && !noBody) return undefined;
  if (erasures.allow(textIn(row, "chain"), numberIn(row, "number"))) return undefined;
  return noBody ? bodyDeleted : textDeleted;
}

/** A bad entry, and the row where that was seen. */
interface BrokenRow extends BrokenEntry {
  readonly id: number;
}

/** The first bad entry of one chain, fed row by row. */
class ChainCheck {
  readonly chain: string;
  last: ChainHead = { number: -1, hash: chainStart };
  #broken: BrokenRow | undefined;
  /** The first of the last entries that have no detail, and had none: nothing sealed shows that they were written with the key. */
  #unsealed: BrokenRow | undefined;
  #lastId = 0;

  readonly #faultOf: (row: StoredRow, last: ChainHead) => string | undefined;

  constructor(chain: string, faultOfRow: (row: StoredRow, last: ChainHead) => string | undefined) {
    this.chain = chain;
    this.#faultOf = faultOfRow;
  }

  /** The first bad entry of all that were accepted or not. */
  get broken(): BrokenRow | undefined {
    return this.#broken ?? this.#unsealed;
  }

  /** True when the row fits and everything before it did. */
  accept(row: StoredRow): boolean {
    if (this.#broken !== undefined) return false;
    const [id, number, expected] = [numberIn(row, "id"), numberIn(row, "number"), this.last.number + 1];
    const reason = number === expected ? this.#wrongWith(row, id) : "it is missing";
    if (reason !== undefined) {
      this.#broken = { chain: this.chain, number: expected, reason, id };
      return false;
    }
    this.last = { number, hash: textIn(row, "hash") };
    this.#lastId = id;
    const unsealed = { chain: this.chain, number, reason: "it was written without the journal's key", id };
    this.#unsealed = row["detail_hash"] === null ? (this.#unsealed ?? unsealed) : undefined;
    return true;
  }

  #wrongWith(row: StoredRow, id: number): string | undefined {
    // What is newest is found by the order of rows.
    return this.#faultOf(row, this.last) ?? (id > this.#lastId ? undefined : "it does not stand where it was written");
  }
}

const columns = `entries.id, ${detailColumns}, bodies.hash AS held_body`;

/** What a head says; nothing for one that is none, which only another hand could have written. */
function vouchedBy(row: StoredRow): readonly VouchedHead[] {
  const head = parseJson(headShape, textIn(row, "facts"));
  return head === undefined ? [] : [{ chain: textIn(row, "subject"), by: numberIn(row, "id"), ...head }];
}

/** Walks every chain from its start. Never throws for what it finds in the chains; streams, so that details are not held. */
export function walkChains(database: DatabaseSync, keys: JournalKeys): ChainWalk {
  const checks: ChainCheck[] = [];
  const vouched: VouchedHead[] = [];
  const tied: (PlacedHead & { readonly id: number })[] = [];
  let entries = 0;
  const erasures = readErasures(database);
  const faultOfRow = (row: StoredRow, last: ChainHead): string | undefined =>
    faultOf(keys, row, last) ?? missingOf(row, erasures);
  const rows = database
    .prepare(`SELECT ${columns} FROM entries LEFT JOIN bodies ON bodies.entry = entries.id ORDER BY chain, number`)
    .iterate();
  for (const row of rows) {
    entries += 1;
    const chain = textIn(row, "chain");
    if (checks.at(-1)?.chain !== chain) checks.push(new ChainCheck(chain, faultOfRow));
    const check = checks.at(-1);
    if (check?.accept(row) !== true) continue;
    const kind = textIn(row, "kind");
    if (chain === journalChain && kind === "head") vouched.push(...vouchedBy(row));
    if (isTied(kind)) tied.push({ chain, ...check.last, id: numberIn(row, "id") });
  }
  const broken = sortBroken(checks.flatMap((check) => check.broken ?? []));
  return { entries, chains: checks.length, broken, vouched, tied };
}

/** Oldest first; but what misses a text alone last where the journal chain, which says what was erased, does not hold itself. */
function sortBroken(broken: readonly BrokenRow[]): readonly BrokenEntry[] {
  const isHeld = !broken.some((one) => one.chain === journalChain);
  const rank = ({ reason }: BrokenRow): number => (isHeld || !deleted.has(reason) ? 0 : 1);
  return broken
    .toSorted((a, b) => rank(a) - rank(b) || a.id - b.id)
    .map(({ chain, number, reason }) => ({ chain, number, reason }));
}
