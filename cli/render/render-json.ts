/**
 * A value as JSON whose text acts on no terminal: characters that control or cannot be seen, which JSON allows in a text, are
 * written as its own escapes. Parsed again it is the same value.
 */
export function renderJson(value: unknown): string {
  return (JSON.stringify(value, null, 2) ?? "null").replaceAll(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
}

/** The same on one line, for output that is read line by line. */
export function renderJsonLine(value: unknown): string {
  // A line end inside a text is written as its escape: those that are left only lay it out.
  return renderJson(value).replaceAll(/\n */g, "");
}
