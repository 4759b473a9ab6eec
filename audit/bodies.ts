import type { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { zstdCompress, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { Failure } from "../terms/failure.ts";
import { hashText } from "../terms/snippet.ts";
import { bytesIn, textIn } from "./column-values.ts";

/** A text ready to be written: its hash, its size as UTF-8, and its bytes in one of the forms. */
export interface PackedBody {
  readonly hash: string;
  /** UTF-8 bytes of the text itself. */
  readonly bytes: number;
  readonly form: "plain" | "zstd";
  readonly content: Uint8Array;
}

/** Bytes below which compression gains nothing. */
const worthCompressing = 200;
/** Bytes above which compression leaves the event loop. */
const worthAnotherThread = 24_000;

const compressElsewhere = promisify(zstdCompress);

/** Packs a text; large ones are compressed off the event loop. */
export async function packBody(text: string): Promise<PackedBody> {
  const plain = Buffer.from(text, "utf8");
  const head = { hash: hashText(text), bytes: plain.byteLength };
  if (plain.byteLength < worthCompressing) return { ...head, form: "plain", content: plain };
  const content = plain.byteLength < worthAnotherThread ? zstdCompressSync(plain) : await compressElsewhere(plain);
  return { ...head, form: "zstd", content };
}

function unpack(form: string, content: Uint8Array): string {
  return (form === "zstd" ? zstdDecompressSync(content) : Buffer.from(content)).toString("utf8");
}

/** Whether a stored body is whole: undefined when it is, else what is wrong with it. Never throws. */
export function checkBody(hash: string, form: string, content: Uint8Array): string | undefined {
  try {
    return hashText(unpack(form, content)) === hash ? undefined : "the body is not the one that was kept";
  } catch {
    return "the body cannot be unpacked";
  }
}

/** Texts by their hash. */
export interface BodyStore {
  /** Writes inside the caller's transaction; a text that is already there is not written again. */
  save(body: PackedBody): void;
  /** The text. Throws `journal/not-found` when it was pruned or erased, `journal/broken` when it is not what was kept. */
  load(hash: string): string;
}

/** The bodies of an open journal. */
export function createBodyStore(database: DatabaseSync): BodyStore {
  const insert = database.prepare(
    `INSERT INTO bodies (hash, bytes, form, content) VALUES (?, ?, ?, ?)
     ON CONFLICT (hash) DO UPDATE SET form = excluded.form, content = excluded.content WHERE content IS NULL`,
  );
  const select = database.prepare("SELECT form, content FROM bodies WHERE hash = ?");
  return {
    save: (body) => {
      insert.run(body.hash, body.bytes, body.form, body.content);
    },
    load: (hash) => {
      const row = select.get(hash);
      const content = row === undefined ? null : bytesIn(row, "content");
      if (row === undefined || content === null) throw bodyIsGone(hash);
      const form = textIn(row, "form");
      const wrong = checkBody(hash, form, content);
      if (wrong !== undefined) throw bodyIsBroken(hash, wrong);
      return unpack(form, content);
    },
  };
}

function bodyIsGone(hash: string): Failure<"journal/not-found"> {
  return new Failure(
    "journal/not-found",
    { what: "body", name: hash },
    {
      found: `The response body ${hash.slice(0, 12)} is no longer in the journal.`,
      why: "It was pruned or erased; its hash stays in the chain, so that what was there can still be proven.",
      help: "Run the snippet again for new values.",
    },
  );
}

function bodyIsBroken(hash: string, reason: string): Failure<"journal/broken"> {
  return new Failure(
    "journal/broken",
    { chain: "", entry: -1, reason },
    {
      found: `A kept response is damaged: ${reason} (${hash.slice(0, 12)}).`,
      why: "An answer built on it would not be what Okta sent.",
      help: "Run attest journal verify --bodies, and restore the file from a copy.",
    },
  );
}
