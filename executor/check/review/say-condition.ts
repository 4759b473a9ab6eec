import ts from "typescript";
import { declarationOf, findConstant, isImported, isOfLanguage } from "../name-of.ts";
import { sayValue } from "./say-value.ts";
import type { Vocabulary } from "./vocabulary.ts";

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
export function sayCondition(node: ts.Expression, vocabulary: Vocabulary, depth = 0): string | undefined {
  if (depth > deepest) return undefined;
  if (ts.isParenthesizedExpression(node)) return sayCondition(node.expression, vocabulary, depth);
  if (isNegation(node)) return sayNot(node.operand, vocabulary, depth);
  if (ts.isBinaryExpression(node)) return sayBinary(node, vocabulary, depth);
  if (ts.isCallExpression(node)) return sayCall(node, vocabulary, depth);
  if (ts.isIdentifier(node)) return sayConstant(node, vocabulary, depth) ?? sayTruth(node, vocabulary);
  return ts.isPropertyAccessExpression(node) ? sayTruth(node, vocabulary) : fixed.get(node.kind);
}

const fixed: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.TrueKeyword, "always"],
  [ts.SyntaxKind.FalseKeyword, "never"],
]);

/** A constant that holds a condition is said as what it holds. */
function sayConstant(node: ts.Identifier, vocabulary: Vocabulary, depth: number): string | undefined {
  const constant = findConstant(node, vocabulary.typeChecker);
  return constant === undefined || !isCondition(constant) ? undefined : sayCondition(constant, vocabulary, depth + 1);
}

function isNegation(node: ts.Expression): node is ts.PrefixUnaryExpression {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;
}

/** A value asked for by itself: what JavaScript takes for true depends on what kind of value it is. */
function sayTruth(node: ts.Expression, vocabulary: Vocabulary): string | undefined {
  const value = sayValue(node, vocabulary);
  if (value === undefined) return undefined;
  const type = vocabulary.typeChecker.getNonNullableType(vocabulary.typeChecker.getTypeAtLocation(node));
  const members = type.isUnion() ? type.types : [type];
  const are = (flags: ts.TypeFlags): boolean => members.some((one) => (one.flags & flags) !== 0);
  if (are(ts.TypeFlags.BooleanLike)) return `${value} is true`;
  return are(ts.TypeFlags.NumberLike) ? `${value} is set and not 0` : `${value} is set`;
}

/** What a function given to filter, find, some or every asks of an item. */
export function sayPredicate(predicate: ts.Expression, vocabulary: Vocabulary, depth = 0): string | undefined {
  if (!ts.isIdentifier(predicate)) {
    const body = returned(predicate);
    return body === undefined ? undefined : sayCondition(body, vocabulary, depth);
  }
  const declaration = declarationOf(predicate, vocabulary.typeChecker);
  if (predicate.text === "Boolean" && isOfLanguage(declaration)) return "it is set";
  const own = ownFunction(predicate, vocabulary);
  return own === undefined ? undefined : sayBody(own, [""], vocabulary, depth);
}

function sayNot(operand: ts.Expression, vocabulary: Vocabulary, depth: number): string | undefined {
  const bare = ts.isParenthesizedExpression(operand) ? operand.expression : operand;
  const said = sayCondition(bare, vocabulary, depth);
  if (said === undefined) return undefined;
  const isPlain = ts.isIdentifier(bare) || ts.isPropertyAccessExpression(bare);
  if (isPlain && said.endsWith(" is set")) return said.replace(/ is set$/, " is not set");
  return isPlain && said.endsWith(" is true") ? said.replace(/ is true$/, " is not true") : `not (${said})`;
}

function sayBinary(node: ts.BinaryExpression, vocabulary: Vocabulary, depth: number): string | undefined {
  const operator = node.operatorToken.kind;
  if (isLogical(operator)) {
    const word = operator === ts.SyntaxKind.AmpersandAmpersandToken ? "and" : "or";
    const side = (one: ts.Expression): string | undefined => saySide(one, operator, vocabulary, depth);
    return joined(side(node.left), word, side(node.right));
  }
  const words = comparisons.get(operator);
  if (words === undefined) return undefined;
  const value = (one: ts.Expression): string | undefined => sayValue(one, vocabulary);
  if (ts.isTypeOfExpression(node.left)) return sayKind(node.left, words, node.right, vocabulary);
  if (isNothing(node.right)) return isSet(value(node.left), words);
  if (isNothing(node.left)) return isSet(value(node.right), words);
  const isInTime = isMoment(node.left, vocabulary) || isMoment(node.right, vocabulary);
  return joined(value(node.left), isInTime ? inTime(words) : words, value(node.right));
}

