import ts from "typescript";
import { findConstant } from "../filter-text.ts";
import { sayValue } from "./say-value.ts";

const comparisons: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, "is"],
  [ts.SyntaxKind.EqualsEqualsToken, "is"],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, "is not"],
  [ts.SyntaxKind.ExclamationEqualsToken, "is not"],
  [ts.SyntaxKind.LessThanToken, "is below"],
  [ts.SyntaxKind.LessThanEqualsToken, "is at most"],
  [ts.SyntaxKind.GreaterThanToken, "is above"],
  [ts.SyntaxKind.GreaterThanEqualsToken, "is at least"],
]);

/** Functions of the snippet are said in their own words, to this depth. */
const deepest = 4;

/**
 * A condition of a snippet in words an administrator reads: `user.status is ACTIVE and number of factors is 0`. Undefined
 * where any part of it has a form that the rules do not know; nothing is guessed or left out.
 */
export function sayCondition(node: ts.Expression, depth = 0): string | undefined {
  if (depth > deepest) return undefined;
  if (ts.isParenthesizedExpression(node)) return sayCondition(node.expression, depth);
  if (isAlways(node)) return "always";
  if (isNegation(node)) return sayNot(node.operand, depth);
  if (ts.isBinaryExpression(node)) return sayBinary(node, depth);
  if (ts.isCallExpression(node)) return sayCall(node, depth);
  const value = sayConstant(node, depth) ?? sayValue(node);
  if (value === undefined) return undefined;
  return ts.isIdentifier(node) && isConditionName(node) ? value : `${value} is set`;
}

function isAlways(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.TrueKeyword;
}

function isNegation(node: ts.Expression): node is ts.PrefixUnaryExpression {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;
}

function isConditionName(node: ts.Identifier): boolean {
  const constant = findConstant(node);
  return constant !== undefined && isCondition(constant);
}

/** A constant that holds a condition is said as what it holds. */
function sayConstant(node: ts.Expression, depth: number): string | undefined {
  const constant = ts.isIdentifier(node) && isConditionName(node) ? findConstant(node) : undefined;
  return constant === undefined ? undefined : sayCondition(constant, depth + 1);
}

/** What a function given to filter, find, some or every asks of an item. */
export function sayPredicate(predicate: ts.Expression, depth = 0): string | undefined {
  if (ts.isIdentifier(predicate)) {
    if (predicate.text === "Boolean") return "it is set";
    const body = bodyOf(predicate);
    return body === undefined ? undefined : sayCondition(body, depth + 1);
  }
  const body = returned(predicate);
  return body === undefined ? undefined : sayCondition(body, depth);
}

function sayNot(operand: ts.Expression, depth: number): string | undefined {
  const bare = ts.isParenthesizedExpression(operand) ? operand.expression : operand;
  const said = sayCondition(bare, depth);
  if (said === undefined) return undefined;
  if (said.endsWith(" is set") && !said.includes(" and ") && !said.includes(" or "))
    return said.replace(/ is set$/, " is not set");
  return `not (${said})`;
}

function sayBinary(node: ts.BinaryExpression, depth: number): string | undefined {
  const operator = node.operatorToken.kind;
  if (isLogical(operator)) {
    const word = operator === ts.SyntaxKind.AmpersandAmpersandToken ? "and" : "or";
    return joined(saySide(node.left, operator, depth), word, saySide(node.right, operator, depth));
  }
  const words = comparisons.get(operator);
  if (words === undefined) return undefined;
  if (ts.isTypeOfExpression(node.left)) return sayKind(node.left, words, node.right);
  if (isNothing(node.right)) return isSet(sayValue(node.left), words);
  if (isNothing(node.left)) return isSet(sayValue(node.right), words);
  const isInTime = isMoment(node.left) || isMoment(node.right);
  return joined(sayValue(node.left), isInTime ? inTime(words) : words, sayValue(node.right));
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  undefined: "not set",
};

/** `typeof x === 'string'`: what kind of value stands there. */
function sayKind(node: ts.TypeOfExpression, words: string, wanted: ts.Expression): string | undefined {
  const kind = ts.isStringLiteral(wanted) ? kinds[wanted.text] : undefined;
  return kind === undefined ? undefined : joined(sayValue(node.expression), words, kind);
}

function joined(left: string | undefined, words: string, right: string | undefined): string | undefined {
  return left === undefined || right === undefined ? undefined : `${left} ${words} ${right}`;
}

