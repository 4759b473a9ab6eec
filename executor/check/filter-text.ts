import ts from "typescript";
import { findConstant, isImported } from "./name-of.ts";

/** A filter text as it stands in a snippet. */
export interface FilterText {
  readonly node: ts.Expression;
  /** Literal pieces, with a hole between each two. */
  readonly pieces: readonly string[];
  /** Offset of each piece in the snippet. */
  readonly starts: readonly number[];
  /** What stands in the holes. */
  readonly holes: readonly ts.Expression[];
  /** How the text is joined with itself where it is written once for each item of a list. */
  readonly joinedBy?: string;
}

/**
 * The texts that an expression can be, read from the snippet: a literal, the tag `filter`, a constant of these, a choice
 * between them, or several of them joined. Undefined where that cannot be said.
 */
export function readFilterText(value: ts.Expression, typeChecker: ts.TypeChecker): readonly FilterText[] | undefined {
  if (ts.isParenthesizedExpression(value)) return readFilterText(value.expression, typeChecker);
  if (ts.isStringLiteral(value) || ts.isNoSubstitutionTemplateLiteral(value)) return [plain(value, value)];
  if (ts.isTaggedTemplateExpression(value)) return isFilter(value.tag, typeChecker) ? [tagged(value)] : undefined;
  if (ts.isConditionalExpression(value)) return readChoice(value, typeChecker);
  if (ts.isBinaryExpression(value)) return readSum(value, typeChecker);
  if (ts.isCallExpression(value)) return readJoined(value, typeChecker);
  const constant = ts.isIdentifier(value) ? findConstant(value, typeChecker) : undefined;
  return constant === undefined ? undefined : readFilterText(constant, typeChecker);
}

function readChoice(value: ts.ConditionalExpression, typeChecker: ts.TypeChecker): readonly FilterText[] | undefined {
  const [whenTrue, whenFalse] = [value.whenTrue, value.whenFalse].map((one) => readFilterText(one, typeChecker));
  return whenTrue === undefined || whenFalse === undefined ? undefined : [...whenTrue, ...whenFalse];
}

function readSum(value: ts.BinaryExpression, typeChecker: ts.TypeChecker): readonly FilterText[] | undefined {
  if (value.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  return readInTurn([value.left, value.right], undefined, value, typeChecker);
}

/** `[a, b].join(' and ')`, and a text for each item of a list: `ids.map((id) => filter`id eq ${id}`).join(' or ')`. */
function readJoined(call: ts.CallExpression, typeChecker: ts.TypeChecker): readonly FilterText[] | undefined {
  const [separator] = call.arguments;
  const list = receiverOf(call, "join");
  if (list === undefined || separator === undefined || !ts.isStringLiteralLike(separator)) return undefined;
  if (ts.isArrayLiteralExpression(list)) return readInTurn(list.elements, separator, call, typeChecker);
  if (!ts.isCallExpression(list) || receiverOf(list, "map") === undefined) return undefined;
  const [write] = list.arguments;
  if (write === undefined || !ts.isArrowFunction(write) || ts.isBlock(write.body)) return undefined;
  return readFilterText(write.body, typeChecker)?.map((one) => ({ ...one, joinedBy: separator.text }));
}

function receiverOf(call: ts.CallExpression, method: string): ts.Expression | undefined {
  const { expression } = call;
  return ts.isPropertyAccessExpression(expression) && expression.name.text === method
    ? expression.expression
    : undefined;
}

/** Texts one after the other; undefined where one of them cannot be read, is one of several, or is written for each item. */
function readInTurn(
  parts: readonly ts.Expression[],
  separator: ts.StringLiteralLike | undefined,
  node: ts.Expression,
  typeChecker: ts.TypeChecker,
): readonly FilterText[] | undefined {
  const texts: FilterText[] = [];
  for (const part of parts) {
    const [text, other] = readFilterText(part, typeChecker) ?? [];
    if (text === undefined || other !== undefined || text.joinedBy !== undefined) return undefined;
    if (separator !== undefined && texts.length > 0) texts.push(plain(separator, separator));
    texts.push(text);
  }
  const [first, ...rest] = texts;
  return first === undefined ? undefined : [rest.reduce((before, next) => follow(before, next, node), first)];
}

function follow(before: FilterText, next: FilterText, node: ts.Expression): FilterText {
  const [head = "", ...tail] = next.pieces;
  return {
    node,
    pieces: [...before.pieces.slice(0, -1), `${before.pieces.at(-1) ?? ""}${head}`, ...tail],
    starts: [...before.starts, ...next.starts.slice(1)],
    holes: [...before.holes, ...next.holes],
  };
}

function isFilter(tag: ts.Expression, typeChecker: ts.TypeChecker): boolean {
  return ts.isIdentifier(tag) && tag.text === "filter" && isImported(tag, typeChecker);
}

function plain(node: ts.Expression, literal: ts.StringLiteralLike): FilterText {
  return { node, pieces: [literal.text], starts: [literal.getStart() + 1], holes: [] };
}

function tagged(node: ts.TaggedTemplateExpression): FilterText {
  const { template } = node;
  if (ts.isNoSubstitutionTemplateLiteral(template)) return plain(node, template);
  const literals = [template.head, ...template.templateSpans.map((one) => one.literal)];
  return {
    node,
    pieces: literals.map((one) => one.text),
    starts: literals.map((one) => one.getStart() + 1),
    holes: template.templateSpans.map((one) => one.expression),
  };
}
