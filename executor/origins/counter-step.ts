import ts from "typescript";
import { isAssignment } from "../check/is-assignment.ts";
import { declarationOf } from "../check/name-of.ts";
import type { Machine } from "./machine.ts";

/**
 * True for the place where a counter goes on: what is worked out there out of a variable, a property or a Map's value is kept in
 * it again, in a loop or a function that is called for each item, or is the next total of a `reduce`. A number that is added after
 * the counting, or kept elsewhere, is no step.
 */
export function isCounterStep(machine: Machine, node: ts.Expression): boolean {
  const { typeChecker } = machine;
  const kept = keptIn(node, typeChecker);
  if (kept === undefined) return false;
  if (kept === "total") return true;
  const { place, read } = kept;
  // A number is no other variable's, as a Map or an object may be: what was declared in this round is counted in this round.
  const declaration = ts.isIdentifier(place) && read === place.text ? declarationOf(place, typeChecker) : undefined;
  return isRepeated(machine, node, declaration) && mentions(node, read, typeChecker);
}

/** What the value of an expression is kept in, and how that is read. */
interface Kept {
  readonly place: ts.Expression;
  readonly read: string;
}

function keptIn(node: ts.Expression, typeChecker: ts.TypeChecker): Kept | "total" | undefined {
  if (isAssignment(node)) return placeOf(node.left);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return placeOf(node.operand);
  let inner: ts.Node = node;
  while (isPassedOn(inner.parent)) inner = inner.parent;
  const { parent } = inner;
  if (isAssignment(parent)) return placeOf(parent.left);
  if (ts.isCallExpression(parent)) return mapOf(parent);
  if (ts.isVariableDeclaration(parent)) return keptByName(parent, typeChecker);
  return isTotal(parent) ? "total" : undefined;
}

function placeOf(place: ts.Expression): Kept {
  return { place, read: place.getText() };
}

function isPassedOn(node: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isConditionalExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isPropertyAssignment(node)
  );
}

function mapOf({ expression }: ts.CallExpression): Kept | undefined {
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "set") return undefined;
  return { place: expression.expression, read: `${expression.expression.getText()}.get` };
}

/** `const next = (map.get(key) ?? 0) + 1`, which is kept in the line after. */
function keptByName(declaration: ts.VariableDeclaration, typeChecker: ts.TypeChecker): Kept | undefined {
  const around = ts.findAncestor(declaration, ts.isBlock);
  const visit = (node: ts.Node): Kept | undefined => {
    const { parent } = node;
    const isUse = ts.isIdentifier(node) && node !== declaration.name;
    if (!isUse || declarationOf(node, typeChecker) !== declaration) return ts.forEachChild(node, visit);
    if (ts.isCallExpression(parent)) return mapOf(parent);
    return isAssignment(parent) && parent.right === node ? placeOf(parent.left) : undefined;
  };
  return around === undefined ? undefined : visit(around);
}

function isTotal(parent: ts.Node): boolean {
  const callback = ts.isReturnStatement(parent) ? ts.findAncestor(parent, ts.isFunctionLike) : parent;
  const call = callback?.parent;
  return (
    call !== undefined &&
    ts.isCallExpression(call) &&
    call.arguments[0] === callback &&
    ts.isPropertyAccessExpression(call.expression) &&
    (call.expression.name.text === "reduce" || call.expression.name.text === "reduceRight")
  );
}

function isRepeated({ conditions }: Machine, node: ts.Node, since: ts.Declaration | undefined): boolean {
  for (let around = node.parent; !ts.isSourceFile(around); around = around.parent) {
    if (since !== undefined && around.pos <= since.pos && since.end <= around.end) return false;
    if (ts.isIterationStatement(around, false)) return true;
    if (ts.isFunctionLike(around)) return conditions.areMet();
  }
  return false;
}

/** Whether an expression reads that place, itself or by a name that stands for what was read there. */
function mentions(node: ts.Node, read: string, typeChecker: ts.TypeChecker, isInside = false): boolean {
  if (node.getText() === read) return true;
  const declaration = ts.isIdentifier(node) && !isInside ? declarationOf(node, typeChecker) : undefined;
  const named = declaration && ts.findAncestor(declaration, ts.isVariableDeclaration)?.initializer;
  if (named !== undefined && mentions(named, read, typeChecker, true)) return true;
  return ts.forEachChild(node, (child) => mentions(child, read, typeChecker, isInside) || undefined) ?? false;
}
