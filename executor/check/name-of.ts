import ts from "typescript";

/** What a name in the text stands for, by the compiler's own rules of scope; undefined for what is declared nowhere. */
export function declarationOf(name: ts.MemberName, typeChecker: ts.TypeChecker): ts.Declaration | undefined {
  const { parent } = name;
  const symbol =
    ts.isShorthandPropertyAssignment(parent) && parent.name === name
      ? typeChecker.getShorthandAssignmentValueSymbol(parent)
      : typeChecker.getSymbolAtLocation(name);
  return symbol?.valueDeclaration ?? symbol?.declarations?.[0];
}

/** The value of a `const` that a name stands for; undefined for every other name. */
export function findConstant(name: ts.Identifier, typeChecker: ts.TypeChecker): ts.Expression | undefined {
  const declaration = declarationOf(name, typeChecker);
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name))
    return undefined;
  const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return isConstant ? declaration.initializer : undefined;
}

/** True for a name that is imported, which a snippet can do from 'okta' alone. */
export function isImported(name: ts.Identifier, typeChecker: ts.TypeChecker): boolean {
  const declaration = declarationOf(name, typeChecker);
  return declaration !== undefined && ts.isImportSpecifier(declaration);
}

/** True for what the language itself declares. */
export function isOfLanguage(declaration: ts.Declaration | undefined): boolean {
  return declaration?.getSourceFile().fileName.startsWith("/lib/") === true;
}

/** The exported function whose parameter a declaration is, or is taken from. */
export function isInput(declaration: ts.Declaration): boolean {
  let node: ts.Node = declaration;
  while (ts.isBindingElement(node) || ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node))
    node = node.parent;
  if (!ts.isParameter(node) || !ts.isFunctionDeclaration(node.parent)) return false;
  return node.parent.modifiers?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword) === true;
}
