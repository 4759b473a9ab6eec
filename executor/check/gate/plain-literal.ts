import ts from "typescript";
import type { ParameterValue } from "../../../terms/snippet.ts";

/** The expression without parentheses, `as const` and `satisfies`, which change no value. */
export function bareExpression(node: ts.Expression): ts.Expression {
  if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node)) return bareExpression(node.expression);
  if (ts.isAsExpression(node) && ts.isConstTypeReference(node.type)) return bareExpression(node.expression);
  return node;
}

/** True for a value that can be read off the text: literals, and arrays and objects of them. */
export function isPlainLiteral(node: ts.Expression): boolean {
  const bare = bareExpression(node);
  if (ts.isArrayLiteralExpression(bare)) return bare.elements.every(isPlainLiteral);
  if (ts.isObjectLiteralExpression(bare)) {
    return bare.properties.every(
      (one) => ts.isPropertyAssignment(one) && !ts.isComputedPropertyName(one.name) && isPlainLiteral(one.initializer),
    );
  }
  return scalar(bare) !== undefined;
}

/** The value of a parameter's default as it stands in the text; undefined where it is none that a parameter may have. */
export function parameterValue(node: ts.Expression): ParameterValue | undefined {
  const bare = bareExpression(node);
  if (!ts.isArrayLiteralExpression(bare)) return scalar(bare);
  const values = bare.elements.map((one) => scalar(bareExpression(one)));
  if (values.every((one) => typeof one === "string")) return values;
  return values.every((one) => typeof one === "number") ? values : undefined;
}

function scalar(node: ts.Expression): string | number | boolean | null | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (
    ts.isPrefixUnaryExpression(node) &&
    node.operator === ts.SyntaxKind.MinusToken &&
    ts.isNumericLiteral(node.operand)
  ) {
    return -Number(node.operand.text);
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  return node.kind === ts.SyntaxKind.NullKeyword ? null : undefined;
}