function isSet(value: string | undefined, words: string): string | undefined {
  return value === undefined ? undefined : `${value} is ${words === "is" ? "not set" : "set"}`;
}

function saySide(side: ts.Expression, operator: ts.SyntaxKind, depth: number): string | undefined {
  const said = sayCondition(side, depth);
  const bare = ts.isParenthesizedExpression(side) ? side.expression : side;
  const isOther =
    ts.isBinaryExpression(bare) &&
    bare.operatorToken.kind !== operator &&
    (bare.operatorToken.kind === ts.SyntaxKind.BarBarToken ||
      bare.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken);
  return said !== undefined && isOther ? `(${said})` : said;
}

function sayCall(node: ts.CallExpression, depth: number): string | undefined {
  const [first, second] = node.arguments;
  if (ts.isIdentifier(node.expression)) return sayFunction(node.expression, first, second, depth);
  if (!ts.isPropertyAccessExpression(node.expression) || first === undefined) return undefined;
  const holder = sayValue(node.expression.expression);
  if (holder === undefined) return undefined;
  const method = node.expression.name.text;
  if (method === "some" || method === "every") {
    const said = sayPredicate(first, depth);
    if (said === undefined) return undefined;
    return method === "some" ? `at least one of ${holder} has: ${said}` : `every one of ${holder} has: ${said}`;
  }
  const value = sayValue(first);
  const words = Object.hasOwn(methodWords, method) ? methodWords[method] : undefined;
  return value === undefined || words === undefined ? undefined : words(holder, value);
}

const methodWords: Readonly<Record<string, (holder: string, value: string) => string>> = {
  has: (holder, value) => `${value} is among ${holder}`,
  includes: (holder, value) => `${holder} includes ${value}`,
  startsWith: (holder, value) => `${holder} starts with ${value}`,
  endsWith: (holder, value) => `${holder} ends with ${value}`,
};

const helperWords: Readonly<Record<string, (a: string, b: string | undefined) => string | undefined>> = {
  notKnown: (a) => `${a} could not be read`,
  Boolean: (a) => `${a} is set`,
  same: (a, b) => (b === undefined ? undefined : `${a} is ${b} (case ignored)`),
  isBefore: (a, b) => (b === undefined ? undefined : `${a} is before ${b}, or never`),
};

function sayFunction(
  name: ts.Identifier,
  first: ts.Expression | undefined,
  second: ts.Expression | undefined,
  depth: number,
): string | undefined {
  const words = Object.hasOwn(helperWords, name.text) ? helperWords[name.text] : undefined;
  if (words !== undefined) {
    const a = first === undefined ? undefined : sayValue(first);
    return a === undefined ? undefined : words(a, second === undefined ? undefined : sayValue(second));
  }
  const body = bodyOf(name);
  return body === undefined ? undefined : sayCondition(body, depth + 1);
}

/** The one expression that a function of the snippet returns; undefined where it does more. */
function bodyOf(name: ts.Identifier): ts.Expression | undefined {
  const constant = findConstant(name);
  if (constant !== undefined) return returned(constant);
  const declaration = name
    .getSourceFile()
    .statements.filter(ts.isFunctionDeclaration)
    .find((one) => one.name?.text === name.text);
  return declaration?.body === undefined ? undefined : onlyReturn(declaration.body);
}

function returned(node: ts.Expression): ts.Expression | undefined {
  if (ts.isArrowFunction(node)) return ts.isBlock(node.body) ? onlyReturn(node.body) : node.body;
  return ts.isFunctionExpression(node) ? onlyReturn(node.body) : undefined;
}

function onlyReturn(block: ts.Block): ts.Expression | undefined {
  const [only, more] = block.statements;
  return only !== undefined && more === undefined && ts.isReturnStatement(only) ? only.expression : undefined;
}

function isCondition(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isCondition(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return node.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isCallExpression(node)) return sayCondition(node) !== undefined;
  return (
    ts.isBinaryExpression(node) && (comparisons.has(node.operatorToken.kind) || isLogical(node.operatorToken.kind))
  );
}

function isLogical(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
}

function isNothing(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined");
}

function isMoment(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) {
    const constant = findConstant(node);
    return constant !== undefined && isMoment(constant);
  }
  return (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    ["daysAgo", "hoursAgo", "now"].includes(node.expression.text)
  );
}

function inTime(words: string): string {
  return words
    .replace("below", "before")
    .replace("above", "after")
    .replace("at most", "at or before")
    .replace("at least", "at or after");
}
