import type { DatabaseSync } from "node:sqlite";
import { deflateRawSync, inflateRawSync, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { Failure } from "../terms/failure.ts";
import { hashText } from "../terms/snippet.ts";
import { bytesIn, textIn } from "./column-values.ts";

/** How the bytes of a body are written. */
type Form = "plain" | "deflate" | "zstd";

/** Bytes below which compression would take longer than the rest of keeping a read, to save less than its entry takes. */
const worthCompressing = 2_000;
/** Bytes below which setting up zstd takes longer than all of deflate, at the same size. */
const worthZstd = 16_000;

const smallWindow = { level: 1, memLevel: 5, windowBits: 12 };

function pack(plain: Buffer): { readonly form: Form; readonly content: Uint8Array } {
  if (plain.byteLength < worthCompressing) return { form: "plain", content: plain };
  if (plain.byteLength < worthZstd) return { form: "deflate", content: deflateRawSync(plain, smallWindow) };
  return { form: "zstd", content: zstdCompressSync(plain) };
}

function unpack(form: string, content: Uint8Array): string {
  switch (form) {
    case "zstd":
      return zstdDecompressSync(content).toString("utf8");
    case "deflate":
      return inflateRawSync(content).toString("utf8");
    default:
      return Buffer.from(content).toString("utf8");
  }
}

/** Whether a stored body is whole: undefined when it is, else what is wrong with it. Never throws. */
export function checkBody(hash: string, form: string, content: Uint8Array): string | undefined {
  try {
    return hashText(unpack(form, content)) === hash ? undefined : "the body is not the one that was kept";
  } catch {
    return "the body cannot be unpacked";
  }
}

/** Writes texts inside the caller's transaction, and gives their hashes; a text that is already there is not written again. */
export function createBodyWriter(database: DatabaseSync): (text: string) => string {
  const present = database.prepare("SELECT 1 FROM bodies WHERE hash = ? AND content IS NOT NULL");
  const insert = database.prepare(
    `INSERT INTO bodies (hash, bytes, form, content) VALUES (?, ?, ?, ?)
     ON CONFLICT (hash) DO UPDATE SET form = excluded.form, content = excluded.content WHERE content IS NULL`,
  );
  return (text) => {
    const hash = hashText(text);
    if (present.get(hash) !== undefined) return hash;
    const plain = Buffer.from(text, "utf8");
    const { form, content } = pack(plain);
    insert.run(hash, plain.byteLength, form, content);
    return hash;
  };
}

/** Texts by their hash. */
export interface BodyStore {
  /** The text. Throws `journal/not-found` when it was pruned or erased, `journal/broken` when it is not what was kept. */
  load(hash: string): string;
}

/** The bodies of an open journal. */
export function createBodyStore(database: DatabaseSync): BodyStore {
  const select = database.prepare("SELECT form, content FROM bodies WHERE hash = ?");
  return {
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
