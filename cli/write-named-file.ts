import { randomBytes } from "node:crypto";
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { Failure } from "../terms/failure.ts";

/** Written beside and renamed: a file that was cut off never has the name that a whole one has. */
function writeWhole(path: string, content: string | Uint8Array): void {
  const beside = `${path}.${randomBytes(4).toString("hex")}.partial`;
  try {
    writeFileSync(beside, content, { mode: 0o600, flush: true });
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Writes a file that the operator named, readable by its owner alone; it has its name when it is whole. Throws `config/invalid`. */
export function writeNamedFile(path: string, content: string | Uint8Array, why = "Nothing was written."): void {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there === undefined) writeWhole(path, content);
    else if (there.isFile()) writeWhole(realpathSync(path), content);
    // A pipe or a terminal has no name to take.
    else writeFileSync(path, content);
  } catch (error) {
    throw new Failure(
      "config/invalid",
      { setting: path, expected: "a file that can be written" },
      { found: `${path} cannot be written.`, why, help: "Name a file in a folder that you may write to." },
      error,
    );
  }
}
