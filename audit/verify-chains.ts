import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { hashText } from "../terms/snippet.ts";
import { type ChainHead, chainStart, hashEntry, journalChain } from "./chain.ts";
import { numberIn, optionalTextIn, type StoredRow, textIn } from "./column-values.ts";

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

const tiedKinds: ReadonlySet<string> = new Set(["run-begun", "run-ended", "resumed", "plan-begun", "plan-ended"]);

const headShape = z.object({ number: z.number(), hash: z.string() });

function faultOf(row: StoredRow, last: ChainHead): string | undefined {
  const detail = optionalTextIn(row, "detail");
  const detailHash = textIn(row, "detail_hash");
  const bodyHash = optionalTextIn(row, "body_hash");
  if (detail !== null && hashText(detail) !== detailHash) return "its text was changed";
  const hash = hashEntry(last.hash, {
    chain: textIn(row, "chain"),
    number: numberIn(row, "number"),
    at: textIn(row, "at"),
    kind: textIn(row, "kind"),
    subject: textIn(row, "subject"),
    detailHash,
    bodyHash,
  });
  if (hash !== textIn(row, "hash")) return "it does not follow from the entry before it";
  return bodyHash !== null && row["has_body"] === null ? "its body was deleted" : undefined;
}

/** The first bad entry of one chain, fed row by row. */
class ChainCheck {
  readonly chain: string;
  last: ChainHead = { number: -1, hash: chainStart };
  broken: (BrokenEntry & { readonly id: number }) | undefined;

  constructor(chain: string) {
    this.chain = chain;
  }

  /** True when the row fits and everything before it did. */
  accept(row: StoredRow): boolean {
    if (this.broken !== undefined) return false;
    const number = numberIn(row, "number");
    const expected = this.last.number + 1;
    const reason = number === expected ? faultOf(row, this.last) : "it is missing";
    if (reason !== undefined) {
      this.broken = { chain: this.chain, number: expected, reason, id: numberIn(row, "id") };
      return false;
    }
    this.last = { number, hash: textIn(row, "hash") };
    return true;
  }
}

const columns = `entries.id, chain, number, at, kind, subject, detail_hash, body_hash, entries.hash, detail,
  bodies.hash AS has_body`;

function vouchedBy(row: StoredRow): readonly PlacedHead[] {
  const detail = optionalTextIn(row, "detail");
  return detail === null ? [] : [{ chain: textIn(row, "subject"), ...headShape.parse(JSON.parse(detail)) }];
}

/** Walks every chain from its start. Never throws for what it finds in the chains; streams, so that details are not held. */
export function walkChains(database: DatabaseSync): ChainWalk {
  const checks: ChainCheck[] = [];
  const vouched: PlacedHead[] = [];
  const tied: PlacedHead[] = [];
  let entries = 0;
  const rows = database
    .prepare(`SELECT ${columns} FROM entries LEFT JOIN bodies ON bodies.hash = body_hash ORDER BY chain, number`)
    .iterate();
  for (const row of rows) {
    entries += 1;
    const chain = textIn(row, "chain");
    if (checks.at(-1)?.chain !== chain) checks.push(new ChainCheck(chain));
    const check = checks.at(-1);
    if (check?.accept(row) !== true) continue;
    const kind = textIn(row, "kind");
    if (chain === journalChain && kind === "head") vouched.push(...vouchedBy(row));
    if (tiedKinds.has(kind)) tied.push({ chain, ...check.last });
  }
  const broken = checks
    .flatMap((check) => check.broken ?? [])
    .toSorted((a, b) => a.id - b.id)
    .map(({ chain, number, reason }) => ({ chain, number, reason }));
  return { entries, chains: checks.length, broken, vouched, tied };
}
