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
}

/**
 * The texts that an expression can be, read from the snippet: a literal, the tag `filter`, a constant of these, or a choice
 * between them. Undefined where that cannot be said.
 */
export function readFilterText(value: ts.Expression, typeChecker: ts.TypeChecker): readonly FilterText[] | undefined {
  if (ts.isParenthesizedExpression(value)) return readFilterText(value.expression, typeChecker);
  if (ts.isStringLiteral(value) || ts.isNoSubstitutionTemplateLiteral(value)) return [plain(value, value)];
  if (ts.isTaggedTemplateExpression(value)) return isFilter(value.tag, typeChecker) ? [tagged(value)] : undefined;
  if (ts.isConditionalExpression(value)) {
    const [whenTrue, whenFalse] = [value.whenTrue, value.whenFalse].map((one) => readFilterText(one, typeChecker));
    return whenTrue === undefined || whenFalse === undefined ? undefined : [...whenTrue, ...whenFalse];
  }
  const constant = ts.isIdentifier(value) ? findConstant(value, typeChecker) : undefined;
  return constant === undefined ? undefined : readFilterText(constant, typeChecker);
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
