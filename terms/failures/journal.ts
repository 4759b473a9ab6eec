/** What can be wrong with the journal. */
export interface JournalFailures {
  /** No run, approval or snippet of that name or hash. */
  "journal/not-found": { readonly what: string; readonly name: string };
  /** The journal cannot be written: read-only folder, full disk, wrong owner. */
  "journal/unwritable": { readonly path: string; readonly reason: string };
  /** An entry does not fit the chain. */
  "journal/broken": { readonly chain: string; readonly entry: number; readonly reason: string };
  /** Written by a newer version of Attest. */
  "journal/newer": { readonly found: number; readonly known: number };
  /** Written with another key: its texts cannot be read, and nothing is written to it. */
  "journal/wrong-key": { readonly path: string };
}
