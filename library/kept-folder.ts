import { readdir } from "node:fs/promises";
import { type FailureDescription, isFailure } from "../terms/failure.ts";

/** What the files of a folder hold, and those that could not be read, each with its failure. */
export interface KeptFolder<T> {
  readonly kept: readonly T[];
  readonly unreadable: readonly FailureDescription[];
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder).catch((error: unknown): readonly string[] => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  return files.flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -5)] : []));
}

/** Reads a folder's kept files by name, those whose name is one; a file that cannot be read does not hide the others. */
export async function readKeptFolder<T>(
  folder: string,
  isName: (name: string) => boolean,
  read: (name: string) => Promise<T | undefined>,
): Promise<KeptFolder<T>> {
  const kept: T[] = [];
  const unreadable: FailureDescription[] = [];
  for (const name of (await namesIn(folder)).filter(isName).toSorted()) {
    try {
      const one = await read(name);
      if (one !== undefined) kept.push(one);
    } catch (error) {
      if (!isFailure(error)) throw error;
      unreadable.push(error.describe());
    }
  }
  return { kept, unreadable };
}
