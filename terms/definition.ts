/** A word of the org or of Attest with one meaning ("active", "MFA factor"), shown wherever it is used. */
export interface Definition {
  readonly name: string;
  readonly version: number;
  /** The meaning, as a sentence an administrator can agree or disagree with. */
  readonly meaning: string;
}

/** A word of the org, as an operator defined it: `contractor` is `userType same "C"`. */
export interface OrgDefinition extends Definition {
  /** Which users the word means, in the language of definitions. */
  readonly condition: string;
}