const kinds: ReadonlyMap<string, string> = new Map([
  ["string", "a text"],
  ["number", "a number"],
  ["boolean", "true or false"],
  ["undefined", "not set"],
]);

/** `typeof x === 'string'`: what kind of value stands there. */
function sayKind(
  node: ts.TypeOfExpression,
  words: string,
  wanted: ts.Expression,
  vocabulary: Vocabulary,
): string | undefined {
  const kind = ts.isStringLiteral(wanted) ? kinds.get(wanted.text) : undefined;
  return kind === undefined ? undefined : joined(sayValue(node.expression, vocabulary), words, kind);
}

function joined(left: string | undefined, words: string, right: string | undefined): string | undefined {
  return left === undefined || right === undefined ? undefined : `${left} ${words} ${right}`;
}

function isSet(value: string | undefined, words: string): string | undefined {
  if (words !== "is" && words !== "is not") return undefined;
  return value === undefined ? undefined : `${value} is ${words === "is" ? "not set" : "set"}`;
}

function saySide(
  side: ts.Expression,
  operator: ts.SyntaxKind,
  vocabulary: Vocabulary,
  depth: number,
): string | undefined {
  const said = sayCondition(side, vocabulary, depth);
  const constant = ts.isIdentifier(side) ? findConstant(side, vocabulary.typeChecker) : undefined;
  return said !== undefined && isOther(constant ?? side, operator) ? `(${said})` : said;
}

/** True for what is joined by the other word, so that it needs brackets beside this one. */
function isOther(side: ts.Expression, operator: ts.SyntaxKind): boolean {
  if (ts.isParenthesizedExpression(side)) return isOther(side.expression, operator);
  // A call may be said by what the function returns, and that may be joined by anything.
  if (ts.isCallExpression(side)) return ts.isIdentifier(side.expression);
  return ts.isBinaryExpression(side) && side.operatorToken.kind !== operator && isLogical(side.operatorToken.kind);
}

function sayCall(node: ts.CallExpression, vocabulary: Vocabulary, depth: number): string | undefined {
  if (ts.isIdentifier(node.expression)) return sayFunction(node.expression, node.arguments, vocabulary, depth);
  const [first, second] = node.arguments;
  // A second argument moves the place that is looked at, which the words do not say.
  if (first === undefined || second !== undefined || !isLanguageMethod(node.expression, vocabulary)) return undefined;
  if (node.expression.name.text === "isArray") return sayList(first, vocabulary);
  const holder = sayValue(node.expression.expression, vocabulary);
  if (holder === undefined) return undefined;
  const method = node.expression.name.text;
  const quantity = quantities.get(method);
  if (quantity !== undefined) return joined(`${quantity} ${holder}`, "has:", sayPredicate(first, vocabulary, depth));
  const value = sayValue(first, vocabulary);
  return value === undefined ? undefined : methodWords.get(method)?.(holder, value);
}

/** `Array.isArray(x)`: of what may be a failed read, whether it could be read. */
function sayList(node: ts.Expression, vocabulary: Vocabulary): string | undefined {
  const type = vocabulary.typeChecker.getTypeAtLocation(node);
  const isRead = type.isUnion() && type.types.some((one) => one.symbol?.name === "NotKnown");
  const value = sayValue(node, vocabulary);
  return value === undefined ? undefined : `${value} ${isRead ? "could be read" : "is a list"}`;
}

const quantities: ReadonlyMap<string, string> = new Map([
  ["some", "at least one of"],
  ["every", "every one of"],
]);

function isLanguageMethod(node: ts.Expression, { typeChecker }: Vocabulary): node is ts.PropertyAccessExpression {
  return (
    ts.isPropertyAccessExpression(node) && isOfLanguage(typeChecker.getSymbolAtLocation(node.name)?.valueDeclaration)
  );
}

const methodWords: ReadonlyMap<string, (holder: string, value: string) => string> = new Map([
  ["has", (holder, value) => `${value} is among ${holder}`],
  ["includes", (holder, value) => `${holder} includes ${value}`],
  ["startsWith", (holder, value) => `${holder} starts with ${value}`],
  ["endsWith", (holder, value) => `${holder} ends with ${value}`],
]);

type HelperWords = (a: string, b: string | undefined) => string | undefined;

const helperWords: ReadonlyMap<string, HelperWords> = new Map<string, HelperWords>([
  ["notKnown", (a) => `${a} could not be read`],
  ["Boolean", (a) => `${a} is set`],
  ["same", (a, b) => (b === undefined ? undefined : `${a} is ${b} (case ignored)`)],
  ["isBefore", (a, b) => (b === undefined ? undefined : `${a} is before ${b}, or never`)],
]);

