import { createRandom } from "./random.ts";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Random letters and digits that belong to these keys. */
export function letters(seed: number, kind: string, index: number, length: number): string {
  const random = createRandom(seed, kind, index);
  let text = "";
  while (text.length < length) text += alphabet.charAt(random.below(62));
  return text;
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
