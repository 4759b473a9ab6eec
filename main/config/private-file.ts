import { chmod, readFile, rename, writeFile } from "node:fs/promises";
import type { Adapter } from "lowdb";
import { Failure } from "../../terms/failure.ts";

/**
 * A JSON file that only its owner can read, for lowdb. Written beside and renamed, so that a crash leaves the old text.
 * `parse` turns what was read into what is expected; what it throws becomes `config/invalid` naming the file.
 */
export class PrivateFile<T> implements Adapter<T> {
  readonly #path: string;
  readonly #parse: (value: unknown) => T;

  constructor(path: string, parse: (value: unknown) => T) {
    this.#path = path;
    this.#parse = parse;
  }

  async read(): Promise<T | null> {
    const text = await readFile(this.#path, "utf8").catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    });
    if (text === undefined) return null;
    try {
      return this.#parse(JSON.parse(text));
    } catch (error) {
      throw new Failure(
        "config/invalid",
        { setting: this.#path, expected: "a file that Attest wrote" },
        {
          found: `${this.#path} cannot be read as Attest's own file.`,
          why: "It was edited or cut off; nothing of it was used, and it was left as it is.",
          help: "Mend it, or move it away and connect again.",
        },
        error,
      );
    }
  }

  async write(data: T): Promise<void> {
    const beside = `${this.#path}.${process.pid}.new`;
    await writeFile(beside, `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600, flush: true });
    await chmod(beside, 0o600);
    await rename(beside, this.#path);
  }
}
