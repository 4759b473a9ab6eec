import type { DatabaseSync } from "node:sqlite";
import { bindingOf, type ChainHead, chainStart, entryText, hashEntry, journalChain } from "../entries/chain.ts";
import { numberIn, textIn } from "../entries/column-values.ts";
import type { JournalKeys } from "../entries/journal-keys.ts";
import { saltText, sealText } from "../entries/sealed-text.ts";
import { type KeptBody, noDetail, type WriteOrder } from "../entries/write-order.ts";

/** Appends entries inside a transaction of the caller's. */
export interface Appender {
  /** Writes an order, and what ties it into the journal chain; gives its body as kept. */
  append(order: WriteOrder): KeptBody | undefined;
  /** Writes the present end of a chain into the journal chain, so that what stands before it cannot be cut or changed. */
  tie(chain: string, at: string): void;
}

/**
 * The way to append within one transaction. The ends of chains are read inside it, so that two processes can write at once;
 * an appender is of no use after its transaction.
 */
export function createAppenders(database: DatabaseSync, keys: JournalKeys): () => Appender {
  const selectHead = database.prepare("SELECT number, hash FROM entries WHERE chain = ? ORDER BY number DESC LIMIT 1");
  const insert = database.prepare(
    `INSERT INTO entries (chain, number, at, kind, subject, facts, detail_hash, body_hash, hash, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertBody = database.prepare("INSERT INTO bodies (entry, hash, bytes, content) VALUES (?, ?, ?, ?)");

  function readHead(chain: string): ChainHead {
    const row = selectHead.get(chain);
    return row === undefined
      ? { number: -1, hash: chainStart }
      : { number: numberIn(row, "number"), hash: textIn(row, "hash") };
  }

  return () => {
    const heads = new Map<string, ChainHead>();

    function appendOne(order: Omit<WriteOrder, "tied">): {
      readonly head: ChainHead;
      readonly kept: KeptBody | undefined;
    } {
      const { chain, kind, subject, at, facts } = order;
      const last = heads.get(chain) ?? readHead(chain);
      const number = last.number + 1;
      const detail = saltText(order.detail, order.salts?.detail);
      const body = order.body === undefined ? undefined : saltText(order.body, order.salts?.body);
      const [detailHash, bodyHash] = [detail.hash, body?.hash ?? null];
      const entry = { chain, number, at, kind, subject, facts, detailHash, bodyHash };
      const text = entryText(entry);
      const hash = hashEntry(last.hash, entry, text);
      const sealed = sealText(keys, detail, bindingOf(hash, entry, text));
      const { lastInsertRowid } = insert.run(
        chain,
        number,
        at,
        kind,
        subject,
        facts,
        detailHash,
        bodyHash,
        hash,
        sealed,
      );
      if (body !== undefined) insertBody.run(lastInsertRowid, body.hash, body.text.byteLength, sealText(keys, body));
      const head = { number, hash };
      heads.set(chain, head);
      return { head, kept: body === undefined ? undefined : { hash: body.hash, entry: Number(lastInsertRowid) } };
    }

    return {
      append: (order) => {
        const { head, kept } = appendOne(order);
        if (order.tied) appendOne(headOrder(order.chain, head, order.at));
        return kept;
      },
      tie: (chain, at) => void appendOne(headOrder(chain, heads.get(chain) ?? readHead(chain), at)),
    };
  };
}

/** What ties an entry into the journal chain. All of it is public: whoever has the file can hold the chains against each other. */
function headOrder(chain: string, head: ChainHead, at: string): Omit<WriteOrder, "tied"> {
  const facts = JSON.stringify(head);
  return { chain: journalChain, kind: "head", subject: chain, at, facts, detail: noDetail, body: undefined };
}

/** Does the work in one commit that is on the disk when this returns. What it throws leaves the journal as it was. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const done = work();
    database.exec("COMMIT");
    return done;
  } catch (error) {
    // SQLite has rolled back by itself after some errors, a full disk among them.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
