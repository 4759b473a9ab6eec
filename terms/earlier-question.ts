/** What a follow-up goes on from: a question as it was answered before. Never its rows. */
export interface EarlierQuestion {
  /** Undefined where the snippet came from a file. */
  readonly question: string | undefined;
  readonly source: string;
  /** Names of the columns that the operator saw. */
  readonly columns: readonly string[];
}
