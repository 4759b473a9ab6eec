import ts from "typescript";
import { isCounterStep } from "./counter-step.ts";
import { familyOf } from "./family.ts";
import type { Machine } from "./machine.ts";
import { calculate, workOut } from "./operators.ts";
import { type NumberWay, putIn, reckonIn } from "./own-parts.ts";
import { literalOf, type Value } from "./value.ts";

const { SyntaxKind } = ts;

/** How a number of the snippet's own goes in, on the left and on the right. */
type Ways = readonly [left: NumberWay, right: NumberWay];

const operators: ReadonlyMap<ts.SyntaxKind, Ways> = new Map([
  [SyntaxKind.PlusToken, ["plus", "plus"]],
  [SyntaxKind.MinusToken, ["with", "minus"]],
  [SyntaxKind.AsteriskToken, ["times", "times"]],
  [SyntaxKind.AsteriskAsteriskToken, ["with", "with"]],
  [SyntaxKind.SlashToken, ["with", "over"]],
  [SyntaxKind.PercentToken, ["with", "with"]],
]);

const assigning: ReadonlyMap<ts.SyntaxKind, ts.SyntaxKind> = new Map([
  [SyntaxKind.PlusEqualsToken, SyntaxKind.PlusToken],
  [SyntaxKind.MinusEqualsToken, SyntaxKind.MinusToken],
  [SyntaxKind.AsteriskEqualsToken, SyntaxKind.AsteriskToken],
  [SyntaxKind.SlashEqualsToken, SyntaxKind.SlashToken],
  [SyntaxKind.PercentEqualsToken, SyntaxKind.PercentToken],
]);

/** True for `n += 1` and the like. */
export function assignsArithmetic(node: ts.BinaryExpression): boolean {
  return assigning.has(node.operatorToken.kind);
}

/** What an operator of arithmetic, or of texts, gives; undefined for any other. */
export function readArithmetic(
  machine: Machine,
  node: ts.BinaryExpression,
  [left, right]: readonly [Value, Value],
): Value | undefined {
  const { kind } = node.operatorToken;
  const ways = operators.get(assigning.get(kind) ?? kind);
  if (ways === undefined) return undefined;
  const result = calculate(left, right);
  if (familyOf(machine, node) === "text") return putIn(result, [left, right]);
  const isStep = isCounterStep(machine, node);
  const withLeft = reckonIn(result, left, right, { way: ways[0], isStep });
  return reckonIn(withLeft, right, left, { way: ways[1], isStep });
}

/** What `++` and `--` make of a number. */
export function readStep(
  machine: Machine,
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  operand: Value,
): Value {
  const isStep = isCounterStep(machine, node);
  const way = node.operator === SyntaxKind.PlusPlusToken ? "plus" : "minus";
  const one = literalOf(1);
  return reckonIn(reckonIn(workOut(operand), operand, one, { way: "plus", isStep }), one, operand, { way, isStep });
}
