import ts from "typescript";

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
export function readFilterText(value: ts.Expression): readonly FilterText[] | undefined {
  if (ts.isParenthesizedExpression(value)) return readFilterText(value.expression);
  if (ts.isStringLiteral(value) || ts.isNoSubstitutionTemplateLiteral(value)) return [plain(value, value)];
  if (ts.isTaggedTemplateExpression(value)) {
    const isFilter = ts.isIdentifier(value.tag) && value.tag.text === "filter";
    return isFilter ? [tagged(value)] : undefined;
  }
  if (ts.isConditionalExpression(value)) {
    const [whenTrue, whenFalse] = [value.whenTrue, value.whenFalse].map(readFilterText);
    return whenTrue === undefined || whenFalse === undefined ? undefined : [...whenTrue, ...whenFalse];
  }
  const constant = ts.isIdentifier(value) ? findConstant(value) : undefined;
  return constant === undefined ? undefined : readFilterText(constant);
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

/** The value of a `const` of that name, looked for from the inside out. A name declared otherwise hides those outside. */
export function findConstant(name: ts.Identifier): ts.Expression | undefined {
  for (let around: ts.Node = name.parent; ; around = around.parent) {
    if (ts.isBlock(around) || ts.isSourceFile(around)) {
      const declaration = around.statements
        .filter(ts.isVariableStatement)
        .flatMap((one) => one.declarationList.declarations)
        .find((one) => ts.isIdentifier(one.name) && one.name.text === name.text);
      if (declaration !== undefined) {
        const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
        return isConstant ? declaration.initializer : undefined;
      }
    }
    if (ts.isFunctionLike(around) && around.parameters.some((one) => binds(one.name, name.text))) return undefined;
    if (ts.isSourceFile(around)) return undefined;
  }
}

function binds(pattern: ts.BindingName, name: string): boolean {
  if (ts.isIdentifier(pattern)) return pattern.text === name;
  return pattern.elements.some((one) => ts.isBindingElement(one) && binds(one.name, name));
}
