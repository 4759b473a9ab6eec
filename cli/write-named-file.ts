import { writeFileSync } from "node:fs";
import { Failure } from "../terms/failure.ts";

/** Writes a file that the operator named, readable by its owner alone. Throws `config/invalid`. */
export function writeNamedFile(path: string, content: string | Uint8Array, why = "Nothing was written."): void {
  try {
    writeFileSync(path, content, { mode: 0o600 });
  } catch (error) {
    throw new Failure(
      "config/invalid",
      { setting: path, expected: "a file that can be written" },
      { found: `${path} cannot be written.`, why, help: "Name a file in a folder that you may write to." },
      error,
    );
  }
}
