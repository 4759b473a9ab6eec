import ts from "typescript";
import { findConstant } from "../name-of.ts";
import { methodCall } from "./method-call.ts";
import { sayValue } from "./say-value.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** `[...users, other]`, `users.concat(other)` and `rows.push(other)`, done once: a number of its items is not that of what was read. */
export function addedItems(node: ts.Node, vocabulary: Vocabulary): string | undefined {
  const { lists, added } = besides(node, vocabulary);
  const [list] = lists.filter((one) => !isWritten(one, vocabulary));
  if (list === undefined || added === 0 || isRepeated(node)) return undefined;
  const items = added === 1 ? "1 item" : `${added} items`;
  return `Adds ${items} to ${sayValue(list, vocabulary) ?? "a list"}: there are more in it than were read`;
}

interface Besides {
  readonly lists: readonly ts.Expression[];
  /** Number of items that are written out beside them. */
  readonly added: number;
}

function besides(node: ts.Node, vocabulary: Vocabulary): Besides {
  if (ts.isArrayLiteralExpression(node)) {
    const lists = node.elements.filter(ts.isSpreadElement).map((one) => one.expression);
    return { lists, added: node.elements.length - lists.length };
  }
  const called = methodCall(node, vocabulary);
  if (called?.name === "push" || called?.name === "unshift")
    return { lists: [called.list], added: called.given.filter((one) => !ts.isSpreadElement(one)).length };
  if (called?.name !== "concat") return { lists: [], added: 0 };
  const added = called.given.map((one) => writtenItems(one, vocabulary));
  return { lists: [called.list], added: added.reduce((sum, one) => sum + one, 0) };
}

function writtenItems(node: ts.Expression, { typeChecker }: Vocabulary): number {
  if (ts.isArrayLiteralExpression(node)) return node.elements.filter((one) => !ts.isSpreadElement(one)).length;
  return ts.isSpreadElement(node) || typeChecker.isArrayLikeType(typeChecker.getTypeAtLocation(node)) ? 0 : 1;
}

/** A list that the snippet writes out itself, item by item: nothing of it was read as a list. */
function isWritten(node: ts.Expression, { typeChecker }: Vocabulary): boolean {
  const list = (ts.isIdentifier(node) ? findConstant(node, typeChecker) : undefined) ?? node;
  return ts.isArrayLiteralExpression(list) && !list.elements.some(ts.isSpreadElement);
}

/** In a loop or a function a list may be filled so, item by item. */
function isRepeated(node: ts.Node): boolean {
  const around = ts.findAncestor(
    node.parent,
    (one) => ts.isIterationStatement(one, false) || ts.isFunctionLike(one) || ts.isSourceFile(one),
  );
  return around !== undefined && !(ts.isFunctionDeclaration(around) && isExported(around)) && !ts.isSourceFile(around);
}

function isExported(node: ts.FunctionDeclaration): boolean {
  return node.modifiers?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword) === true;
}
