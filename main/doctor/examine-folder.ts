import { readdirSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { House } from "../house.ts";
import { isInside } from "./is-inside.ts";
import { keysFolder } from "../config/journal-key-ring.ts";
import type { Examined } from "./doctor-line.ts";
import { megabytes } from "./megabytes.ts";

/** Permission bits of everyone but the owner. */
const othersMode = 0o077;
/** Less room than this is used up by a few large runs. */
const littleRoom = 1e9;

/** Files in the folder, and in folders in it, that others than their owner can use. Windows has no such bits. */
function openToOthers(folder: string): readonly string[] {
  if (process.platform === "win32") return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => {
    const stats = statSync(join(folder, name), { throwIfNoEntry: false });
    return stats?.isFile() === true && (stats.mode & othersMode) !== 0;
  });
}

/** Looks at the data folder: who can use what is in it, and the room that is left beside it. */
export function examineFolder({ folder }: House): Examined {
  const [first, ...others] = openToOthers(folder);
  if (first !== undefined) {
    const what = others.length === 0 ? `the file ${first}` : `${others.length + 1} files, such as ${first},`;
    return {
      state: "broken",
      found: `${folder}: ${what} in it can be used by others than you.`,
      help: `Run: chmod -R go-rwx ${folder}`,
    };
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const found = `${folder}, for you alone; ${megabytes(free)} are free on its disk.`;
  return free < littleRoom
    ? { state: "poor", found, help: "Make room: a run that the journal cannot keep is stopped." }
    : { state: "good", found };
}

/** Says where the journal's key is kept: whoever has the folder and the key can read all that was read. */
export function examineKey({ settings, folder, key }: House): Examined {
  const { where: place } = key;
  return key.place === "file" && isInside(folder, keysFolder(settings.keys))
    ? {
        state: "poor",
        found: `In ${place}, which is inside the data folder.`,
        help: "Move the key to a folder elsewhere and set ATTEST_KEYS to it: a copy of the data folder is then of no use to others.",
      }
    : { state: "good", found: `In ${place}.` };
}
