import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type ChainHead, chainStart, hashEntry, isTied, journalChain } from "./chain.ts";
import { bytesIn, numberIn, optionalTextIn, type StoredRow, textIn } from "./column-values.ts";
import { type Erasures, readErasures } from "./erasures.ts";
import type { JournalKeys } from "./journal-keys.ts";
import { openText } from "./sealed-text.ts";

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

/** What a walk over all chains found. */
export interface ChainWalk {
  readonly entries: number;
  readonly chains: number;
  /** The first bad entry of each chain, oldest first. What stands after it in that chain is not vouched for. */
  readonly broken: readonly BrokenEntry[];
  /** What the journal chain says of other chains. */
  readonly vouched: readonly PlacedHead[];
  /** Entries that the journal chain must vouch for. */
  readonly tied: readonly PlacedHead[];
}

const headShape = z.object({ number: z.number(), hash: z.string() });

function faultOf(keys: JournalKeys, row: StoredRow, last: ChainHead): string | undefined {
  const detail = bytesIn(row, "detail");
  const detailHash = optionalTextIn(row, "detail_hash");
  if (detail !== null && openText(keys, detailHash ?? "", detail) === "changed") return "its text was changed";
  const hash = hashEntry(last.hash, {
    chain: textIn(row, "chain"),
    number: numberIn(row, "number"),
    at: textIn(row, "at"),
    kind: textIn(row, "kind"),
    subject: textIn(row, "subject"),
    facts: textIn(row, "facts"),
    detailHash,
    bodyHash: optionalTextIn(row, "body_hash"),
  });
  return hash === textIn(row, "hash") ? undefined : "it does not follow from the entry before it";
}

/** What an entry once held and holds no more, though nothing says that it was erased. */
function missingOf(row: StoredRow, erasures: Erasures): string | undefined {
  const bodyHash = optionalTextIn(row, "body_hash");
  const noDetail = row["detail"] === null && row["detail_hash"] !== null;
  const noBody = bodyHash !== null && row["held_body"] !== bodyHash;
  if (!noDetail && !noBody) return undefined;
  if (erasures.allow(textIn(row, "chain"), numberIn(row, "number"))) return undefined;
  return noBody ? "its body was deleted" : "its text was deleted";
}

/** The first bad entry of one chain, fed row by row. */
class ChainCheck {
  readonly chain: string;
  last: ChainHead = { number: -1, hash: chainStart };
  broken: (BrokenEntry & { readonly id: number }) | undefined;

  readonly #faultOf: (row: StoredRow, last: ChainHead) => string | undefined;

  constructor(chain: string, faultOfRow: (row: StoredRow, last: ChainHead) => string | undefined) {
    this.chain = chain;
    this.#faultOf = faultOfRow;
  }

  /** True when the row fits and everything before it did. */
  accept(row: StoredRow): boolean {
    if (this.broken !== undefined) return false;
    const number = numberIn(row, "number");
    const expected = this.last.number + 1;
    const reason = number === expected ? this.#faultOf(row, this.last) : "it is missing";
    if (reason !== undefined) {
      this.broken = { chain: this.chain, number: expected, reason, id: numberIn(row, "id") };
      return false;
    }
    this.last = { number, hash: textIn(row, "hash") };
    return true;
  }
}

const columns = `entries.id, chain, number, at, kind, subject, facts, detail_hash, body_hash, entries.hash, detail,
  bodies.hash AS held_body`;

function vouchedBy(row: StoredRow): PlacedHead {
  return { chain: textIn(row, "subject"), ...headShape.parse(JSON.parse(textIn(row, "facts"))) };
}

/** Walks every chain from its start. Never throws for what it finds in the chains; streams, so that details are not held. */
export function walkChains(database: DatabaseSync, keys: JournalKeys): ChainWalk {
  const checks: ChainCheck[] = [];
  const vouched: PlacedHead[] = [];
  const tied: PlacedHead[] = [];
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
    if (chain === journalChain && kind === "head") vouched.push(vouchedBy(row));
    if (isTied(kind)) tied.push({ chain, ...check.last });
  }
  const broken = checks
    .flatMap((check) => check.broken ?? [])
    .toSorted((a, b) => a.id - b.id)
    .map(({ chain, number, reason }) => ({ chain, number, reason }));
  return { entries, chains: checks.length, broken, vouched, tied };
}
