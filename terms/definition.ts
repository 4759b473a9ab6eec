/** A word of the org or of Attest with one meaning ("active", "MFA factor"), shown wherever it is used. */
export interface Definition {
  readonly name: string;
  readonly version: number;
  /** The meaning, as a sentence an administrator can agree or disagree with. */
  readonly meaning: string;
}
