/** The words of a question, ready to be compared with names: lower case, three letters or more, without a plural s. */
export class QuestionWords {
  readonly #words: readonly string[];

  constructor(words: readonly string[]) {
    const parts = words.flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u));
    this.#words = [...new Set(parts.map(singular).filter((one) => one.length >= 3))];
  }

  /** True where a name as `costCenter` or `user.session.start` has a part that is one of the words, or holds it. */
  match(name: string): boolean {
    const lower = name.toLowerCase();
    return this.#words.some((word) => lower.includes(word)) || this.#words.includes(singular(lower));
  }
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
