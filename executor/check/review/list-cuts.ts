import ts from "typescript";
import { asOktaCall } from "../gate/okta-calls.ts";
import { cutWords } from "./cut-words.ts";
import { sayValue } from "./say-value.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A place where a list is cut without a condition. */
interface Cut {
  readonly node: ts.Node;
  readonly evaluated: "here";
  readonly words: string;
}

/** Where a snippet cuts a list short, whatever its items are: `.first(10)`, `.slice(0, 3)`, `rows.length = 5`, a loop that ends in its first round. */
export function cutsOf(node: ts.Node, vocabulary: Vocabulary): readonly Cut[] {
  if (ts.isCallExpression(node)) return cutByCall(node, vocabulary);
  if (ts.isBinaryExpression(node)) return cutByLength(node, vocabulary);
  return ts.isBreakStatement(node) || ts.isReturnStatement(node) ? cutByLeaving(node) : [];
}

const cutting: ReadonlySet<string> = new Set(["slice", "splice", "pop", "shift"]);

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
  return (type.isUnion() ? type.types : [type]).some((one) => typeChecker.isArrayLikeType(one));
}

function cutByLength({ left, operatorToken, right }: ts.BinaryExpression, vocabulary: Vocabulary): readonly Cut[] {
  const isLength = ts.isPropertyAccessExpression(left) && left.name.text === "length";
  if (!isLength || operatorToken.kind < ts.SyntaxKind.FirstAssignment) return [];
  if (operatorToken.kind > ts.SyntaxKind.LastAssignment || !isList(left.expression, vocabulary)) return [];
  const list = sayValue(left.expression, vocabulary) ?? "the items";
  const many = sayValue(right, vocabulary) ?? "some";
  return [{ node: left, evaluated: "here", words: `${cutWords.only} ${many} of ${list}` }];
}

/** `break` and `return` that no condition stands before: the loop has one round. */
function cutByLeaving(node: ts.BreakStatement | ts.ReturnStatement): readonly Cut[] {
  const block = node.parent;
  const loop = ts.isBlock(block) ? block.parent : block;
  if (!ts.isForOfStatement(loop) && !ts.isForStatement(loop)) return [];
  return [{ node, evaluated: "here", words: `${cutWords.stops} of the loop in line ${lineOf(loop)}` }];
}

function lineOf(node: ts.Node): number {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}
