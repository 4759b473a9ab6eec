/**
 * Text from an org or a snippet, safe to print on a terminal: control characters, escapes and bidirectional overrides are
 * shown as `\xNN` or `\u{NNNN}`, so that a name can neither move the cursor nor hide what stands beside it.
 */
export function safeText(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
  });
}

/** The same for text of several lines, such as a snippet: line ends stay. */
export function safeLines(text: string): string {
  return text.split("\n").map(safeText).join("\n");
}
