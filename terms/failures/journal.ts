/** What can be wrong with the journal. */
export interface JournalFailures {
  /** No run, approval or snippet of that name or hash. */
  "journal/not-found": { readonly what: string; readonly name: string };
  /** The journal cannot be written: read-only folder, full disk, wrong owner. */
  "journal/unwritable": { readonly path: string; readonly reason: string };
  /** An entry does not fit the chain. */
  "journal/broken": { readonly chain: string; readonly entry: number; readonly reason: string };
  /** A file that holds no run as Attest exports it: cut off, changed, or something else; `line` from 1, 0 for the file as a whole. */
  "journal/bad-file": { readonly path: string; readonly line: number; readonly reason: string };
  /** A run out of a file is another one than the run of that name that is here already. */
  "journal/conflict": { readonly run: string };
  /** A signed anchor did not arrive where it is to be kept; `place` says where, without an address that is a secret. */
  "journal/anchor-not-kept": { readonly place: string; readonly reason: string };
  /** Written by a newer version of Attest. */
  "journal/newer": { readonly found: number; readonly known: number };
  /** Written with another key: its texts cannot be read, and nothing is written to it. */
  "journal/wrong-key": { readonly path: string };
}
