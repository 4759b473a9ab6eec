import ts from "typescript";
import type { GateProblem, GateRule } from "./gate-rule.ts";

const why =
  "The operations that a snippet may reach are read from its text; an operation called in another way could not be seen.";
const help = "Call it by its name with one object in braces: okta.listUsers({ search: filter`…` })";

/** `okta` stands only in `okta.<operationId>({ … })`, called where it is named, with parameters in braces. */
export const oktaUse: GateRule = (node) => {
  if (!ts.isIdentifier(node) || node.text !== "okta" || isName(node) || ts.isImportSpecifier(node.parent))
    return undefined;
  const access = node.parent;
  if (!ts.isPropertyAccessExpression(access) || access.expression !== node || access.questionDotToken !== undefined) {
    return problem(node, "okta is used as a value.");
  }
  const call = access.parent;
  if (!ts.isCallExpression(call) || call.expression !== access || call.questionDotToken !== undefined) {
    return problem(node, `okta.${access.name.text} is named but not called.`);
  }
  return parameters(call, access.name.text);
};

function parameters(call: ts.CallExpression, operationId: string): GateProblem | undefined {
  const [first, second] = call.arguments;
  if (call.typeArguments !== undefined)
    return problem(call.typeArguments[0] ?? call, `okta.${operationId} is given types.`);
  if (second !== undefined) return problem(second, `okta.${operationId} is given more than one argument.`);
  if (first === undefined) return undefined;
  if (!ts.isObjectLiteralExpression(first))
    return problem(first, `The parameters of okta.${operationId} are not written in braces.`);
  const hidden = first.properties.find(
    (one) =>
      !(
        ts.isShorthandPropertyAssignment(one) ||
        (ts.isPropertyAssignment(one) && !ts.isComputedPropertyName(one.name))
      ),
  );
  return hidden === undefined
    ? undefined
    : problem(hidden, `The parameters of okta.${operationId} cannot be read from the text.`);
}

function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node;
}

function problem(node: ts.Node, message: string): GateProblem {
  return { node, code: "gate/okta-use", message, why, help };
}
