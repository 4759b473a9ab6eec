import ts from "typescript";
import type { GateRule } from "./gate-rule.ts";

const why =
  "A run must give the same rows again from the same answers, so its clock is its start and nothing in it is random.";

/** The clock is the run's; there is no chance. */
export const clockAndChance: GateRule = (node) => {
  if (ts.isNewExpression(node) && isNamed(node.expression, "Date") && (node.arguments?.length ?? 0) === 0) {
    return {
      node,
      code: "gate/clock",
      message: "new Date() asks for the present.",
      why,
      help: "Use now(), daysAgo(30), daysSince(date) from 'okta'.",
    };
  }
  if (ts.isCallExpression(node) && isNamed(node.expression, "Date")) {
    return { node, code: "gate/clock", message: "Date() asks for the present.", why, help: "Use now() from 'okta'." };
  }
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  const path = `${node.expression.text}.${node.name.text}`;
  if (path === "Date.now")
    return { node, code: "gate/clock", message: "Date.now asks for the present.", why, help: "Use now() from 'okta'." };
  if (path === "Math.random")
    return {
      node,
      code: "gate/random",
      message: "Math.random is not the same twice.",
      why,
      help: "Leave it out; take items in their order.",
    };
  return undefined;
};

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}
