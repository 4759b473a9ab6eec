import ts from "typescript";
import type { Transformer } from "./transformer.ts";

const primitive =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.BigIntLike |
  ts.TypeFlags.Any |
  ts.TypeFlags.Unknown |
  ts.TypeFlags.TypeParameter |
  ts.TypeFlags.IndexedAccess |
  ts.TypeFlags.Conditional |
  ts.TypeFlags.Null |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Void;

/** Whether a value of that type may be a text, number or boolean, which cannot carry its own mark. */
export function mayBePrimitive(typeChecker: ts.TypeChecker, type: ts.Type): boolean {
  if (type.isUnion()) {
    const present = typeChecker.getNonNullableType(type);
    const members = present.isUnion() ? present.types : [present];
    return members.some((one) => mayBePrimitive(typeChecker, one));
  }
  if (type.isIntersection()) return type.types.some((one) => (one.flags & primitive) !== 0);
  return (type.flags & primitive) !== 0;
}

/** The same for an expression. */
export function isMarked({ typeChecker }: Pick<Transformer, "typeChecker">, node: ts.Node): boolean {
  return mayBePrimitive(typeChecker, typeChecker.getTypeAtLocation(node));
}

/** Where what a name stands for is declared. */
export function declarationOf({ typeChecker }: Transformer, name: ts.Identifier): ts.Declaration | undefined {
  return typeChecker.getSymbolAtLocation(name)?.valueDeclaration;
}

/** The symbol of a variable that a name stands for, where the snippet declares it. */
function variableOf(transformer: Transformer, name: ts.Identifier): ts.Symbol | undefined {
  const { typeChecker, sourceFile } = transformer;
  const shorthand = ts.isShorthandPropertyAssignment(name.parent)
    ? typeChecker.getShorthandAssignmentValueSymbol(name.parent)
    : undefined;
  const symbol = shorthand ?? typeChecker.getSymbolAtLocation(name);
  const declaration = symbol?.valueDeclaration;
  if (declaration === undefined || declaration.getSourceFile() !== sourceFile) return undefined;
  const isVariable =
    ts.isVariableDeclaration(declaration) || ts.isParameter(declaration) || ts.isBindingElement(declaration);
  return isVariable && !isCaught(declaration) ? symbol : undefined;
}

function isCaught(declaration: ts.Declaration): boolean {
  return ts.isVariableDeclaration(declaration) && ts.isCatchClause(declaration.parent);
}

/** Whether a variable has a second one beside it that holds its mark. */
export function hasShadow(transformer: Transformer, name: ts.Identifier): boolean {
  const symbol = variableOf(transformer, name);
  if (symbol === undefined) return false;
  return mayBePrimitive(transformer.typeChecker, transformer.typeChecker.getTypeOfSymbol(symbol));
}

/** The name of the variable that holds a variable's mark. */
export function shadowOf(name: ts.Identifier): string {
  return `${name.text}$`;
}

/** The name under which something is imported from `'okta'` or known to the language; undefined for the snippet's own. */
export function foreignName({ typeChecker, sourceFile }: Transformer, node: ts.Expression): string | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const [declaration] = typeChecker.getSymbolAtLocation(node)?.declarations ?? [];
  if (declaration === undefined) return undefined;
  if (ts.isImportSpecifier(declaration)) return (declaration.propertyName ?? declaration.name).text;
  return declaration.getSourceFile() === sourceFile ? undefined : node.text;
}
