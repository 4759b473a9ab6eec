import ts from "typescript";

/** Where a part of a text begins and ends. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** `: T` behind a name, a parameter or a list of parameters. */
function annotation(children: readonly ts.Node[]): Stretch | undefined {
  const at = children.findIndex((child) => ts.isTypeNode(child));
  const colon = children[at - 1];
  const type = children[at];
  return type !== undefined && colon?.kind === ts.SyntaxKind.ColonToken
    ? { from: colon.getStart(), to: type.end }
    : undefined;
}

/** `<T>` of a function or a call. */
function bracketed(children: readonly ts.Node[]): Stretch | undefined {
  const open = children.find((child) => child.kind === ts.SyntaxKind.LessThanToken);
  const close = children.find((child) => child.kind === ts.SyntaxKind.GreaterThanToken);
  return open === undefined || close === undefined ? undefined : { from: open.getStart(), to: close.end };
}

function hasTypeList(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return node.typeParameters !== undefined;
  return (
    (ts.isCallExpression(node) ||
      ts.isNewExpression(node) ||
      ts.isTaggedTemplateExpression(node) ||
      ts.isExpressionWithTypeArguments(node)) &&
    node.typeArguments !== undefined
  );
}

/** What stands in a list and is nothing but a type: with the comma behind it. */
function listed(node: ts.Node): Stretch {
  const rest = node.getSourceFile().text.slice(node.end);
  return { from: node.getStart(), to: node.end + (/^\s*,/.exec(rest)?.[0].length ?? 0) };
}

/** What is nothing but types. */
function isAllTypes(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

/** `this: T` before the parameters of a function, which says what it is called on. */
function isThis(node: ts.Node): boolean {
  return ts.isParameter(node) && ts.isIdentifier(node.name) && node.name.text === "this";
}

/** What may have a type behind it. */
function isTyped(node: ts.Node): boolean {
  return ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isFunctionLike(node);
}

function typesAt(node: ts.Node): readonly (Stretch | undefined)[] {
  if (isAllTypes(node)) return [{ from: node.getStart(), to: node.end }];
  if (ts.isImportSpecifier(node)) return [node.isTypeOnly ? listed(node) : undefined];
  if (isThis(node)) return [listed(node)];
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return [{ from: node.expression.end, to: node.end }];
  if (!isTyped(node) && !hasTypeList(node)) return [];
  const children = node.getChildren();
  const lists = hasTypeList(node) ? [bracketed(children)] : [];
  const mark = ts.isParameter(node) ? optional(node) : undefined;
  return [...lists, mark, isTyped(node) ? annotation(children) : undefined];
}

/** The mark of a parameter that may be left out. */
function optional({ questionToken }: ts.ParameterDeclaration): Stretch | undefined {
  return questionToken === undefined ? undefined : { from: questionToken.getStart(), to: questionToken.end };
}

/**
 * The text with blanks in place of its types, as the tree that was checked has them: it must mean the same as what another parser
 * makes of the text, or what runs is not what was checked. For snippets that passed the gate, whose syntax is what it knows.
 */
export function blankTypes(sourceFile: ts.SourceFile): string {
  const stretches: Stretch[] = [];
  const visit = (node: ts.Node): void => {
    stretches.push(...typesAt(node).filter((one) => one !== undefined));
    if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  // A line end among them goes too: none may stand before the arrow of a function.
  const characters = sourceFile.text.split("");
  for (const { from, to } of stretches) characters.fill(" ", from, to);
  return characters.join("");
}
