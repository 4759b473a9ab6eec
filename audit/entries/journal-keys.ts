import { createHmac, createPrivateKey, createPublicKey, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";

/** What is derived from a journal's one secret. */
export interface JournalKeys {
  /** The secret itself, for the thread that writes. */
  readonly secret: Uint8Array;
  /** AES-256-GCM: seals details and bodies. */
  readonly seal: KeyObject;
  /** Ed25519: signs anchors. */
  readonly sign: KeyObject;
  /** The public half, to be given to whoever keeps the anchors. */
  readonly verify: KeyObject;
  /** Tells this secret from another one, and nothing else. */
  readonly check: string;
}

/** How an Ed25519 private key begins in PKCS #8 (RFC 8410); the 32 bytes of its seed follow. */
const ed25519Start = Buffer.from("302e020100300506032b657004220420", "hex");

const derive = (secret: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", `attest journal: ${purpose}`, 32));

/** The keys of a journal, from its secret of 32 bytes. */
export function deriveKeys(secret: Uint8Array): JournalKeys {
  const seed = Buffer.concat([ed25519Start, derive(secret, "sign")]);
  const sign = createPrivateKey({ key: seed, format: "der", type: "pkcs8" });
  return {
    secret,
    seal: createSecretKey(derive(secret, "seal")),
    sign,
    verify: createPublicKey(sign),
    check: createHmac("sha256", derive(secret, "check")).update("key").digest("hex").slice(0, 32),
  };
}
