import { createStarts, drawAt } from "./random.ts";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** For each index the random letters and digits that belong to these keys. */
export function createLetters(seed: number, kind: string, length: number): (index: number) => string {
  const startOf = createStarts(seed, kind);
  return (index) => {
    const start = startOf(index);
    let text = "";
    for (let place = 1; place <= length; place += 1) text += alphabet.charAt(Math.floor(drawAt(start, place) * 62));
    return text;
  };
}

/**
 * For each index whether a word of lower case letters and digits stands in the letters that belong to it, in whatever case. Few of
 * them are worked out: where the one under the word's end is none of the word's, the word is moved past it.
 */
export function createLettersTest(
  seed: number,
  kind: string,
  length: number,
  word: string,
): (index: number) => boolean {
  const startOf = createStarts(seed, kind);
  const lower = alphabet.toLowerCase();
  const moves = Array.from(lower, (letter) => word.length - 1 - word.slice(0, -1).lastIndexOf(letter));
  return (index) => {
    const start = startOf(index);
    const letterAt = (place: number): number => Math.floor(drawAt(start, place) * 62);
    let end = word.length;
    while (end <= length) {
      let back = 0;
      while (back < word.length && lower[letterAt(end - back)] === word[word.length - 1 - back]) back += 1;
      if (back === word.length) return true;
      end += moves[letterAt(end)] ?? 1;
    }
    return false;
  };
}

/** Random letters and digits that belong to these keys. */
export function letters(seed: number, kind: string, index: number, length: number): string {
  return createLetters(seed, kind, length)(index);
}

/** The index as five letters and digits in no visible order: no two indexes give the same. */
function scattered(index: number): string {
  let left = (index * 7_368_787 + 45_678_901) % 916_132_832;
  let text = "";
  for (let place = 0; place < 5; place += 1) {
    text += alphabet.charAt(left % 62);
    left = Math.floor(left / 62);
  }
  return text;
}

/** An id in Okta's form: 20 letters and digits that open with the prefix of its kind (`00u`, `0oa`) and close with the org's own four. */
export function objectId(seed: number, prefix: string, index: number): string {
  return `${prefix}${letters(seed, prefix, index, 11 - prefix.length)}${scattered(index)}${letters(seed, "org", 0, 1)}5d7`;
}
