import { chmodSync, mkdirSync, statSync } from "node:fs";

/** Permission bits of everyone but the owner. */
const othersMode = 0o077;

/**
 * Makes a folder that only its owner can use, or takes away what others may do with one that is there. What its owner may not do
 * stays so: a folder that was made read-only is not written to. Throws what the system says.
 */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const { mode } = statSync(path);
  if ((mode & othersMode) !== 0) chmodSync(path, mode & 0o700);
}
