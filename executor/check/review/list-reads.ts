import ts from "typescript";
import { asOktaCall, listOktaCalls, type OktaCall } from "../gate/okta-calls.ts";
import { findConstant } from "../name-of.ts";

/** A list that is walked, and where it came from as far as the text shows. */
export interface WalkedList {
  /** The list as written. */
  readonly text: string;
  /** The operation whose items it holds, all of them or fewer; undefined where that cannot be said. */
  readonly operationId: string | undefined;
  /** True where some items may have been left out on the way. */
  readonly narrowed: boolean;
}

/** A walked list as a reader is told of it: by its own name, and by the operation whose items it holds. */
export function sayWalkedList({ text, operationId, narrowed }: WalkedList): string {
  return operationId === undefined ? text : `${text}, ${narrowed ? "some of the" : "the"} items of ${operationId}`;
}

/** One place where a snippet reads from Okta. */
export interface Read {
  readonly okta: OktaCall;
  /** The lists it is read for each item of, outermost first: empty where it is read once. */
  readonly loops: readonly WalkedList[];
  /** The most items that are asked for, by `.first(n)`. */
  readonly first: number | undefined;
}

/** Functions that call functions are followed to this depth; a snippet of 200 lines has no more. */
const deepest = 6;

/** Every read of a snippet with the loops around it; a function that reads counts once for each place it is called from. */
export function listReads(sourceFile: ts.SourceFile, typeChecker: ts.TypeChecker): readonly Read[] {
  return listOktaCalls(sourceFile).flatMap((okta) =>
    loopsAround(okta.call, { sourceFile, typeChecker }, 0).map((loops) => ({ okta, loops, first: firstOf(okta.call) })),
  );
}

interface Text {
  readonly sourceFile: ts.SourceFile;
  readonly typeChecker: ts.TypeChecker;
}

/** For each way that leads to a node, the lists that are walked on that way. */
function loopsAround(start: ts.Node, text: Text, depth: number): readonly (readonly WalkedList[])[] {
  const loops: WalkedList[] = [];
  for (let node = start.parent; !ts.isSourceFile(node); node = node.parent) {
    if (!ts.isFunctionLike(node)) continue;
    const call = node.parent;
    if (ts.isCallExpression(call) && ts.isIdentifier(call.expression) && call.expression.text === "each") {
      const [list] = call.arguments;
      if (list !== undefined && list !== node) loops.unshift(walkedList(list, text.typeChecker));
      continue;
    }
    const name = nameOf(node);
    if (name === undefined || depth > deepest) continue;
    const callers = findCalls(text.sourceFile, name);
    if (callers.length === 0) return [];
    return callers.flatMap((caller) => loopsOfCaller(caller, text, depth).map((outer) => [...outer, ...loops]));
  }
  return [loops];
}

/** `each(list, readFactors)` walks as `each(list, (one) => readFactors(one))` does. */
function loopsOfCaller(caller: ts.Node, text: Text, depth: number): readonly (readonly WalkedList[])[] {
  const outer = loopsAround(caller, text, depth + 1);
  const call = caller.parent;
  const isGiven =
    ts.isCallExpression(call) &&
    ts.isIdentifier(call.expression) &&
    call.expression.text === "each" &&
    call.arguments[1] === caller;
  const [list] = isGiven ? call.arguments : [];
  return list === undefined ? outer : outer.map((loops) => [...loops, walkedList(list, text.typeChecker)]);
}

function nameOf(node: ts.SignatureDeclaration): string | undefined {
  if (ts.isFunctionDeclaration(node)) {
    const isMain = node.modifiers?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword) === true;
    return isMain ? undefined : node.name?.text;
  }
  const { parent } = node;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : undefined;
}

function findCalls(sourceFile: ts.SourceFile, name: string): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name && ts.isCallExpression(node.parent)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return found;
}

const keeping = new Set(["toSorted", "sort", "toReversed", "reverse", "map", "values", "keys"]);
const narrowing = new Set(["filter", "slice", "first"]);

/** What a list is, followed back through constants, filters and sorts to the read that it came from. */
function walkedList(list: ts.Expression, typeChecker: ts.TypeChecker): WalkedList {
  let narrowed = false;
  let node: ts.Expression = list;
  for (let steps = 0; steps < 40; steps += 1) {
    const okta = asOktaCall(node);
    if (okta !== undefined) return { text: shorten(list), operationId: okta.operationId, narrowed };
    const inner = source(node, typeChecker);
    if (inner === undefined) break;
    narrowed ||= inner.narrowed;
    node = inner.node;
  }
  return { text: shorten(list), operationId: undefined, narrowed };
}

interface Source {
  readonly node: ts.Expression;
  readonly narrowed: boolean;
}

function source(node: ts.Expression, typeChecker: ts.TypeChecker): Source | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node)) return whole(node.expression);
  if (ts.isIdentifier(node)) return whole(findConstant(node, typeChecker));
  if (ts.isArrayLiteralExpression(node)) return spreadOf(node);
  // A Set or a Map of a list may hold fewer items than the list.
  if (ts.isNewExpression(node)) return part(node.arguments?.[0]);
  return ts.isCallExpression(node) ? sourceOfCall(node) : undefined;
}

function spreadOf({ elements }: ts.ArrayLiteralExpression): Source | undefined {
  const [only, more] = elements;
  return only !== undefined && more === undefined && ts.isSpreadElement(only) ? whole(only.expression) : undefined;
}

function sourceOfCall(node: ts.CallExpression): Source | undefined {
  if (ts.isIdentifier(node.expression)) return node.expression.text === "each" ? whole(node.arguments[0]) : undefined;
  if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
  const method = node.expression.name.text;
  if (narrowing.has(method)) return part(node.expression.expression);
  return method === "all" || keeping.has(method) ? whole(node.expression.expression) : undefined;
}

function whole(node: ts.Expression | undefined): Source | undefined {
  return node === undefined ? undefined : { node, narrowed: false };
}

function part(node: ts.Expression | undefined): Source | undefined {
  return node === undefined ? undefined : { node, narrowed: true };
}

function firstOf(call: ts.CallExpression): number | undefined {
  const access = call.parent;
  if (!ts.isPropertyAccessExpression(access) || access.name.text !== "first" || !ts.isCallExpression(access.parent))
    return undefined;
  const [count] = access.parent.arguments;
  return count !== undefined && ts.isNumericLiteral(count) ? Number(count.text) : undefined;
}

function shorten(node: ts.Node): string {
  const text = node.getText().replaceAll(/\s+/g, " ");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
