import ts from "typescript";
import type { GateRule } from "./gate-rule.ts";

const why = "It tells the compiler to believe the snippet instead of Okta's types, so an invented field would pass.";

/** `any`, in any type. */
export const anyType: GateRule = (node) =>
  node.kind === ts.SyntaxKind.AnyKeyword
    ? {
        node,
        code: "gate/any",
        message: "The type any stands here.",
        why,
        help: "Leave the type out, or name it. unknown is allowed.",
      }
    : undefined;

/** `x as T` and `<T>x`, but for `as const`. */
export const assertion: GateRule = (node) => {
  if (!ts.isAsExpression(node) && !ts.isTypeAssertionExpression(node)) return undefined;
  if (ts.isAsExpression(node) && ts.isConstTypeReference(node.type)) return undefined;
  // `x as unknown as T` is one assertion to whoever reads it.
  if (ts.isAsExpression(node.parent)) return undefined;
  return {
    node: ts.isAsExpression(node) ? node.type : node,
    code: "gate/assertion",
    message: `A type is asserted here: ${oneLine(node)}.`,
    why,
    help: "Let the type follow from the value; narrow with a condition, or use satisfies. Only `as const` is allowed.",
  };
};

/** `x!`, in expressions and declarations. */
export const nonNull: GateRule = (node) => {
  const isAsserted =
    ts.isNonNullExpression(node) || (ts.isVariableDeclaration(node) && node.exclamationToken !== undefined);
  if (!isAsserted) return undefined;
  return {
    node,
    code: "gate/non-null",
    message: `${oneLine(node)} says that a value is there without looking.`,
    why: "Okta leaves out what is not set; the run would fail, or a cell would be wrong.",
    help: "Handle the missing case: `x ?? null`, `x?.y`, or a condition.",
  };
};

function oneLine(node: ts.Node): string {
  const text = node.getText().replaceAll(/\s+/g, " ");
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
