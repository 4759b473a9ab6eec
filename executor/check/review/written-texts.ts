import ts from "typescript";
import type { Column } from "../../../terms/origin.ts";
import type { CellFacts } from "../../origins/cell-facts.ts";
import { findConstant } from "../name-of.ts";

/**
 * Texts that the snippet itself writes into columns whose other cells are Okta's: the cell would look like an answer of Okta.
 * A column that is chosen or worked out says so by its origin.
 */
export function writtenTexts(
  sourceFile: ts.SourceFile,
  columns: readonly Column[],
  ownTexts: CellFacts["ownTexts"],
  typeChecker: ts.TypeChecker,
): readonly string[] {
  const direct = new Set(
    columns.filter(({ origin }) => origin.kind === "direct" && origin.orLiteral).map((one) => one.name),
  );
  const found = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (isInput(node)) return;
    if (
      (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) &&
      !ts.isComputedPropertyName(node.name)
    ) {
      const value = ts.isPropertyAssignment(node) ? node.initializer : node.name;
      const texts = direct.has(node.name.text) ? textsOf(value, typeChecker) : [];
      const { line } = sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile));
      for (const text of texts)
        found.set(`${node.name.text} ${text}`, sentence(node.name.text, text, ` (line ${line + 1})`));
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  // What got into a column by another way: a list that was filled, a variable, a Map.
  for (const [column, text] of ownTexts) {
    const key = `${column} ${text}`;
    if (direct.has(column) && !found.has(key)) found.set(key, sentence(column, text, ""));
  }
  return [...found.values()];
}

/** The usual values of the operator's parameters, which are no rows. */
function isInput(node: ts.Node): boolean {
  return (
    ts.isVariableDeclaration(node) &&
    ts.isIdentifier(node.name) &&
    node.name.text === "params" &&
    ts.isSourceFile(node.parent.parent.parent)
  );
}

function sentence(column: string, text: string, place: string): string {
  return `The column ${column} holds values of Okta and, in some rows, the snippet's own text ${JSON.stringify(text)}${place}.`;
}

/** The literal texts that a value may be. An empty one is no value that could be taken for Okta's. */
function textsOf(node: ts.Expression, typeChecker: ts.TypeChecker): readonly string[] {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return textsOf(node.expression, typeChecker);
  if (ts.isConditionalExpression(node))
    return [...textsOf(node.whenTrue, typeChecker), ...textsOf(node.whenFalse, typeChecker)];
  if (ts.isBinaryExpression(node) && ts.isStringLiteralLike(node.right)) return textsOf(node.right, typeChecker);
  if (ts.isStringLiteralLike(node)) return node.text === "" ? [] : [node.text];
  const constant = ts.isIdentifier(node) ? findConstant(node, typeChecker) : undefined;
  return constant === undefined ? [] : textsOf(constant, typeChecker);
}
