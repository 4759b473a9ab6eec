import { Failure } from "../../terms/failure.ts";

/** Where the secrets and the anchors of journals are kept: never in a journal's own folder. */
export interface KeyRing {
  /** Where it keeps them, in words: `the file …`, `the keychain`. */
  readonly place: string;
  /** The secret of 32 bytes of the journal with that name. Undefined where it has none. Throws where it cannot be read. */
  find(journal: string): Uint8Array | undefined;
  /** Makes a new one and keeps it; resolves nothing twice: a journal that has one keeps it. */
  create(journal: string): Uint8Array;
  /** The file with the journal's anchors; undefined where none are kept. */
  anchorsOf(journal: string): string | undefined;
}

/** The ring has no key for a journal that is there. None is made: what it holds could not be read with another. */
export function lostKey(path: string, place: string): Failure<"journal/wrong-key"> {
  return new Failure(
    "journal/wrong-key",
    { path },
    {
      found: `There is no key for the journal ${path} in ${place}.`,
      why: "Its texts are encrypted, and cannot be read without the key; nothing was lost or changed.",
      help: "Put the key back from where it was saved, or set ATTEST_HOME to another folder to begin a new journal.",
    },
  );
}

/** The ring has another key than the one that the journal was written with. Nothing is written over it. */
export function wrongKey(path: string, place: string): Failure<"journal/wrong-key"> {
  return new Failure(
    "journal/wrong-key",
    { path },
    {
      found: `The journal ${path} was written with another key than the one in ${place}.`,
      why: "Its texts cannot be read, and entries under two keys could never be read together; it was left as it is.",
      help: "Put the journal's own key back, or set ATTEST_HOME to another folder to begin a new journal.",
    },
  );
}
