import ts from "typescript";
import { isAssignment } from "../is-assignment.ts";
import type { ReviewedFilter } from "../../../terms/review.ts";
import { filterParameters } from "../../../registry/filters/check-filter.ts";
import { filterInWords } from "../../../registry/filters/filter-in-words.ts";
import { findOperation } from "../../../registry/catalogue.ts";
import { readFilterText } from "../filter-text.ts";
import { asOktaCall } from "../gate/okta-calls.ts";
import { declarationOf, findConstant, isImported, isInput } from "../name-of.ts";
import { cutsOf } from "./list-cuts.ts";
import { sayCondition, sayPredicate } from "./say-condition.ts";
import { saySwitch } from "./say-switch.ts";
import { sayValue } from "./say-value.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Every condition of a snippet, in the order of the text: what Okta is asked to select by, and what is decided or cut here. */
export function listFilters(sourceFile: ts.SourceFile, vocabulary: Vocabulary): readonly ReviewedFilter[] {
  const filters: ReviewedFilter[] = [];
  const visit = (node: ts.Node): void => {
    const found = [...sentFilters(node, vocabulary), ...conditionsOf(node, vocabulary), ...cutsOf(node, vocabulary)];
    for (const one of found) {
      const line = sourceFile.getLineAndCharacterOfPosition(one.node.getStart(sourceFile)).line + 1;
      filters.push({ evaluated: one.evaluated, text: oneLine(one.node.getText(sourceFile)), words: one.words, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return filters.toSorted((a, b) => a.line - b.line);
}

/** One condition, where it stands. */
interface Found {
  readonly node: ts.Node;
  readonly evaluated: "okta" | "here";
  readonly words: string | undefined;
}

/** What Okta is asked for: search, filter and q, plain ones as `type: 'OKTA_SIGN_ON'`, and the one object that a path names. */
function sentFilters(node: ts.Node, vocabulary: Vocabulary): readonly Found[] {
  const okta = asOktaCall(node);
  const [first] = okta?.call.arguments ?? [];
  if (okta === undefined || first === undefined || !ts.isObjectLiteralExpression(first)) return [];
  const operation = findOperation(okta.operationId);
  return first.properties.flatMap((property) => {
    const name = property.name !== undefined && "text" in property.name ? property.name.text : undefined;
    const value = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
    if (name === undefined || value === undefined || name === "expand" || name === "limit") return [];
    const isPath = operation?.parameters.some((one) => one.name === name && one.in === "path") === true;
    if (isPath && !isNamedByHand(value, vocabulary.typeChecker)) return [];
    return [
      { node: property, evaluated: "okta" as const, words: sentWords(okta.operationId, name, value, vocabulary) },
    ];
  });
}

/** True for a place in a path that the snippet or the operator names, rather than what an earlier read found. */
function isNamedByHand(value: ts.Expression, typeChecker: ts.TypeChecker): boolean {
  if (ts.isStringLiteralLike(value) || ts.isTemplateExpression(value) || ts.isConditionalExpression(value)) return true;
  if (!ts.isIdentifier(value)) return false;
  const declaration = declarationOf(value, typeChecker);
  const constant = findConstant(value, typeChecker);
  return (
    (declaration !== undefined && isInput(declaration)) ||
    (constant !== undefined && isNamedByHand(constant, typeChecker))
  );
}

function sentWords(
  operationId: string,
  parameter: string,
  value: ts.Expression,
  vocabulary: Vocabulary,
): string | undefined {
  const texts = filterParameters.includes(parameter) ? readFilterText(value, vocabulary.typeChecker) : undefined;
  if (texts === undefined) {
    const said = sayValue(value, vocabulary);
    return said === undefined ? undefined : `${operationId}: ${parameter} is ${said}`;
  }
  const words = texts.map(({ pieces, holes, joinedBy }) => {
    // What is written where a hole would stand must not be taken for one.
    const isPlain = !pieces.some((one) => one.includes("‹"));
    const said = isPlain ? filterInWords(operationId, parameter, pieces) : undefined;
    if (said === undefined) return undefined;
    const filled = fillHoles(said, holes, vocabulary);
    return joinedBy === undefined ? filled : `${filled}, for each of them, joined by ${joinedBy.trim()}`;
  });
  return words.every((one) => one !== undefined) ? `${operationId}: ${words.join(", or: ")}` : undefined;
}

function fillHoles(words: string, holes: readonly ts.Expression[], vocabulary: Vocabulary): string {
  let index = 0;
  return words.replaceAll("‹value›", () => {
    const hole = holes[index];
    index += 1;
    return (hole === undefined ? undefined : sayValue(hole, vocabulary)) ?? "a value of the snippet";
  });
}

function conditionsOf(node: ts.Node, vocabulary: Vocabulary): readonly Found[] {
  if (ts.isCallExpression(node)) return [...predicateOf(node, vocabulary), ...setOf(node, vocabulary)];
  if (ts.isIfStatement(node)) return [decision(node.expression, guardWords(node, vocabulary), vocabulary)];
  if (ts.isConditionalExpression(node)) return choiceOf(node, vocabulary);
  if (ts.isSwitchStatement(node))
    return [{ node: node.expression, evaluated: "here", words: saySwitch(node, vocabulary) }];
  if (ts.isBinaryExpression(node)) return shortcutOf(node, vocabulary);
  const test =
    ts.isWhileStatement(node) || ts.isDoStatement(node)
      ? node.expression
      : ts.isForStatement(node)
        ? node.condition
        : undefined;
  return test === undefined ? [] : [decision(test, "Goes on while", vocabulary)];
}

function decision(node: ts.Expression, prefix: string, vocabulary: Vocabulary): Found {
  return { node, evaluated: "here", words: prefixed(prefix, sayCondition(node, vocabulary)) };
}

/** `condition && rows.push(row)`: a condition without the word if. */
function shortcutOf(node: ts.BinaryExpression, vocabulary: Vocabulary): readonly Found[] {
  const prefix = shortcutWords.get(node.operatorToken.kind);
  return prefix === undefined || !doesSomething(node.right) ? [] : [decision(node.left, prefix, vocabulary)];
}

const shortcutWords: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.AmpersandAmpersandToken, "Does the following only where"],
  [ts.SyntaxKind.BarBarToken, "Does the following only where not:"],
  [ts.SyntaxKind.QuestionQuestionToken, "Does the following only where this is not set:"],
]);

const changing = /^(push|unshift|pop|shift|splice|set|add|delete|clear|sort|reverse|fill)$/;

/** True where evaluating an expression changes something, rather than only giving a value. */
function doesSomething(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return changing.test(node.expression.name.text) || node.forEachChild(doesSomething) === true;
  if (isAssignment(node)) return true;
  if (ts.isPostfixUnaryExpression(node)) return true;
  return ts.forEachChild(node, doesSomething) ?? false;
}

const predicateWords: ReadonlyMap<string, string> = new Map([
  ["filter", "Keeps of"],
  ["find", "Takes the first of"],
  ["findLast", "Takes the last of"],
  ["findIndex", "Takes the place of the first of"],
  ["findLastIndex", "Takes the place of the last of"],
]);

function predicateOf(node: ts.CallExpression, vocabulary: Vocabulary): readonly Found[] {
  const [predicate] = node.arguments;
  if (!ts.isPropertyAccessExpression(node.expression) || predicate === undefined) return [];
  const method = node.expression.name.text;
  const list = sayValue(node.expression.expression, vocabulary) ?? "the items";
  const said = predicateWords.get(method);
  if (said !== undefined) {
    const words = prefixed(`${said} ${list} where`, sayPredicate(predicate, vocabulary));
    return [{ node: predicate, evaluated: "here", words }];
  }
  if ((method !== "some" && method !== "every") || isInsideCondition(node)) return [];
  const quantity = method === "some" ? "at least one" : "every one";
  return [
    {
      node: predicate,
      evaluated: "here",
      words: prefixed(`Whether ${quantity} of ${list} has:`, sayPredicate(predicate, vocabulary)),
    },
  ];
}

const setWords: ReadonlyMap<string, (set: string, other: string) => string> = new Map([
  ["difference", (set: string, other: string) => `Keeps of ${set} what is not in ${other}`],
  ["intersection", (set: string, other: string) => `Keeps of ${set} what is in ${other} too`],
  ["symmetricDifference", (set: string, other: string) => `Keeps of ${set} and ${other} what is in one of them alone`],
]);

/** A Set of which another one decides what is kept. */
function setOf(node: ts.CallExpression, vocabulary: Vocabulary): readonly Found[] {
  const [other] = node.arguments;
  if (!ts.isPropertyAccessExpression(node.expression) || other === undefined) return [];
  const { expression, name } = node.expression;
  const say = setWords.get(name.text);
  const isSet = /^(Readonly)?Set$/.test(vocabulary.typeChecker.getTypeAtLocation(expression).symbol?.name ?? "");
  if (say === undefined || !isSet) return [];
  const [set = "a set", beside = "another"] = [expression, other].map((one) => sayValue(one, vocabulary));
  return [{ node: name, evaluated: "here", words: say(set, beside) }];
}

function choiceOf(node: ts.ConditionalExpression, vocabulary: Vocabulary): readonly Found[] {
  const said = sayCondition(node.condition, vocabulary);
  const found = (words: string): readonly Found[] => [
    { node: node.condition, evaluated: "here", words: prefixed(words, said) },
  ];
  if (isEmptyList(node.whenFalse)) return found("Keeps an item where");
  if (isEmptyList(node.whenTrue)) return found("Leaves an item out where");
  const whenTrue = sayValue(node.whenTrue, vocabulary);
  const whenFalse = ts.isConditionalExpression(node.whenFalse)
    ? "decides further"
    : sayValue(node.whenFalse, vocabulary);
  if (said === undefined) return found("");
  if (whenTrue === undefined || whenFalse === undefined) return found("Decides by whether");
  return [
    { node: node.condition, evaluated: "here", words: `Gives ${whenTrue} where ${said}, otherwise ${whenFalse}` },
  ];
}

function guardWords(node: ts.IfStatement, vocabulary: Vocabulary): string {
  if (node.elseStatement !== undefined) return "Decides by whether";
  const branch = ts.isBlock(node.thenStatement) ? node.thenStatement.statements[0] : node.thenStatement;
  if (branch === undefined) return "Where";
  if (ts.isContinueStatement(branch))
    return comesFirst(node) ? "Leaves an item out where" : "Goes on to the next item where";
  if (ts.isBreakStatement(branch)) return "Stops at the item where";
  if (ts.isReturnStatement(branch)) return `Gives ${givenWords(branch, vocabulary)} where`;
  if (isDeclined(branch, vocabulary) || ts.isThrowStatement(branch)) return "Ends without an answer where";
  return "Does the following only where";
}

function givenWords({ expression }: ts.ReturnStatement, vocabulary: Vocabulary): string {
  if (expression === undefined) return "nothing";
  return sayValue(expression, vocabulary) ?? oneLine(expression.getText());
}

function isDeclined(statement: ts.Statement, { typeChecker }: Vocabulary): boolean {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return false;
  const name = statement.expression.expression;
  return ts.isIdentifier(name) && name.text === "declined" && isImported(name, typeChecker);
}

/** True where nothing was done with the item before, and something is done after: only then is it left out. */
function comesFirst(node: ts.IfStatement): boolean {
  const { parent } = node;
  if (!ts.isBlock(parent) || !ts.isIterationStatement(parent.parent, false)) return false;
  const at = parent.statements.indexOf(node);
  return (
    at < parent.statements.length - 1 &&
    parent.statements
      .slice(0, at)
      .every((one) => !doesSomething(one) && (ts.isVariableStatement(one) || ts.isIfStatement(one)))
  );
}

function prefixed(prefix: string, said: string | undefined): string | undefined {
  return said === undefined ? undefined : `${prefix} ${said}`.trim();
}

/** A condition inside another is said with it. */
function isInsideCondition(node: ts.Node): boolean {
  for (let child = node, around = node.parent; !ts.isStatement(around); child = around, around = around.parent) {
    if (ts.isConditionalExpression(around) && around.condition === child) return true;
    if (ts.isFunctionLike(around)) {
      const call = around.parent;
      return (
        ts.isCallExpression(call) &&
        ts.isPropertyAccessExpression(call.expression) &&
        /^(filter|find|findLast|findIndex|some|every)$/.test(call.expression.name.text)
      );
    }
  }
  return ts.isIfStatement(node.parent) || isConditionOfIf(node);
}

function isConditionOfIf(node: ts.Node): boolean {
  for (let child = node, around = node.parent; !ts.isSourceFile(around); child = around, around = around.parent) {
    if (ts.isIfStatement(around)) return around.expression === child;
    if (ts.isStatement(around)) return false;
  }
  return false;
}

function isEmptyList(node: ts.Expression): boolean {
  return ts.isArrayLiteralExpression(node) && node.elements.length === 0;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
