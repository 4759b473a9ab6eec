import type { DatabaseSync } from "node:sqlite";
import { hashText } from "../terms/snippet.ts";
import { createBodyWriter } from "./bodies.ts";
import { type ChainHead, chainStart, hashEntry, journalChain } from "./chain.ts";
import { numberIn, textIn } from "./column-values.ts";
import type { WriteOrder } from "./write-order.ts";

/**
 * Writes orders in one commit that is on the disk when this returns, and gives the hash of each one's body.
 * What SQLite throws leaves the journal as it was.
 */
export type Commit = (orders: readonly WriteOrder[]) => readonly (string | undefined)[];

/** The ends of chains within one commit. */
type Heads = Map<string, ChainHead>;

/** The way to write to an open journal. The ends of chains are read inside the commit, so that two processes can write at once. */
export function createCommit(database: DatabaseSync): Commit {
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const selectHead = database.prepare("SELECT number, hash FROM entries WHERE chain = ? ORDER BY number DESC LIMIT 1");
  const insert = database.prepare(
    `INSERT INTO entries (chain, number, at, kind, subject, detail_hash, body_hash, hash, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const saveBody = createBodyWriter(database);

  function readHead(chain: string): ChainHead {
    const row = selectHead.get(chain);
    return row === undefined
      ? { number: -1, hash: chainStart }
      : { number: numberIn(row, "number"), hash: textIn(row, "hash") };
  }

  function append(heads: Heads, order: Omit<WriteOrder, "body" | "tied">, bodyHash: string | null): ChainHead {
    const { chain, kind, subject, at, detail } = order;
    const last = heads.get(chain) ?? readHead(chain);
    const number = last.number + 1;
    const detailHash = hashText(detail);
    const hash = hashEntry(last.hash, { chain, number, at, kind, subject, detailHash, bodyHash });
    insert.run(chain, number, at, kind, subject, detailHash, bodyHash, hash, detail);
    const head = { number, hash };
    heads.set(chain, head);
    return head;
  }

  function write(heads: Heads, order: WriteOrder): string | undefined {
    const bodyHash = order.body === undefined ? undefined : saveBody(order.body);
    const head = append(heads, order, bodyHash ?? null);
    if (order.tied) {
      const detail = JSON.stringify(head);
      append(heads, { chain: journalChain, kind: "head", subject: order.chain, at: order.at, detail }, null);
    }
    return bodyHash;
  }

  return (orders) => {
    const heads: Heads = new Map();
    begin.run();
    try {
      const bodyHashes = orders.map((order) => write(heads, order));
      commit.run();
      return bodyHashes;
    } catch (error) {
      // SQLite has rolled back by itself after some errors, a full disk among them.
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  };
}
