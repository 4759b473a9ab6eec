import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Adapter } from "lowdb";
import { type Failure, isFailure } from "../terms/failure.ts";

/** How a private file's text becomes its value. */
export interface PrivateFileForm<T> {
  /** From parsed JSON to the value. Throws for anything that Attest does not write. */
  readonly parse: (value: unknown) => T;
  /** The failure for a text that is none of Attest's; `cause` says what is wrong with it. */
  readonly broken: (path: string, cause: unknown) => Failure;
}

/**
 * A JSON file that only its owner can read, for lowdb. Written beside and renamed, so that a crash leaves the old text.
 * A `Failure` that `parse` throws is passed on; anything else it throws becomes `broken`.
 */
export class PrivateFile<T> implements Adapter<T> {
  readonly #path: string;
  readonly #form: PrivateFileForm<T>;

  constructor(path: string, form: PrivateFileForm<T>) {
    this.#path = path;
    this.#form = form;
  }

  async read(): Promise<T | null> {
    const text = await readFile(this.#path, "utf8").catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    });
    if (text === undefined) return null;
    try {
      return this.#form.parse(JSON.parse(text));
    } catch (error) {
      throw isFailure(error) ? error : this.#form.broken(this.#path, error);
    }
  }

  async write(data: T): Promise<void> {
    const beside = `${this.#path}.${process.pid}.new`;
    await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
    await writeFile(beside, `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600, flush: true });
    await chmod(beside, 0o600);
    await rename(beside, this.#path);
  }
}
