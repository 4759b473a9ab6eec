import ts from "typescript";
import type { Finding } from "../../terms/finding.ts";
import { findingPlace, type Machine } from "./machine.ts";

const changing: ReadonlySet<string> = new Set(
  "push unshift pop shift splice sort reverse fill copyWithin set add delete clear assign".split(" "),
);

function changesSomething(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    if (kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment) return true;
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const { operator } = node;
    if (operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken) return true;
  }
  const isChange =
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    changing.has(node.expression.name.text);
  return isChange || (ts.forEachChild(node, (child) => changesSomething(child) || undefined) ?? false);
}

function whyUnseen({ noted }: Machine, node: ts.Node): string | undefined {
  if (!noted.called.has(node)) return "nothing that can be followed calls it";
  return noted.tooDeep.has(node) ? "calls itself with other values, deeper than can be followed" : undefined;
}

/**
 * Functions that change something and that the pass never saw called: the language may call them unseen, as `toString` of an object
 * that stands in a text, and what they change would be taken for unchanged.
 */
export function findUnseenEffects(machine: Machine): readonly Finding[] {
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const what = ts.isFunctionLike(node) && "body" in node ? whyUnseen(machine, node) : undefined;
    if (what !== undefined && changesSomething(node)) {
      found.push({
        code: "origins/unseen-effect",
        ...findingPlace(machine, node),
        message: `This function changes something, and ${what}.`,
        why: "What it changes unseen would be taken for unchanged.",
        help: "Change things in a loop or in a function that is called by its name, or take it out.",
      });
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(machine.sourceFile);
  return found;
}
