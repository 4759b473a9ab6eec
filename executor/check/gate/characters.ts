import ts from "typescript";
import type { TextRule } from "./gate-rule.ts";

/** Characters that change how a text is seen: direction marks, zero-width ones, line separators, controls. */
const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/gu;

/** Characters that cannot be seen, or turn what is seen around: nowhere but as escapes inside strings. */
export const hiddenCharacters: TextRule = (sourceFile) =>
  [...sourceFile.text.matchAll(hidden)].map((match) => ({
    offset: match.index,
    code: "gate/hidden-character",
    message: `The character U+${codePoint(match[0])} stands here; it cannot be seen or changes what is seen.`,
    why: "What runs must be what an operator saw.",
    help: `Take it out, or write it inside a string as an escape: \\u{${codePoint(match[0])}}.`,
  }));

/** Characters outside ASCII are for strings, templates and comments alone. */
export const foreignCharacters: TextRule = (sourceFile) => {
  const found: { offset: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(sourceFile);
    if (children.length > 0 && !ts.isJSDoc(node)) return children.forEach(visit);
    if (mayHoldAnyText(node)) return;
    const text = node.getText(sourceFile);
    const index = text.search(/[^\u0000-\u007f]/);
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
