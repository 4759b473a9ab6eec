import { join, resolve } from "node:path";
import envPaths from "env-paths";
import type { KeyRing } from "../../audit/entries/key-ring.ts";
import { keyFilePath, readKeyFile, writeKeyFile } from "./key-file.ts";

/** The folder with the keys of journals. */
export function keysFolder(configured: string | undefined): string {
  return resolve(configured ?? join(envPaths("attest", { suffix: "" }).config, "keys"));
}

/**
 * Keys of journals in files of their owner's alone, outside every data folder: in `ATTEST_KEYS`, else in the platform's place for
 * settings. Anchors beside them, or in the file `anchors`.
 */
export function journalKeyRing(configured: string | undefined, anchors?: string): KeyRing {
  const folder = keysFolder(configured);
  return {
    place: `the folder ${folder}`,
    anchorsOf: (journal) => resolve(anchors ?? join(folder, `${journal}.anchors`)),
    find: (journal) => readKeyFile(keyFilePath(folder, journal)),
    create: (journal) => writeKeyFile(folder, journal),
  };
}