function sayFunction(
  name: ts.Identifier,
  given: readonly ts.Expression[],
  vocabulary: Vocabulary,
  depth: number,
): string | undefined {
  const values = given.map((one) => sayArgument(one, vocabulary));
  if (!values.every((one) => one !== undefined)) return undefined;
  const isGiven = isImported(name, vocabulary.typeChecker);
  if (isGiven || isOfLanguage(declarationOf(name, vocabulary.typeChecker))) {
    const [a, b] = values.map((one) => (one === "" ? "it" : one));
    return a === undefined ? undefined : helperWords.get(name.text)?.(a, b);
  }
  const own = ownFunction(name, vocabulary);
  return own === undefined ? undefined : sayBody(own, values, vocabulary, depth);
}

/** An argument in words; empty for the item at hand, as `isActive(one)` is given it. */
function sayArgument(node: ts.Expression, vocabulary: Vocabulary): string | undefined {
  if (!ts.isIdentifier(node)) return sayValue(node, vocabulary);
  const declaration = declarationOf(node, vocabulary.typeChecker);
  if (declaration === undefined) return sayValue(node, vocabulary);
  const around = ts.findAncestor(node, ts.isFunctionLike);
  const isItem =
    ts.isParameter(declaration) &&
    declaration.parent === around &&
    around.parameters[0] === declaration &&
    ts.isCallExpression(around.parent);
  return isItem || vocabulary.bound.get(declaration) === "" ? "" : sayValue(node, vocabulary);
}

interface OwnFunction {
  readonly parameters: readonly ts.ParameterDeclaration[];
  readonly body: ts.Expression;
}

/** What the function returns, with its parameters standing for what it is given. */
function sayBody(
  { parameters, body }: OwnFunction,
  given: readonly string[],
  vocabulary: Vocabulary,
  depth: number,
): string | undefined {
  const isPlain = parameters.every(
    (one) => ts.isIdentifier(one.name) && one.initializer === undefined && one.dotDotDotToken === undefined,
  );
  if (!isPlain || parameters.length > given.length) return undefined;
  const bound = new Map(vocabulary.bound);
  for (const [index, one] of parameters.entries()) bound.set(one, given[index] ?? "");
  return sayCondition(body, { ...vocabulary, bound }, depth + 1);
}

/** A function of the snippet that does nothing but return; undefined where it does more. */
function ownFunction(name: ts.Identifier, { typeChecker }: Vocabulary): OwnFunction | undefined {
  const declaration = declarationOf(name, typeChecker);
  const made = findConstant(name, typeChecker) ?? declaration;
  if (made === undefined) return undefined;
  if (ts.isFunctionDeclaration(made)) {
    const body = made.body === undefined ? undefined : onlyReturn(made.body);
    return body === undefined ? undefined : { parameters: made.parameters, body };
  }
  if (!ts.isArrowFunction(made) && !ts.isFunctionExpression(made)) return undefined;
  const body = returned(made);
  return body === undefined ? undefined : { parameters: made.parameters, body };
}

function returned(node: ts.Expression): ts.Expression | undefined {
  if (ts.isArrowFunction(node)) return ts.isBlock(node.body) ? onlyReturn(node.body) : node.body;
  return ts.isFunctionExpression(node) ? onlyReturn(node.body) : undefined;
}

function onlyReturn(block: ts.Block): ts.Expression | undefined {
  const [only, more] = block.statements;
  return only !== undefined && more === undefined && ts.isReturnStatement(only) ? only.expression : undefined;
}

/** True for an expression whose answer is yes or no by its form: a comparison, a negation, a question to a list or text. */
export function isCondition(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isCondition(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return node.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isCallExpression(node)) return isAsking(node);
  return (
    ts.isBinaryExpression(node) && (comparisons.has(node.operatorToken.kind) || isLogical(node.operatorToken.kind))
  );
}

const asking = /^(some|every|has|includes|startsWith|endsWith|same|isBefore|notKnown|Boolean)$/;

function isAsking({ expression }: ts.CallExpression): boolean {
  if (ts.isIdentifier(expression)) return asking.test(expression.text);
  return ts.isPropertyAccessExpression(expression) && asking.test(expression.name.text);
}

function isLogical(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
}

function isNothing(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined");
}

function isMoment(node: ts.Expression, { typeChecker }: Vocabulary): boolean {
  const value = ts.isIdentifier(node) ? findConstant(node, typeChecker) : node;
  return (
    value !== undefined &&
    ts.isCallExpression(value) &&
    ts.isIdentifier(value.expression) &&
    ["daysAgo", "hoursAgo", "now", "startOfDay"].includes(value.expression.text)
  );
}

function inTime(words: string): string {
  return words
    .replace("below", "before")
    .replace("above", "after")
    .replace("at most", "at or before")
    .replace("at least", "at or after");
}
