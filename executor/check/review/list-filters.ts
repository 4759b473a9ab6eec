import ts from "typescript";
import type { ReviewedFilter } from "../../../terms/review.ts";
import { filterParameters } from "../../../registry/filters/check-filter.ts";
import { filterInWords } from "../../../registry/filters/filter-in-words.ts";
import { findOperation } from "../../../registry/catalogue.ts";
import { readFilterText } from "../filter-text.ts";
import { asOktaCall } from "../gate/okta-calls.ts";
import { sayCondition, sayPredicate } from "./say-condition.ts";
import { sayValue } from "./say-value.ts";

/** Every condition of a snippet, in the order of the text: what Okta is asked to select by, and what is decided here. */
export function listFilters(sourceFile: ts.SourceFile): readonly ReviewedFilter[] {
  const filters: ReviewedFilter[] = [];
  const visit = (node: ts.Node): void => {
    const found = [...sentFilters(node), ...conditionsOf(node)];
    for (const one of found) {
      const line = sourceFile.getLineAndCharacterOfPosition(one.node.getStart(sourceFile)).line + 1;
      filters.push({ evaluated: one.evaluated, text: oneLine(one.node.getText(sourceFile)), words: one.words, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return filters.toSorted((a, b) => a.line - b.line);
}

interface Found {
  readonly node: ts.Node;
  readonly evaluated: "okta" | "here";
  readonly words: string | undefined;
}

/** Parameters by which Okta selects: search, filter and q, and plain ones as `type: 'OKTA_SIGN_ON'`. */
function sentFilters(node: ts.Node): readonly Found[] {
  const okta = asOktaCall(node);
  const [first] = okta?.call.arguments ?? [];
  if (okta === undefined || first === undefined || !ts.isObjectLiteralExpression(first)) return [];
  const inQuery = new Set(
    findOperation(okta.operationId)
      ?.parameters.filter((one) => one.in === "query")
      .map((one) => one.name),
  );
  return first.properties.flatMap((property) => {
    const name = property.name !== undefined && "text" in property.name ? property.name.text : undefined;
    if (name === undefined || !inQuery.has(name) || name === "expand" || name === "limit") return [];
    const value = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
    if (value === undefined) return [];
    return [{ node: property, evaluated: "okta" as const, words: sentWords(okta.operationId, name, value) }];
  });
}

function sentWords(operationId: string, parameter: string, value: ts.Expression): string | undefined {
  const texts = filterParameters.includes(parameter) ? readFilterText(value) : undefined;
  if (texts === undefined) {
    const said = sayValue(value);
    return said === undefined ? undefined : `${operationId}: ${parameter} is ${said}`;
  }
  const words = texts.map(({ pieces, holes }) => {
    const said = filterInWords(operationId, parameter, pieces);
    return said === undefined ? undefined : fillHoles(said, holes);
  });
  return words.every((one) => one !== undefined) ? `${operationId}: ${words.join(", or: ")}` : undefined;
}

function fillHoles(words: string, holes: readonly ts.Expression[]): string {
  let index = 0;
  return words.replaceAll("‹value›", () => {
    const hole = holes[index];
    index += 1;
    return (hole === undefined ? undefined : sayValue(hole)) ?? "a value of the snippet";
  });
}

function conditionsOf(node: ts.Node): readonly Found[] {
  if (ts.isCallExpression(node)) return predicateOf(node);
  if (ts.isIfStatement(node))
    return [
      { node: node.expression, evaluated: "here", words: prefixed(guardWords(node), sayCondition(node.expression)) },
    ];
  if (ts.isConditionalExpression(node)) return choiceOf(node);
  if (ts.isSwitchStatement(node)) return [{ node: node.expression, evaluated: "here", words: undefined }];
  const isLoop = ts.isWhileStatement(node) || ts.isDoStatement(node);
  return isLoop
    ? [{ node: node.expression, evaluated: "here", words: prefixed("Goes on while", sayCondition(node.expression)) }]
    : [];
}

const predicateWords: Readonly<Record<string, string>> = {
  filter: "Keeps of",
  find: "Takes the first of",
  findLast: "Takes the last of",
  findIndex: "Takes the place of the first of",
};

function predicateOf(node: ts.CallExpression): readonly Found[] {
  const [predicate] = node.arguments;
  if (!ts.isPropertyAccessExpression(node.expression) || predicate === undefined) return [];
  const method = node.expression.name.text;
  const list = listName(node.expression.expression);
  if (Object.hasOwn(predicateWords, method)) {
    return [
      {
        node: predicate,
        evaluated: "here",
        words: prefixed(`${predicateWords[method]} ${list} where`, sayPredicate(predicate)),
      },
    ];
  }
  if ((method !== "some" && method !== "every") || isInsideCondition(node)) return [];
  const quantity = method === "some" ? "at least one" : "every one";
  return [
    {
      node: predicate,
      evaluated: "here",
      words: prefixed(`Whether ${quantity} of ${list} has:`, sayPredicate(predicate)),
    },
  ];
}

function choiceOf(node: ts.ConditionalExpression): readonly Found[] {
  const said = sayCondition(node.condition);
  const found = (words: string): readonly Found[] => [
    { node: node.condition, evaluated: "here", words: prefixed(words, said) },
  ];
  if (isEmptyList(node.whenFalse)) return found("Keeps an item where");
  if (isEmptyList(node.whenTrue)) return found("Leaves an item out where");
  const whenTrue = sayValue(node.whenTrue);
  const whenFalse = ts.isConditionalExpression(node.whenFalse) ? "decides further" : sayValue(node.whenFalse);
  if (said === undefined) return found("");
  if (whenTrue === undefined || whenFalse === undefined) return found("Decides by whether");
  return [
    { node: node.condition, evaluated: "here", words: `Gives ${whenTrue} where ${said}, otherwise ${whenFalse}` },
  ];
}

function guardWords(node: ts.IfStatement): string {
  const branch = ts.isBlock(node.thenStatement) ? node.thenStatement.statements[0] : node.thenStatement;
  if (branch === undefined) return "Where";
  if (ts.isContinueStatement(branch)) return "Leaves an item out where";
  if (ts.isBreakStatement(branch)) return "Stops at the item where";
  if (ts.isReturnStatement(branch))
    return `Gives ${branch.expression === undefined ? "nothing" : oneLine(branch.expression.getText())} where`;
  const isDeclined =
    ts.isExpressionStatement(branch) &&
    ts.isCallExpression(branch.expression) &&
    branch.expression.expression.getText() === "declined";
  if (isDeclined || ts.isThrowStatement(branch)) return "Ends without an answer where";
  return node.elseStatement === undefined ? "Does the following only where" : "Decides by whether";
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

function listName(node: ts.Expression): string {
  return sayValue(node) ?? "the items";
}

function isEmptyList(node: ts.Expression): boolean {
  return ts.isArrayLiteralExpression(node) && node.elements.length === 0;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
