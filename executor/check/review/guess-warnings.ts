import ts from "typescript";
import { addedItems } from "./added-items.ts";
import { methodCall } from "./method-call.ts";
import { joinByPlace } from "./place-joins.ts";
import { sayValue } from "./say-value.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * A line for each place where what is taken is not what was asked for, but what is like it, stands first, or stands at the
 * same place of another list; for each list whose items are taken twice, or that others are added to; and for each condition that holds whatever the item is.
 */
export function guessWarnings(sourceFile: ts.SourceFile, vocabulary: Vocabulary): readonly string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const said =
      likenessOf(node, vocabulary) ??
      joinByPlace(node, vocabulary) ??
      takenTwice(node, vocabulary) ??
      addedItems(node, vocabulary) ??
      idleCondition(node);
    if (said !== undefined) {
      const { line } = sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile));
      found.add(`${said} (line ${line + 1}).`);
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return [...found];
}

const searching: ReadonlySet<string> = new Set(["find", "findLast"]);
const likening: ReadonlySet<string> = new Set(["includes", "startsWith", "endsWith", "indexOf", "match", "test"]);

/** Fields whose texts people choose: one may hold another. */
const chosenNames = /\b(name|label|displayName|login|email|title|firstName|lastName|alternateId)\b/;

/** `groups.find((one) => one.profile.name.includes(group))`: several may fit. */
function likenessOf(node: ts.Node, vocabulary: Vocabulary): string | undefined {
  const called = methodCall(node, vocabulary);
  const [predicate] = called?.given ?? [];
  if (called === undefined || predicate === undefined || !searching.has(called.name)) return undefined;
  if (!isLikening(predicate, vocabulary)) return undefined;
  const which = called.name === "find" ? "first" : "last";
  return `Takes the ${which} of ${sayValue(called.list, vocabulary) ?? "the items"} whose text is like what was asked for: others may fit as well, and named() would ask`;
}

function isLikening(node: ts.Node, vocabulary: Vocabulary): boolean {
  const called = methodCall(node, vocabulary);
  const isHere =
    called !== undefined &&
    likening.has(called.name) &&
    [called.list, ...called.given].some((one) => chosenNames.test(one.getText()));
  return isHere || (ts.forEachChild(node, (child) => isLikening(child, vocabulary)) ?? false);
}

/** `users.concat(users)` and `[...users, ...users]`: a number of its items is not theirs. */
function takenTwice(node: ts.Node, vocabulary: Vocabulary): string | undefined {
  const called = methodCall(node, vocabulary);
  const joined = called?.name === "concat" ? [called.list, ...called.given] : [];
  const spread = ts.isArrayLiteralExpression(node) ? node.elements.filter(ts.isSpreadElement) : [];
  const lists = [...joined, ...spread.map((one) => one.expression)];
  const twice = lists.find((one, index) => lists.findIndex((other) => other.getText() === one.getText()) < index);
  return twice === undefined ? undefined : `Takes the items of ${sayValue(twice, vocabulary) ?? twice.getText()} twice`;
}

/** A condition that holds for every item. */
function idleCondition(node: ts.Node): string | undefined {
  const condition = ts.isIfStatement(node)
    ? node.expression
    : ts.isConditionalExpression(node)
      ? node.condition
      : predicateBody(node);
  if (condition === undefined || !holdsAlways(condition)) return undefined;
  return `The condition ${condition.getText().replaceAll(/\s+/g, " ")} holds for every item and decides nothing`;
}

function predicateBody(node: ts.Node): ts.Expression | undefined {
  if (!ts.isArrowFunction(node) || ts.isBlock(node.body) || !ts.isCallExpression(node.parent)) return undefined;
  const { expression } = node.parent;
  const isPredicate =
    ts.isPropertyAccessExpression(expression) && /^(filter|find|findLast|every|some)$/.test(expression.name.text);
  return isPredicate ? node.body : undefined;
}

const equal: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.LessThanEqualsToken,
]);

function holdsAlways(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return holdsAlways(node.expression);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (ts.isPrefixUnaryExpression(node)) return node.operand.kind === ts.SyntaxKind.FalseKeyword;
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.BarBarToken) return holdsAlways(node.left) || holdsAlways(node.right);
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return holdsAlways(node.left) && holdsAlways(node.right);
  return equal.has(kind) && node.left.getText() === node.right.getText();
}
