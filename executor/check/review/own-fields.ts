import ts from "typescript";
import { declarationOf, findConstant } from "../name-of.ts";
import { givenTo } from "./given-to.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** True for a property of the snippet's own that has the name of one of Okta's fields and holds something else. */
export function isOwn(
  declaration: ts.Declaration | undefined,
  { name, expression }: ts.PropertyAccessExpression,
  vocabulary: Vocabulary,
): boolean {
  if (declaration === undefined || !isMadeHere(declaration, name)) return false;
  if (!vocabulary.fieldNames.has(name.text) || keepsName(declaration, name.text, vocabulary)) return false;
  return !ts.isPropertySignature(declaration) || !isGivenField(expression, name.text, vocabulary);
}

/** True where a parameter whose type the snippet wrote down is given nothing but what has Okta's own field of that name. */
function isGivenField(holder: ts.Expression, name: string, vocabulary: Vocabulary): boolean {
  const { typeChecker } = vocabulary;
  const declaration = ts.isIdentifier(holder) ? declarationOf(holder, typeChecker) : undefined;
  const given = declaration === undefined ? undefined : givenTo(declaration, typeChecker);
  return (
    given?.every(({ type }) => {
      const fields = fieldsNamed(typeChecker.getNonNullableType(type), name);
      return fields.length > 0 && fields.every((one) => !isMadeHere(one, holder) || keepsName(one, name, vocabulary));
    }) === true
  );
}

/** True where a property that the snippet makes holds the field of its own name: `status: user.status ?? null`. */
export function keepsName(declaration: ts.Declaration, name: string, { typeChecker }: Vocabulary): boolean {
  if (ts.isShorthandPropertyAssignment(declaration)) return endsWith(declaration.name, name, typeChecker);
  return ts.isPropertyAssignment(declaration) && endsWith(declaration.initializer, name, typeChecker);
}

function endsWith(node: ts.Expression, name: string, typeChecker: ts.TypeChecker): boolean {
  if (ts.isParenthesizedExpression(node)) return endsWith(node.expression, name, typeChecker);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return endsWith(node.left, name, typeChecker);
  if (ts.isPropertyAccessExpression(node)) {
    const declaration = typeChecker.getSymbolAtLocation(node.name)?.valueDeclaration;
    return node.name.text === name && declaration !== undefined && !isMadeHere(declaration, node);
  }
  if (!ts.isIdentifier(node)) return false;
  const constant = findConstant(node, typeChecker);
  return constant === undefined ? isTakenField(node, name, typeChecker) : endsWith(constant, name, typeChecker);
}

/** Where a property is declared: once in each member of a union. */
function fieldsNamed(type: ts.Type, name: string): readonly ts.Declaration[] {
  return type.getProperty(name)?.declarations ?? [];
}

/** True for `status` in `const { status } = user`. */
function isTakenField(node: ts.Identifier, name: string, typeChecker: ts.TypeChecker): boolean {
  const declaration = declarationOf(node, typeChecker);
  if (declaration === undefined || !ts.isBindingElement(declaration) || declaration.initializer !== undefined)
    return false;
  if (!ts.isObjectBindingPattern(declaration.parent) || propertyOf(declaration) !== name) return false;
  const fields = fieldsNamed(typeChecker.getTypeAtLocation(declaration.parent), name);
  return fields.length > 0 && fields.every((one) => !isMadeHere(one, node));
}

/** True for what the snippet itself declares. */
export function isMadeHere(declaration: ts.Declaration, at: ts.Node): boolean {
  return declaration.getSourceFile() === at.getSourceFile();
}

/** The name of the property that a pattern takes; undefined for one that is worked out. */
export function propertyOf({ propertyName, name }: ts.BindingElement): string | undefined {
  const key = propertyName ?? name;
  return ts.isIdentifier(key) || ts.isStringLiteral(key) ? key.text : undefined;
}
