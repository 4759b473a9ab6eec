import ts from "typescript";
import type { GateProblem, GateRule } from "./gate-rule.ts";
import { asOktaCall } from "./okta-calls.ts";

/** Reading once an item happens through `each` alone, so that the host sets the pace and keeps the order. */
export const readsInLoops: GateRule = (node, { readers }) => {
  if (!ts.isCallExpression(node)) return undefined;
  const name = asOktaCall(node)?.operationId ?? (ts.isIdentifier(node.expression) ? node.expression.text : undefined);
  if (name === undefined || (asOktaCall(node) === undefined && !readers.has(name))) return undefined;
  const around = repeats(node);
  if (around === undefined) return undefined;
  return {
    // The finding stands at the await where there is one: that is the word that waits once an item.
    node: awaitOf(node),
    code: "gate/await-in-loop",
    message: `${name} is read once for each item of ${around}.`,
    why: "The host sets how many reads run at once, keeps their order and works out the price; in a loop it can do none of these.",
    help: "Write: const found = await each(items, async (item) => { … }), and go on with what it gives.",
  };
};

/** A function that reads is called by its name or given to `each`: in any other way its reads could not be counted. */
export const readersByName: GateRule = (node, { readers }) => {
  if (!ts.isIdentifier(node) || !readers.has(node.text) || isDeclaredOrProperty(node)) return undefined;
  const { parent } = node;
  if (ts.isCallExpression(parent) && parent.expression === node) return callsItself(node);
  const isForEach =
    ts.isCallExpression(parent) && ts.isIdentifier(parent.expression) && parent.expression.text === "each";
  if (isForEach || ts.isVariableDeclaration(parent)) return undefined;
  return readerProblem(node, `${node.text} reads from Okta, and is handed on as a value.`);
};

function callsItself(node: ts.Identifier): GateProblem | undefined {
  for (let around: ts.Node = node.parent; !ts.isSourceFile(around); around = around.parent) {
    const named = ts.isFunctionDeclaration(around) || ts.isVariableDeclaration(around) ? around.name : undefined;
    const isItself = named !== undefined && ts.isIdentifier(named) && named.text === node.text;
    if (isItself && around !== node.parent)
      return readerProblem(node, `${node.text} reads from Okta, and calls itself.`);
  }
  return undefined;
}

function readerProblem(node: ts.Node, message: string): GateProblem {
  return {
    node,
    code: "gate/reader",
    message,
    why: "How often it reads could not be said before the run.",
    help: "Call it by its name, or give it to each: await each(items, read).",
  };
}

function isDeclaredOrProperty(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === node;
  if (ts.isFunctionDeclaration(parent) || ts.isVariableDeclaration(parent)) return parent.name === node;
  return (
    ts.isPropertySignature(parent) ||
    ts.isTypeQueryNode(parent) ||
    ts.isBindingElement(parent) ||
    ts.isParameter(parent)
  );
}

/** A call that is given to nobody: its failure would be lost. */
export const readsNotAwaited: GateRule = (node, { readers }): GateProblem | undefined => {
  if (!ts.isExpressionStatement(node) || !startsWithRead(node.expression, readers)) return undefined;
  return {
    node,
    code: "gate/not-awaited",
    message: "This reads from Okta and drops what comes back.",
    why: "A read that nobody awaits may fail unseen, or not be made at all.",
    help: "Await it and use its value, or take it out.",
  };
};

function startsWithRead(node: ts.Node, readers: ReadonlySet<string>): boolean {
  if (asOktaCall(node) !== undefined) return true;
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
    return node.expression.text === "each" || readers.has(node.expression.text);
  const isAround =
    ts.isCallExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isVoidExpression(node);
  return isAround && startsWithRead(node.expression, readers);
}

/** What repeats a node, in words; undefined where it runs once each time that its function does. */
function repeats(start: ts.Node): string | undefined {
  let child: ts.Node = start;
  let isInEach = false;
  for (let node = start.parent; !ts.isSourceFile(node); child = node, node = node.parent) {
    const loop = isInEach && isWalkOfPages(node) ? undefined : loopAround(node, child);
    if (loop !== undefined) return loop;
    if (!ts.isFunctionLike(node)) continue;
    const call = node.parent;
    // A function with a name: whoever calls it in a loop gets the finding there.
    if (ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(call)) return undefined;
    if (!ts.isCallExpression(call) || !call.arguments.some((one) => one === node)) return "a function without a name";
    // What stands in each is read in turn for each round of what is around that.
    isInEach = ts.isIdentifier(call.expression) && call.expression.text === "each";
    if (!isInEach) return shorten(call.expression.getText());
  }
  return undefined;
}

function loopAround(node: ts.Node, child: ts.Node): string | undefined {
  if (ts.isForOfStatement(node)) return child === node.expression ? undefined : shorten(node.expression.getText());
  if (ts.isForInStatement(node)) return shorten(node.expression.getText());
  if (ts.isForStatement(node)) return child === node.initializer ? undefined : "a for loop";
  return ts.isWhileStatement(node) || ts.isDoStatement(node) ? "a while loop" : undefined;
}

/** `for await (const page of okta.listUsers({}).pages())`: each page holds other items, which may be read for with each. */
function isWalkOfPages(node: ts.Node): boolean {
  if (!ts.isForOfStatement(node) || node.awaitModifier === undefined || !ts.isCallExpression(node.expression))
    return false;
  const access = node.expression.expression;
  return (
    ts.isPropertyAccessExpression(access) && access.name.text === "pages" && asOktaCall(access.expression) !== undefined
  );
}

function awaitOf(start: ts.Node): ts.Node {
  let node = start;
  while (ts.isCallExpression(node.parent) || ts.isPropertyAccessExpression(node.parent)) {
    if (ts.isCallExpression(node.parent) && node.parent.expression !== node) return start;
    node = node.parent;
  }
  return ts.isAwaitExpression(node.parent) ? node.parent : start;
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
