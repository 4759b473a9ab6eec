import { createCipheriv, createDecipheriv, createHash, hash, randomFillSync } from "node:crypto";
import { constants, deflateRawSync, inflateRawSync, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { JournalKeys } from "./journal-keys.ts";

/** A text with a salt, hashed and not yet sealed. */
export interface SaltedText {
  /** Hex SHA-256 of the salt in hex, a line feed, and the text: says nothing of the text once the salt is erased with it. */
  readonly hash: string;
  /** 16 bytes, kept and erased with the text. */
  readonly salt: Uint8Array;
  /** The text in UTF-8. */
  readonly text: Uint8Array;
}

/** How the text was compressed before it was encrypted. */
const forms = { plain: 0, deflate: 1, zstd: 2 } as const;

/** Bytes below which compression would take longer than the rest of keeping a read, to save less than its entry takes. */
const worthCompressing = 4_000;
/** Bytes below which setting up zstd takes longer than all of deflate, at the same size. */
const worthZstd = 16_000;

// On pages of users a fifth faster than the usual level 3, and 3 % larger. Level -1 is none to Node: it takes it for the usual one.
// What is looked back at is as large as most pages, not twice that, and comes out in few parts: another sixth faster, at the same size.
const fastZstd = {
  chunkSize: 64 * 1024,
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_windowLog]: 18 },
};

const smallWindow = { level: 1, memLevel: 5, windowBits: 12 };

const saltBytes = 16;
const saltLineBytes = 2 * saltBytes + 1;
const nonceBytes = 12;
const tagBytes = 16;
const headerBytes = 1 + nonceBytes + tagBytes;
const cipherName = "aes-256-gcm";

// Taken from the system in one go: asking for each text costs as much as encrypting it.
const pool = Buffer.alloc(256 * (saltBytes + nonceBytes));
let poolAt = pool.length;

/** Fresh random bytes, each handed out once. */
function takeRandom(count: number): Buffer {
  if (poolAt + count > pool.length) {
    randomFillSync(pool);
    poolAt = 0;
  }
  const taken = Buffer.allocUnsafe(count);
  pool.copy(taken, 0, poolAt, poolAt + count);
  pool.fill(0, poolAt, poolAt + count);
  poolAt += count;
  return taken;
}

/** The text, compressed where that is worth it. */
function compress(text: Uint8Array): { readonly form: number; readonly packed: Uint8Array } {
  if (text.byteLength < worthCompressing) return { form: forms.plain, packed: text };
  return text.byteLength < worthZstd
    ? { form: forms.deflate, packed: deflateRawSync(text, smallWindow) }
    : { form: forms.zstd, packed: zstdCompressSync(text, fastZstd) };
}

function decompress(form: number | undefined, packed: Buffer): Buffer {
  if (form === forms.zstd) return zstdDecompressSync(packed);
  if (form === forms.deflate) return inflateRawSync(packed);
  // The tag does not cover the form: one that is not known was changed.
  if (form !== forms.plain) throw new TypeError("a form that is not known");
  return packed;
}

function hashBytes(salt: Buffer, text: Uint8Array): string {
  return createHash("sha256")
    .update(`${salt.toString("hex")}\n`)
    .update(text)
    .digest("hex");
}

/**
 * Hashes a text, or its bytes in UTF-8, under a fresh salt: the same text salted twice has two hashes. `saltThere` is the salt, in
 * hex, of a text that comes from elsewhere with its hash.
 */
export function saltText(text: string | Uint8Array, saltThere?: string): SaltedText {
  const salt = saltThere === undefined ? takeRandom(saltBytes) : Buffer.from(saltThere, "hex");
  if (typeof text !== "string") return { hash: hashBytes(salt, text), salt, text };
  // Written into place: hashing it in two parts takes longer than all else about a short text.
  const hashed = Buffer.allocUnsafe(saltLineBytes + Buffer.byteLength(text));
  hashed.write(`${salt.toString("hex")}\n`, "latin1");
  hashed.write(text, saltLineBytes, "utf8");
  return { hash: hash("sha256", hashed), salt, text: hashed.subarray(saltLineBytes) };
}

/**
 * A salted text as it lies on the disk: form, nonce, tag, and encrypted: the salt and the compressed text. It opens with the same
 * `binding` alone: so it is of no use in another place.
 */
export function sealText(keys: JournalKeys, text: SaltedText, binding = ""): Uint8Array {
  const { form, packed } = compress(text.text);
  const nonce = takeRandom(nonceBytes);
  const cipher = createCipheriv(cipherName, keys.seal, nonce);
  cipher.setAAD(Buffer.from(binding, "utf8"));
  const encrypted = [cipher.update(text.salt), cipher.update(packed), cipher.final()];
  return Buffer.concat([Buffer.of(form), nonce, cipher.getAuthTag(), ...encrypted]);
}

/** A text that was opened, with the salt that its hash was made with. */
export interface OpenedText {
  readonly text: string;
  /** Hex. */
  readonly salt: string;
}

/** Opens a sealed text; what is wrong with it, where it is not the one that was sealed with this binding. Never throws. */
export function openText(
  keys: JournalKeys,
  sealedHash: string,
  content: Uint8Array,
  binding = "",
): OpenedText | "changed" {
  try {
    const sealed = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    const decipher = createDecipheriv(cipherName, keys.seal, sealed.subarray(1, 1 + nonceBytes));
    decipher.setAAD(Buffer.from(binding, "utf8"));
    decipher.setAuthTag(sealed.subarray(1 + nonceBytes, headerBytes));
    const opened = Buffer.concat([decipher.update(sealed.subarray(headerBytes)), decipher.final()]);
    const salt = opened.toString("hex", 0, saltBytes);
    const plain = decompress(sealed[0], opened.subarray(saltBytes));
    const text = plain.toString("utf8");
    // The hash stands in the chain: so a body cannot be put in another's place either.
    return hash("sha256", `${salt}\n${text}`) === sealedHash ? { text, salt } : "changed";
  } catch {
    return "changed";
  }
}
