import ts from "typescript";
import { isAssignment } from "../is-assignment.ts";
import { asOktaCall } from "../gate/okta-calls.ts";
import { declarationOf, findConstant } from "../name-of.ts";
import { cutWords } from "./cut-words.ts";
import { sayValue } from "./say-value.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A place where a list is cut without a condition. */
interface Cut {
  readonly node: ts.Node;
  readonly evaluated: "here";
  readonly words: string;
}

/** Where a snippet cuts a list short, whatever its items are: `.first(10)`, `.slice(0, 3)`, `list[0]`, `rows.length = 5`, a loop that is left by number. */
export function cutsOf(node: ts.Node, vocabulary: Vocabulary): readonly Cut[] {
  if (ts.isCallExpression(node)) return cutByCall(node, vocabulary);
  if (ts.isBinaryExpression(node)) return cutByLength(node, vocabulary);
  if (ts.isElementAccessExpression(node) || ts.isVariableDeclaration(node)) return cutByPlace(node, vocabulary);
  return ts.isBreakStatement(node) || ts.isReturnStatement(node) ? cutByLeaving(node, vocabulary) : [];
}

const cutting: ReadonlySet<string> = new Set(["slice", "splice", "pop", "shift", "take", "drop", "next"]);
const iterators: ReadonlySet<string> = new Set(["IteratorObject", "ArrayIterator", "MapIterator", "SetIterator"]);

function cutByCall(node: ts.CallExpression, vocabulary: Vocabulary): readonly Cut[] {
  if (!ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression } = node.expression;
  const okta = asOktaCall(expression);
  const [count] = node.arguments;
  if (name.text === "first" && okta !== undefined && count !== undefined) {
    const many = sayValue(count, vocabulary) ?? "few";
    return [{ node: name, evaluated: "here", words: `${cutWords.only} the first ${many} of ${okta.operationId}` }];
  }
  if (!cutting.has(name.text) || !isList(expression, vocabulary)) return [];
  if (name.text === "slice" && count === undefined) return [];
  const list = sayValue(expression, vocabulary) ?? "the items";
  const given = node.arguments.map((one) => one.getText()).join(", ");
  return [{ node: name, evaluated: "here", words: `${cutWords.only} a part of ${list}: ${name.text}(${given})` }];
}

function isList(node: ts.Expression, { typeChecker }: Vocabulary): boolean {
  const type = typeChecker.getNonNullableType(typeChecker.getTypeAtLocation(node));
  return (type.isUnion() ? type.types : [type]).some(
    (one) => typeChecker.isArrayLikeType(one) || iterators.has(one.symbol?.name ?? ""),
  );
}

function cutByLength(node: ts.BinaryExpression, vocabulary: Vocabulary): readonly Cut[] {
  const { left, right } = node;
  const isLength = ts.isPropertyAccessExpression(left) && left.name.text === "length";
  if (!isLength || !isAssignment(node) || !isList(left.expression, vocabulary)) return [];
  const list = sayValue(left.expression, vocabulary) ?? "the items";
  const many = sayValue(right, vocabulary) ?? "some";
  return [{ node: left, evaluated: "here", words: `${cutWords.only} ${many} of ${list}` }];
}

/**
 * `break` and `return` that leave a loop whatever its items are: no condition stands before them, so that the loop has one
 * round, or one that asks nothing of the item, as `if (rows.length >= 20) break`.
 */
function cutByLeaving(node: ts.BreakStatement | ts.ReturnStatement, vocabulary: Vocabulary): readonly Cut[] {
  const outer = aroundOf(node);
  if (isLoop(outer))
    return [{ node, evaluated: "here", words: `${cutWords.stops} of the loop in line ${lineOf(outer)}` }];
  if (!ts.isIfStatement(outer) || outer.elseStatement !== undefined) return [];
  const loop = aroundOf(outer);
  if (!isLoop(loop) || names(outer.expression, loop.initializer, vocabulary)) return [];
  const where = `of the loop in line ${lineOf(loop)}, where ${outer.expression.getText().replaceAll(/\s+/g, " ")}`;
  return [{ node, evaluated: "here", words: `${cutWords.leaves} ${where}` }];
}

function aroundOf({ parent }: ts.Node): ts.Node {
  return ts.isBlock(parent) ? parent.parent : parent;
}

function isLoop(node: ts.Node): node is ts.ForOfStatement | ts.ForStatement {
  return ts.isForOfStatement(node) || ts.isForStatement(node);
}

/** True where an expression names what a loop walks, or something that was made of it in the same round. */
function names(node: ts.Node, walked: ts.Node | undefined, vocabulary: Vocabulary): boolean {
  if (!ts.isIdentifier(node)) return ts.forEachChild(node, (child) => names(child, walked, vocabulary)) ?? false;
  const declaration = declarationOf(node, vocabulary.typeChecker);
  if (declaration === undefined || walked === undefined) return false;
  const loop = walked.parent;
  return declaration.pos >= loop.pos && declaration.end <= loop.end;
}

/** `list[0]`, `list.at(0)` and `const [first] = list` of a list that Okta answered: which is first is chance, and others may follow. */
function cutByPlace(node: ts.ElementAccessExpression | ts.VariableDeclaration, vocabulary: Vocabulary): readonly Cut[] {
  const list = ts.isVariableDeclaration(node) ? takenApart(node) : node.expression;
  if (list === undefined) return [];
  if (ts.isElementAccessExpression(node) && !ts.isNumericLiteral(node.argumentExpression)) return [];
  const operationId = answeredBy(list, vocabulary);
  if (operationId === undefined) return [];
  const many = ts.isVariableDeclaration(node) && ts.isArrayBindingPattern(node.name) ? node.name.elements.length : 1;
  return [{ node: list, evaluated: "here", words: `${cutWords.only} the first ${many} of ${operationId}` }];
}

function takenApart({ name, initializer }: ts.VariableDeclaration): ts.Expression | undefined {
  const isFirsts =
    ts.isArrayBindingPattern(name) &&
    name.elements.every((one) => ts.isOmittedExpression(one) || one.dotDotDotToken === undefined);
  return isFirsts ? initializer : undefined;
}

/** The operation whose whole answer a list is, or what a filter left of it; undefined for lists that were put in order, or made. */
function answeredBy(node: ts.Expression, vocabulary: Vocabulary): string | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node)) return answeredBy(node.expression, vocabulary);
  if (ts.isIdentifier(node)) {
    const constant = findConstant(node, vocabulary.typeChecker);
    return constant === undefined ? undefined : answeredBy(constant, vocabulary);
  }
  const okta = asOktaCall(node);
  if (okta !== undefined) return okta.operationId;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression, name } = node.expression;
  return ["all", "orUnknown", "filter"].includes(name.text) ? answeredBy(expression, vocabulary) : undefined;
}

function lineOf(node: ts.Node): number {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}
