/** What can be wrong with what an operator keeps beside the journal: reports, definitions, settings. */
export interface LibraryFailures {
  /** Nothing of that kind and name is kept. */
  "library/not-found": { readonly what: string; readonly name: string };
  /** Something of that kind and name is kept already. */
  "library/exists": { readonly what: string; readonly name: string };
  /** A file is not as Attest writes it. It was left as it is. */
  "library/broken": { readonly path: string; readonly reason: string };
  /** Written by a newer version of Attest. It was left as it is. */
  "library/newer": { readonly path: string; readonly found: number; readonly known: number };
  /** Another process holds the file for longer than any change takes. */
  "library/busy": { readonly path: string };
  /** Somebody else changed it since it was read. */
  "library/changed": { readonly what: string; readonly name: string; readonly read: number; readonly found: number };
  /** The file cannot be written: read-only folder, full disk, wrong owner. */
  "library/unwritable": { readonly path: string; readonly reason: string };
}
