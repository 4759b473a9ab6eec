import type { DatabaseSync } from "node:sqlite";
import { hashText } from "../terms/snippet.ts";
import type { BodyStore, PackedBody } from "./bodies.ts";
import { type ChainHead, chainStart, hashEntry } from "./chain.ts";
import { numberIn, textIn } from "./column-values.ts";

/** What an entry says, before it has its place in a chain. */
export interface EntryDraft {
  readonly kind: string;
  /** What it is looked up by; never a person's value. */
  readonly subject: string;
  /** ISO 8601. */
  readonly at: string;
  /** JSON text. */
  readonly detail: string;
  readonly body?: PackedBody | undefined;
}

/** One commit under way. */
export interface Transaction {
  /** Adds an entry to the end of a chain, and says where it stands now. */
  append(chain: string, draft: EntryDraft): ChainHead;
}

/** Runs `write` inside one commit that is on the disk when this returns. What it or SQLite throws leaves the journal as it was. */
export type Commit = (write: (transaction: Transaction) => void) => void;

/** The way to write to an open journal. The ends of chains are read inside the commit, so that two processes can write at once. */
export function createCommit(database: DatabaseSync, bodies: BodyStore): Commit {
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const selectHead = database.prepare("SELECT number, hash FROM entries WHERE chain = ? ORDER BY number DESC LIMIT 1");
  const insert = database.prepare(
    `INSERT INTO entries (chain, number, at, kind, subject, detail_hash, body_hash, hash, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  function readHead(chain: string): ChainHead {
    const row = selectHead.get(chain);
    return row === undefined
      ? { number: -1, hash: chainStart }
      : { number: numberIn(row, "number"), hash: textIn(row, "hash") };
  }

  function append(heads: Map<string, ChainHead>, chain: string, draft: EntryDraft): ChainHead {
    const last = heads.get(chain) ?? readHead(chain);
    const { kind, subject, at, detail, body } = draft;
    const number = last.number + 1;
    const detailHash = hashText(detail);
    const bodyHash = body?.hash ?? null;
    const hash = hashEntry(last.hash, { chain, number, at, kind, subject, detailHash, bodyHash });
    if (body !== undefined) bodies.save(body);
    insert.run(chain, number, at, kind, subject, detailHash, bodyHash, hash, detail);
    const head = { number, hash };
    heads.set(chain, head);
    return head;
  }

  return (write) => {
    const heads = new Map<string, ChainHead>();
    begin.run();
    try {
      write({ append: (chain, draft) => append(heads, chain, draft) });
      commit.run();
    } catch (error) {
      // SQLite has rolled back by itself after some errors, a full disk among them.
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  };
}
