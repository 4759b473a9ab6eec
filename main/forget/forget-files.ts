import { readdirSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Person } from "../../audit/erasure/person.ts";
import { readableParts } from "./readable-file.ts";

/** What became of the files of a data folder that name a person; paths in the folder. */
export interface ForgottenFiles {
  readonly erased: readonly string[];
  /** What names the person and was left, or may do so, and why. */
  readonly left: readonly string[];
}

/** What Attest signs in with: it is taken away with the org, not with a person. */
const credentials: ReadonlySet<string> = new Set(["orgs.json", "secrets.json"]);
/** The journal erases by itself, and words one by one. */
const isLookedAtElsewhere = (name: string): boolean => /^journal\.db(?:-wal|-shm)?$|^definitions\.json$/.test(name);

const blockBytes = 1_048_576;

/** As in the journal: what is taken away is written over first. */
async function erase(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    const { size } = await file.stat();
    const zeros = Buffer.alloc(Math.min(size, blockBytes));
    for (let at = 0; at < size; at += blockBytes) await file.write(zeros, 0, Math.min(blockBytes, size - at), at);
    await file.sync();
  } finally {
    await file.close();
  }
  await rm(path);
}

async function names(path: string, person: Person): Promise<boolean> {
  for await (const text of readableParts(path)) if (person.isIn(text)) return true;
  return false;
}

async function forgetFile(folder: string, path: string, person: Person): Promise<Partial<ForgottenFiles>> {
  const name = relative(folder, path);
  try {
    if (!person.isIn(name) && !(await names(path, person))) return {};
    if (credentials.has(name)) return { left: [`${name}: Attest signs in with it (attest org remove takes it away)`] };
    await erase(path);
    return { erased: [name] };
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "it cannot be unpacked";
    return { left: [`${name}: ${reason}`] };
  }
}

/**
 * Erases the files of a data folder that name the person: saved reports, exports, and whatever else was put there. Never throws
 * for one file: it is among those that were left.
 */
export async function forgetFiles(folder: string, person: Person): Promise<ForgottenFiles> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .filter((path) => !isLookedAtElsewhere(relative(folder, path)))
    .toSorted();
  const forgotten: Partial<ForgottenFiles>[] = [];
  for (const path of paths) forgotten.push(await forgetFile(folder, path, person));
  return {
    erased: forgotten.flatMap((one) => one.erased ?? []),
    left: forgotten.flatMap((one) => one.left ?? []),
  };
}
