/** What an erasure came to. */
export interface ErasureReport {
  /** Entries that lost a text. */
  readonly entries: number;
  /** Runs and plannings that lost one. */
  readonly chains: number;
  /** Whether old copies of pages may still lie in the file, because another process had it open. */
  readonly lingering: boolean;
  /** Whether the time for it ended before all was erased and all room given back. */
  readonly isCut: boolean;
}

/** Who erases, and when. */
export interface Eraser {
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Until when texts of what began are out of their time, by kind; ISO 8601. */
export interface Expiry {
  readonly reports: string;
  readonly others: string;
}

/** Work on the journal as a whole: done alone, between two commits. */
export type ErasureTask =
  | { readonly kind: "forget-run"; readonly run: string; readonly eraser: Eraser }
  | { readonly kind: "forget-person"; readonly login: string; readonly eraser: Eraser }
  | {
      readonly kind: "prune";
      readonly expiry: Expiry;
      readonly eraser: Eraser;
      /** After so many milliseconds it begins nothing more; absent for all in one go. */
      readonly forMs?: number | undefined;
    };
