/** A snippet as an administrator or a model would write it to answer a question: it must pass the check as it stands. */
export interface CorrectSnippet {
  readonly name: string;
  readonly source: string;
}
