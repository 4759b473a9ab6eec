import { join } from "node:path";
import { z } from "zod";
import { Failure } from "../terms/failure.ts";
import { openKeptFile } from "./kept-file.ts";

/** One version of a word: what it meant from then on. */
export interface DefinedVersion {
  readonly number: number;
  /** Which users are meant, in the language of definitions. */
  readonly condition: string;
  readonly owner: string;
  /** ISO 8601. */
  readonly at: string;
  /** How many users it meant when it was defined, and how many nearly; null where nobody counted. */
  readonly matches: number | null;
  readonly nearMisses: number | null;
}

/** A word of an org with its history. */
export interface DefinedWords {
  readonly name: string;
  /** Origin of the org whose word it is. */
  readonly org: string;
  /** Oldest first, never empty; the last one counts. */
  readonly versions: readonly DefinedVersion[];
}

/**
 * The defined words of a data folder, all in one file. Contract: reading throws `library/broken` or `library/newer`; changing also
 * `library/busy` and `library/unwritable`; nothing of another process is lost.
 */
export interface WordStore {
  /** The words of one org by name. */
  list(org: string): Promise<readonly DefinedWords[]>;
  /** Gives a word its next version. */
  define(org: string, name: string, version: Omit<DefinedVersion, "number">): Promise<DefinedWords>;
  /** Takes a word away. Throws `library/not-found`. */
  remove(org: string, name: string): Promise<void>;
  /** Takes away the words of all orgs of which that is so; gives them. */
  removeWhere(isOut: (word: DefinedWords) => boolean): Promise<readonly DefinedWords[]>;
}

const count = z.number().int().min(0).nullable();
const version: z.ZodType<DefinedVersion> = z.strictObject({
  number: z.number().int().min(1),
  condition: z.string(),
  owner: z.string(),
  at: z.string(),
  matches: count,
  nearMisses: count,
});
const shape: z.ZodType<readonly DefinedWords[]> = z.array(
  z.strictObject({ name: z.string(), org: z.string(), versions: z.array(version).min(1) }),
);

/** What a word that is not defined is said to be. */
export function noSuchWord(name: string): Failure<"library/not-found"> {
  return new Failure(
    "library/not-found",
    { what: "definition", name },
    {
      found: `No word ${JSON.stringify(name)} is defined for this org.`,
      why: "Nothing was changed.",
      help: "attest definitions list shows all of them.",
    },
  );
}

/** The defined words of a data folder. */
export function openDefinedWords(dataFolder: string): WordStore {
  const file = openKeptFile({ path: join(dataFolder, "definitions.json"), kind: "definitions", version: 1, shape });
  const isIt = (org: string, name: string) => (one: DefinedWords) => one.org === org && one.name === name;
  return {
    list: async (org) =>
      ((await file.read()) ?? []).filter((one) => one.org === org).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    define: async (org, name, added) => {
      const changed = await file.change((current = []) => {
        const known = current.find(isIt(org, name))?.versions ?? [];
        const versions = [...known, { ...added, number: (known.at(-1)?.number ?? 0) + 1 }];
        return [...current.filter((one) => !isIt(org, name)(one)), { name, org, versions }];
      });
      const word = changed.find(isIt(org, name));
      if (word === undefined) throw noSuchWord(name);
      return word;
    },
    remove: async (org, name) => {
      await file.change((current = []) => {
        if (!current.some(isIt(org, name))) throw noSuchWord(name);
        return current.filter((one) => !isIt(org, name)(one));
      });
    },
    removeWhere: async (isOut) => {
      const removed = ((await file.read()) ?? []).filter(isOut);
      if (removed.length > 0) await file.change((current = []) => current.filter((one) => !isOut(one)));
      return removed;
    },
  };
}
