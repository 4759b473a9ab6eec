import type { KeptDefinitionChange } from "../../audit/books/definition-book.ts";
import { type DefinedWords, noSuchWord, openDefinedWords } from "../../library/defined-words.ts";
import type { House } from "../house.ts";

/** All defined words of the org in use. Throws `config/missing`. */
export async function listDefinedWords(house: House): Promise<readonly DefinedWords[]> {
  return openDefinedWords(house.folder).list((await house.org()).address.origin);
}

/** A defined word with what the journal has of it, in any org. */
export interface ShownWord extends DefinedWords {
  /** Newest first. */
  readonly changes: readonly KeptDefinitionChange[];
}

/** One defined word with its history. Throws `library/not-found`. */
export async function getDefinedWord(house: House, name: string): Promise<ShownWord> {
  const found = (await listDefinedWords(house)).find((one) => one.name === name.trim().toLowerCase());
  if (found === undefined) throw noSuchWord(name);
  return { ...found, changes: house.journal().definitions.list(found.name) };
}
