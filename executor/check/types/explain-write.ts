import ts from "typescript";
import { isAssignment } from "../is-assignment.ts";

/** What gives a new list in place of each method that changes the list it is called on. */
const copies: ReadonlyMap<string, (list: string) => string> = new Map([
  ["sort", (list: string) => `${list}.toSorted(…)`],
  ["reverse", (list: string) => `${list}.toReversed()`],
  ["splice", (list: string) => `${list}.toSpliced(…)`],
  ["push", (list: string) => `[...${list}, item]`],
  ["unshift", (list: string) => `[item, ...${list}]`],
  ["pop", (list: string) => `${list}.at(-1) for the last item, ${list}.slice(0, -1) for the others`],
  ["shift", (list: string) => `${list}[0] for the first item, ${list}.slice(1) for the others`],
]);

const stepOperators: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken]);

function nameOf(expression: ts.Expression, otherwise: string): string {
  const text = expression.getText();
  return /^[\w.]{1,60}$/.test(text) ? text : otherwise;
}

/** True where a value is given to this expression, as `user.level = 1` or `user.count += 1` do. */
function isWritten(access: ts.Expression): boolean {
  const { parent } = access;
  if (ts.isPostfixUnaryExpression(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent)) return stepOperators.has(parent.operator);
  return isAssignment(parent) && parent.left === access;
}

/** What to write in place of a change to what the snippet did not make; undefined where a name is not there to be changed. */
export function explainWrite(node: ts.Node, typeChecker: ts.TypeChecker): string | undefined {
  const access = node.parent;
  if (!ts.isIdentifier(node) || !ts.isPropertyAccessExpression(access) || access.name !== node) return undefined;
  const copy = copies.get(node.text);
  if (copy !== undefined && typeChecker.isArrayLikeType(typeChecker.getTypeAtLocation(access.expression)))
    return `A list that was read stays as it is. Make another: ${copy(nameOf(access.expression, "list"))}.`;
  if (!isWritten(access)) return undefined;
  return `What was read stays as it is. Make another object: { ...${nameOf(access.expression, "object")}, ${node.text}: … }.`;
}
