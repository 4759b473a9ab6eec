import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import type { ChainHead } from "../entries/chain.ts";
import type { JournalKeys } from "../entries/journal-keys.ts";

/**
 * The signed end of a journal chain at some time. Kept outside the data folder, it shows that what stood before it was neither
 * cut off nor written anew.
 */
export interface Anchor extends ChainHead {
  /** The journal's own name. */
  readonly journal: string;
  /** ISO 8601. */
  readonly at: string;
  /** Ed25519 public key: SPKI, base64. */
  readonly key: string;
  /** Over `anchorText`, base64. */
  readonly signature: string;
}

const shape: z.ZodType<Anchor> = z.object({
  journal: z.string(),
  number: z.number(),
  hash: z.string(),
  at: z.string(),
  key: z.string(),
  signature: z.string(),
});

/** The signed text. */
function anchorText({ journal, number, hash, at }: Omit<Anchor, "key" | "signature">): Buffer {
  return Buffer.from(`attest journal anchor\n${journal}\n${number}\n${hash}\n${at}\n`);
}

/** A journal's public key as anchors carry it. */
export function publicKeyText(key: KeyObject): string {
  return key.export({ type: "spki", format: "der" }).toString("base64");
}

/** Signs the end of a journal chain. */
export function signAnchor(keys: JournalKeys, journal: string, head: ChainHead, at: string): Anchor {
  const signed = { journal, number: head.number, hash: head.hash, at };
  const signature = sign(null, anchorText(signed), keys.sign).toString("base64");
  return { ...signed, key: publicKeyText(keys.verify), signature };
}

/** Whether an anchor was signed with the journal's own key. */
export function isSigned(keys: JournalKeys, anchor: Anchor): boolean {
  if (anchor.key !== publicKeyText(keys.verify)) return false;
  const key = createPublicKey({ key: Buffer.from(anchor.key, "base64"), format: "der", type: "spki" });
  return verify(null, anchorText(anchor), key, Buffer.from(anchor.signature, "base64"));
}

/** Appends an anchor as a line, on the disk when this returns. */
export function appendAnchor(path: string, anchor: Anchor): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, "a", 0o600);
  try {
    writeSync(file, `${JSON.stringify(anchor)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** What a webhook is given has the anchor in it; whoever keeps that as it came has kept the anchor. */
const postedShape = z.object({ anchor: shape });

function parseAnchor(line: string): Anchor {
  const value: unknown = JSON.parse(line);
  const posted = postedShape.safeParse(value);
  return posted.success ? posted.data.anchor : shape.parse(value);
}

/**
 * The anchors in a file, one a line, oldest first; lines that are none, such as one that a crash cut off, are left out. None
 * where there is no such file.
 */
export function readAnchors(path: string): readonly Anchor[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  return text.split("\n").flatMap((line) => {
    try {
      return [parseAnchor(line)];
    } catch {
      return [];
    }
  });
}
