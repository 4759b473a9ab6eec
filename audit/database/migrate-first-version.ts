import type { DatabaseSync } from "node:sqlite";
import { inflateRawSync, zstdDecompressSync } from "node:zlib";
import { z } from "zod";
import { Failure } from "../../terms/failure.ts";
import { hashText } from "../../terms/snippet.ts";
import { chainStart, journalChain } from "../entries/chain.ts";
import { bytesIn, numberIn, optionalTextIn, type StoredRow, textIn } from "../entries/column-values.ts";
import { factsOf } from "../entries/facts.ts";
import type { JournalKeys } from "../entries/journal-keys.ts";
import { createAppenders } from "./transaction.ts";
import { noDetail, type WriteOrder } from "../entries/write-order.ts";

/** Where the migration writes to. */
interface Target {
  readonly path: string;
  /** Makes the tables of today's version; those of the first have been put aside. */
  readonly createTables: () => JournalKeys;
}

/** Entries whose place and hash went into the journal chain, which the migration writes anew. */
const tiedKinds: ReadonlySet<string> = new Set(["run-begun", "run-ended", "resumed", "plan-begun", "plan-ended"]);

const detailShape = z.record(z.string(), z.unknown());

function unpack(form: string, content: Uint8Array): string {
  if (form === "zstd") return zstdDecompressSync(content).toString("utf8");
  return (form === "deflate" ? inflateRawSync(content) : Buffer.from(content)).toString("utf8");
}

function broken(path: string, row: StoredRow, reason: string): Failure<"journal/broken"> {
  const [chain, entry] = [textIn(row, "chain"), numberIn(row, "number")];
  return new Failure(
    "journal/broken",
    { chain, entry, reason },
    {
      found: `The journal ${path} has the older version 1, and does not hold: entry ${entry} of ${chain}, ${reason}.`,
      why: "Bringing it up to date would hide what was changed, so it was left as it is.",
      help: "Keep the file, and set ATTEST_HOME to a new folder; or restore journal.db from a copy.",
    },
  );
}

/** An entry's hash as the first version made it. */
function firstHash(previous: string, row: StoredRow): string {
  const canonical = JSON.stringify({
    at: textIn(row, "at"),
    bodyHash: optionalTextIn(row, "body_hash"),
    chain: textIn(row, "chain"),
    detailHash: textIn(row, "detail_hash"),
    kind: textIn(row, "kind"),
    number: numberIn(row, "number"),
    subject: textIn(row, "subject"),
  });
  return hashText(`${previous}\n${canonical}`);
}

function bodyOf(path: string, row: StoredRow): string | undefined {
  const hash = optionalTextIn(row, "body_hash");
  if (hash === null) return undefined;
  const content = bytesIn(row, "content");
  if (content === null) throw broken(path, row, "its body was deleted");
  const text = unpack(textIn(row, "form"), content);
  if (hashText(text) !== hash) throw broken(path, row, "the body is not the one that was kept");
  return text;
}

function orderOf(path: string, row: StoredRow): WriteOrder {
  const [chain, kind, subject, at] = [
    textIn(row, "chain"),
    textIn(row, "kind"),
    textIn(row, "subject"),
    textIn(row, "at"),
  ];
  const detail = textIn(row, "detail");
  if (hashText(detail) !== textIn(row, "detail_hash")) throw broken(path, row, "its text was changed");
  const facts = JSON.stringify(factsOf(kind, detailShape.parse(JSON.parse(detail))));
  return { chain, kind, subject, at, facts, detail, body: bodyOf(path, row), tied: tiedKinds.has(kind) };
}

/**
 * Writes every entry of a journal of version 1 anew, in its order: sealed, and with salted hashes. The old chains are checked
 * on the way, and what ended the old journal chain is kept as a fact. Throws `journal/broken` for chains that do not hold.
 */
export function migrateFirstVersion(database: DatabaseSync, target: Target): void {
  database.exec(`
    ALTER TABLE entries RENAME TO first_entries; ALTER TABLE bodies RENAME TO first_bodies;
    DROP INDEX entries_by_place; DROP INDEX entries_by_subject; DROP INDEX entries_first;`);
  const keys = target.createTables();
  const appender = createAppenders(database, keys)();
  const heads = new Map<string, string>();
  const rows = database
    .prepare(
      `SELECT first_entries.*, form, content FROM first_entries
       LEFT JOIN first_bodies ON first_bodies.hash = body_hash ORDER BY first_entries.id`,
    )
    .iterate();
  for (const row of rows) {
    const chain = textIn(row, "chain");
    const hash = firstHash(heads.get(chain) ?? chainStart, row);
    if (hash !== textIn(row, "hash")) throw broken(target.path, row, "it does not follow from the entry before it");
    heads.set(chain, hash);
    if (textIn(row, "kind") !== "head") appender.append(orderOf(target.path, row));
  }
  const facts = JSON.stringify({ from: 1, head: heads.get(journalChain) ?? chainStart });
  const at = new Date().toISOString();
  appender.append({
    chain: journalChain,
    kind: "migrated",
    subject: "",
    at,
    facts,
    detail: noDetail,
    body: undefined,
    tied: false,
  });
  database.exec("DROP TABLE first_entries; DROP TABLE first_bodies");
}
