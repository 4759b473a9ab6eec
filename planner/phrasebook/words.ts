/** One word of a question, as the grammar sees it. */
export interface Word {
  /** As written, quotes removed. */
  readonly text: string;
  readonly lower: string;
  /** True where the operator put it in quotes: then it is a name, whatever it says. */
  readonly quoted: boolean;
}

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\b(have|has|had|do|does|did|are|is|was|were)n['’]t\b/gi, "$1 not"],
  [/\bcan['’]t\b/gi, "can not"],
  [/\bwho['’]s\b/gi, "who is"],
];

/** The words of a question in order: quoted texts as one word each, commas as words of their own, the end mark dropped. */
export function splitWords(question: string): readonly Word[] {
  const plain = contractions.reduce((text, [found, put]) => text.replace(found, put), question.normalize("NFC"));
  const found = plain.matchAll(/["“]([^"”]+)["”]|(?<![\p{L}\p{N}])['‘]([^'’]+)['’](?![\p{L}\p{N}])|,|[^\s,"“”]+/gu);
  return [...found].flatMap((match): readonly Word[] => {
    const quoted = match[1] ?? match[2];
    if (quoted !== undefined) return [{ text: quoted, lower: quoted.toLowerCase(), quoted: true }];
    const text = match[0].replace(/[?!.:;]+$/, "").replace(/^[(]|[)]$/g, "");
    return text === "" ? [] : [{ text, lower: text.toLowerCase(), quoted: false }];
  });
}
