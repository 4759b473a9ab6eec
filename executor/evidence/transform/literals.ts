import ts from "typescript";
import { lost, replaceParts, type Transformer } from "./transformer.ts";
import { hasShadow, isMarked, shadowOf } from "./types.ts";

/** An object of the snippet, with the mark of each property beside it. */
export function writeObject(transformer: Transformer, node: ts.ObjectLiteralExpression): string {
  const parts = node.properties.map((property) => writePart(transformer, property));
  return `{ ${parts.join(", ")} }`;
}

function writePart(transformer: Transformer, property: ts.ObjectLiteralElementLike): string {
  if (ts.isSpreadAssignment(property)) return `...$.spread(${transformer.code(property.expression)})`;
  if (ts.isShorthandPropertyAssignment(property)) {
    const { name } = property;
    const mark = hasShadow(transformer, name) ? shadowOf(name) : lost;
    return `${name.text}, [${transformer.symbolFor(name.text)}]: ${mark}`;
  }
  if (!ts.isPropertyAssignment(property)) return transformer.code(property);
  const { name, initializer } = property;
  const { code, mark } = transformer.pair(initializer);
  if (ts.isComputedPropertyName(name)) {
    const key = transformer.temporary();
    return `[${key} = ${transformer.code(name.expression)}]: ${code}, [$.s(${key})]: ${mark}`;
  }
  const fixed =
    ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : name.getText(transformer.sourceFile);
  return `${JSON.stringify(fixed)}: ${code}, [${transformer.symbolFor(fixed)}]: ${mark}`;
}

/** A list of the snippet, with the marks of its items. */
export function writeList(transformer: Transformer, node: ts.ArrayLiteralExpression): string {
  const isPlain = node.elements.every((one) => !ts.isSpreadElement(one) && !isMarked(transformer, one));
  if (isPlain || node.elements.some(ts.isOmittedExpression)) {
    const replacements = node.elements.map((one) => ({ node: one, text: transformer.code(one) }));
    return replaceParts(transformer.sourceFile, node, replacements);
  }
  const parts = node.elements.map((one) => {
    if (ts.isSpreadElement(one)) return `[${transformer.code(one.expression)}]`;
    const { code, mark } = transformer.pair(one);
    return `[${code}, ${mark}]`;
  });
  return `$.array([${parts.join(", ")}])`;
}
