import ts from "typescript";
import { declarationOf } from "../name-of.ts";
import { isCondition, sayCondition } from "./say-condition.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A condition whose answer is the cell of a column, in words; undefined where the rules could not put it into words. */
export interface CellCondition {
  readonly column: string;
  readonly text: string;
  readonly words: string | undefined;
  readonly line: number;
}

/** Every condition whose answer is written into one of these columns: `locked: user.status === 'LOCKED_OUT'`. */
export function cellConditions(
  sourceFile: ts.SourceFile,
  columns: ReadonlySet<string>,
  vocabulary: Vocabulary,
): readonly CellCondition[] {
  const found: CellCondition[] = [];
  const visit = (node: ts.Node): void => {
    const { column, value } = writtenBy(node);
    const condition = value !== undefined && columns.has(column) ? conditionIn(value, vocabulary) : undefined;
    if (condition !== undefined)
      found.push({
        column,
        text: condition.getText(sourceFile).replaceAll(/\s+/g, " "),
        words: sayCondition(condition, vocabulary),
        line: sourceFile.getLineAndCharacterOfPosition(condition.getStart(sourceFile)).line + 1,
      });
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return found;
}

/** A line for each of them that has no words. */
export function wordlessCells(conditions: readonly CellCondition[]): readonly string[] {
  return conditions.flatMap(({ column, text, words, line }) =>
    words === undefined
      ? [
          `What the column ${column} says of an item, in line ${line}, could not be put into words; read it in the snippet: ${text}`,
        ]
      : [],
  );
}

/** What stands in a property, `name: value`, `{ name }` or `row.name = value`. */
function writtenBy(node: ts.Node): { readonly column: string; readonly value: ts.Expression | undefined } {
  if (ts.isPropertyAssignment(node) && !ts.isComputedPropertyName(node.name))
    return { column: node.name.text, value: node.initializer };
  if (ts.isShorthandPropertyAssignment(node)) return { column: node.name.text, value: node.name };
  const isWrite = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isWrite && ts.isPropertyAccessExpression(node.left)
    ? { column: node.left.name.text, value: node.right }
    : { column: "", value: undefined };
}

function conditionIn(value: ts.Expression, { typeChecker }: Vocabulary): ts.Expression | undefined {
  const declaration = ts.isIdentifier(value) ? declarationOf(value, typeChecker) : undefined;
  const node = (declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined) ?? value;
  const isMade = isCondition(node) || ts.isCallExpression(node);
  return isMade && isBoolean(typeChecker.getTypeAtLocation(node)) ? node : undefined;
}

function isBoolean(type: ts.Type): boolean {
  return (type.isUnion() ? type.types : [type]).every((one) => (one.flags & ts.TypeFlags.BooleanLike) !== 0);
}
