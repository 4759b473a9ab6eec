import { synonyms } from "./synonyms.ts";
import type { Word } from "./words.ts";

const rules: readonly (readonly [said: readonly (readonly string[])[], put: readonly string[]])[] = synonyms.map(
  ([said, put]) => [said.split(" ").map((part) => part.split("|")), put === "" ? [] : put.split(" ")],
);

/**
 * Puts the grammar's own words in the place of others that mean the same. A word in quotes stays, and so does one with a capital
 * that does not begin the question: it may be a name. A word keeps the text that the operator wrote, so that a decline names it.
 */
export function rewriteWords(words: readonly Word[]): readonly Word[] {
  const rewritten: Word[] = [];
  for (let at = 0; at < words.length;) {
    const rule = rules.find(([said]) => said.every((part, index) => isSaid(part, words, at + index)));
    const [said, put] = rule ?? [[[]], undefined];
    const taken = words.slice(at, at + said.length);
    rewritten.push(...(put === undefined ? taken : putWords(put, taken)));
    at += said.length;
  }
  return rewritten;
}

function isSaid(part: readonly string[], words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || word.quoted) return false;
  const mayBeName = at > 0 && /^\p{Lu}\p{Ll}/u.test(word.text);
  if (part.includes("#"))
    return /^(a|an|\d+[+]?-?\w*|one|two|three|four|five|six|seven|eight|nine|ten)$/.test(word.lower);
  return !mayBeName && part.includes(word.lower);
}

function putWords(put: readonly string[], taken: readonly Word[]): readonly Word[] {
  const text = taken.map((word) => word.text).join(" ");
  const number = taken.find((word) => !word.quoted && /^\d/.test(word.lower));
  return put.map((lower) =>
    lower === "#" && number !== undefined
      ? number
      : { text, lower: lower === "#" ? (taken.at(-1)?.lower ?? "") : lower, quoted: false },
  );
}
