import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import envPaths from "env-paths";
import type { KeyRing } from "../../audit/key-ring.ts";
import { makePrivateFolder } from "../../audit/private-folder.ts";
import { Failure } from "../../terms/failure.ts";

const keyBytes = 32;

/** The folder with the keys of journals. */
export function keysFolder(configured: string | undefined): string {
  return resolve(configured ?? join(envPaths("attest", { suffix: "" }).config, "keys"));
}

function keyFailure(path: string, error: unknown): Failure<"config/invalid"> {
  const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
  return new Failure(
    "config/invalid",
    { setting: "ATTEST_KEYS", expected: "a folder that only you can read and write" },
    {
      found: `The journal's key ${path} cannot be read or written (${reason}).`,
      why: "The journal is encrypted with it, so it was not opened; nothing was lost.",
      help: "Set the rights of the file and its folder, or set ATTEST_KEYS to the folder with the keys.",
    },
    error,
  );
}

function readKey(path: string): Uint8Array | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw keyFailure(path, error);
  }
  const key = Buffer.from(text.trim(), "base64");
  if (key.byteLength !== keyBytes) throw keyFailure(path, new Error("it is no key"));
  return key;
}

/** Written beside and linked: a crash leaves no half a key, and a key that is there is never replaced. */
function writeKey(folder: string, path: string): void {
  makePrivateFolder(folder);
  const beside = `${path}.${process.pid}.new`;
  try {
    writeFileSync(beside, `${randomBytes(keyBytes).toString("base64")}\n`, { mode: 0o600, flush: true });
    linkSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}

/**
 * Keys of journals in files of their owner's alone, outside every data folder: in `ATTEST_KEYS`, else in the platform's place for
 * settings. Anchors beside them, or in the file `anchors`.
 */
export function journalKeyRing(configured: string | undefined, anchors?: string): KeyRing {
  const folder = keysFolder(configured);
  const pathOf = (journal: string): string => join(folder, `${journal}.key`);
  return {
    place: `the folder ${folder}`,
    anchorsOf: (journal) => resolve(anchors ?? join(folder, `${journal}.anchors`)),
    find: (journal) => readKey(pathOf(journal)),
    create: (journal) => {
      const path = pathOf(journal);
      try {
        writeKey(folder, path);
      } catch (error) {
        throw keyFailure(path, error);
      }
      const key = readKey(path);
      if (key === undefined) throw keyFailure(path, new Error("it was removed"));
      return key;
    },
  };
}
