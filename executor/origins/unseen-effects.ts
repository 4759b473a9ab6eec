import ts from "typescript";
import { isAssignment } from "../check/is-assignment.ts";
import type { Finding } from "../../terms/finding.ts";
import { findingPlace, type Machine } from "./machine.ts";
import { asLoop } from "./recursion.ts";

const changing: ReadonlySet<string> = new Set(
  "push unshift pop shift splice sort reverse fill copyWithin set add delete clear assign".split(" "),
);

/** Methods of an object that the language calls by itself. */
const calledByLanguage: ReadonlySet<string> = new Set(["toString", "valueOf", "toJSON", "then"]);

function isChange(node: ts.Node): boolean {
  if (isAssignment(node)) return true;
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const { operator } = node;
    return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
  }
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return !ts.isVariableDeclarationList(node.initializer);
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    changing.has(node.expression.name.text)
  );
}

/** Where the snippet writes the function that a name stands for; empty where it is no function, or none of the snippet's. */
function functionsBehind({ typeChecker, sourceFile }: Machine, name: ts.Identifier): readonly ts.Declaration[] {
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? typeChecker.getShorthandAssignmentValueSymbol(name.parent)
    : typeChecker.getSymbolAtLocation(name);
  if (symbol === undefined || typeChecker.getTypeOfSymbolAtLocation(symbol, name).getCallSignatures().length === 0)
    return [];
  return (symbol.declarations ?? []).filter((one) => one.getSourceFile() === sourceFile);
}

/** Whether a node, or a function that it names, changes something. A function that stands behind no name is taken for one that does. */
function changesSomething(machine: Machine, node: ts.Node, seen: Set<ts.Node> = new Set()): boolean {
  if (seen.has(node)) return false;
  seen.add(node);
  if (isChange(node)) return true;
  const behind = ts.isIdentifier(node) ? functionsBehind(machine, node) : [];
  if (behind.some((one) => ts.isParameter(one) || ts.isBindingElement(one))) return true;
  return (
    behind.some((one) => changesSomething(machine, one, seen)) ||
    (ts.forEachChild(node, (child) => changesSomething(machine, child, seen) || undefined) ?? false)
  );
}

/** Functions that stand where the language finds them: under a name of its own, or under one that is not fixed. */
function heldForLanguage({ heap }: Machine): ReadonlySet<ts.Node> {
  const held = [...heap.list()]
    .filter((one) => one.kind === "object")
    .flatMap(({ element, properties }) => [
      element,
      ...[...properties].filter(([name]) => calledByLanguage.has(name)).map(([, value]) => value),
    ]);
  return new Set(
    held.flatMap(({ functions }) => [...functions].flatMap((one) => (one.kind === "own" ? one.node : []))),
  );
}

/**
 * Functions that change something and that may be called where the pass does not see it: by the language, as `toString` of an object
 * that stands in a text, or by what it does not follow. What they change would be taken for unchanged.
 */
export function findUnseenEffects(machine: Machine): readonly Finding[] {
  const { called, handedOver, tooDeep } = machine.noted;
  const held = heldForLanguage(machine);
  const whyUnseen = (node: ts.Node): string | undefined => {
    if (!called.has(node)) return "nothing that can be followed calls it";
    if (handedOver.has(node) || held.has(node)) return "what is not followed may call it too";
    return tooDeep.has(node) ? "it calls itself more than can be followed" : undefined;
  };
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const what = ts.isFunctionLike(node) && "body" in node ? whyUnseen(node) : undefined;
    if (what !== undefined && changesSomething(machine, node)) {
      found.push({
        code: "origins/unseen-effect",
        ...findingPlace(machine, node),
        message: `This function changes something, and ${what}.`,
        why: "What it changes unseen would be taken for unchanged.",
        help: tooDeep.has(node)
          ? asLoop
          : "Change things in a loop or in a function that is called by its name, or take it out.",
      });
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(machine.sourceFile);
  return found;
}
