import ts from "typescript";
import type { TextRule } from "./gate-rule.ts";

/** First and last of each run of characters that change how a text is seen: controls, marks of direction, of no width, of variation. */
const hiddenRuns: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe0fff],
];

function isHidden(point: number): boolean {
  return hiddenRuns.some(([first, last]) => first <= point && point <= last);
}

/** Characters that cannot be seen, or turn what is seen around: nowhere but as escapes inside strings. */
export const hiddenCharacters: TextRule = (sourceFile) => {
  const found: ReturnType<TextRule>[number][] = [];
  let offset = 0;
  for (const character of sourceFile.text) {
    // Alone it ends a line for the compiler and for few editors.
    const isLoneReturn = character === "\r" && sourceFile.text[offset + 1] !== "\n";
    if (isLoneReturn || isHidden(character.codePointAt(0) ?? 0)) {
      found.push({
        offset,
        code: "gate/hidden-character",
        message: `The character U+${codePoint(character)} stands here; it cannot be seen or changes what is seen.`,
        why: "What runs must be what an operator saw.",
        help: `Take it out, or write it inside a string as an escape: \\u{${codePoint(character)}}.`,
      });
    }
    offset += character.length;
  }
  return found;
};

/** Characters outside ASCII are for strings, templates and comments alone. */
export const foreignCharacters: TextRule = (sourceFile) => {
  // Most snippets hold neither such a character nor an escape, and to look at every token is dear.
  if (!/[\\\u{7f}-\u{10ffff}]/u.test(sourceFile.text)) return [];
  const found: { offset: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(sourceFile);
    if (children.length > 0 && !ts.isJSDoc(node)) return children.forEach(visit);
    if (mayHoldAnyText(node)) return;
    const text = node.getText(sourceFile);
    const index = text.split("").findIndex((one) => one > "\u007e");
    if (index >= 0) found.push({ offset: node.getStart(sourceFile) + index, text });
    else if (ts.isIdentifier(node) && text.includes("\\")) found.push({ offset: node.getStart(sourceFile), text });
  };
  visit(sourceFile);
  return found.map(({ offset, text }) => ({
    offset,
    code: "gate/foreign-character",
    message: `The name ${text} holds an escape or a letter outside A to Z.`,
    why: "Letters of other alphabets look like ours, so a name could be another than the one that is read.",
    help: "Use plain letters, digits and _ in names; other characters are fine inside strings.",
  }));
};

function mayHoldAnyText(node: ts.Node): boolean {
  return (
    ts.isStringLiteral(node) ||
    ts.isTemplateLiteralToken(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isRegularExpressionLiteral(node) ||
    ts.isJSDoc(node) ||
    node.kind === ts.SyntaxKind.TemplateHead
  );
}

function codePoint(text: string): string {
  return (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
