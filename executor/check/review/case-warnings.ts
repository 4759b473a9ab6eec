import ts from "typescript";
import { findConstant } from "../name-of.ts";

/** Types of Okta whose texts people or directories wrote, in any case of letters. */
const writtenByPeople: ReadonlySet<string> = new Set([
  "UserProfile",
  "GroupProfile",
  "AppUserProfile",
  "GroupAssignmentProfile",
  "DeviceProfile",
]);

/** Longer comparisons are pointed at by their line alone. */
const longestShown = 100;

/**
 * A line for each `===` or `!==` that compares a free text of a profile letter by letter: it misses what differs by case or
 * by blanks at the ends, which Okta's own search finds. Comparisons with nothing, and with Okta's fixed values, have none.
 */
export function caseWarnings(sourceFile: ts.SourceFile, typeChecker: ts.TypeChecker): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) {
      const name = comparedName(node, typeChecker);
      if (name !== undefined) found.push(sentence(node, name, sourceFile));
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return found;
}

function sentence(node: ts.BinaryExpression, name: string, sourceFile: ts.SourceFile): string {
  const not = node.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ? "!" : "";
  const [left, right] = [node.left, node.right].map((one) => one.getText(sourceFile).replaceAll(/\s+/g, " "));
  const whole = `${not}same(${left}, ${right})`;
  const { line } = sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile));
  return `Line ${line + 1} compares profile.${name} letter by letter, so values that differ by case or blanks are not equal; ${
    whole.length > longestShown ? `${not}same(a, b)` : whole
  } compares as Okta's search does.`;
}

/** The attribute whose free text is compared with another text; undefined for every other expression. */
function comparedName({ left, operatorToken, right }: ts.BinaryExpression, typeChecker: ts.TypeChecker) {
  const { kind } = operatorToken;
  if (kind !== ts.SyntaxKind.EqualsEqualsEqualsToken && kind !== ts.SyntaxKind.ExclamationEqualsEqualsToken)
    return undefined;
  if (!mayBeText(left, typeChecker) || !mayBeText(right, typeChecker)) return undefined;
  return freeTextName(left, typeChecker) ?? freeTextName(right, typeChecker);
}

function membersOf(node: ts.Expression, typeChecker: ts.TypeChecker): readonly ts.Type[] {
  const type = typeChecker.getTypeAtLocation(node);
  return type.isUnion() ? type.types : [type];
}

/** An empty text is asked for as "not set", which has no case. */
function mayBeText(node: ts.Expression, typeChecker: ts.TypeChecker): boolean {
  return membersOf(node, typeChecker).some((one) =>
    one.isStringLiteral() ? one.value !== "" : (one.flags & ts.TypeFlags.StringLike) !== 0,
  );
}

function freeTextName(node: ts.Expression, typeChecker: ts.TypeChecker): string | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node))
    return freeTextName(node.expression, typeChecker);
  if (ts.isBinaryExpression(node))
    return node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken
      ? freeTextName(node.left, typeChecker)
      : undefined;
  if (!membersOf(node, typeChecker).some((one) => (one.flags & ts.TypeFlags.String) !== 0)) return undefined;
  if (ts.isPropertyAccessExpression(node)) return nameIn(node.expression, node.name.text, typeChecker);
  if (ts.isElementAccessExpression(node))
    return ts.isStringLiteralLike(node.argumentExpression)
      ? nameIn(node.expression, node.argumentExpression.text, typeChecker)
      : undefined;
  return ts.isIdentifier(node) ? nameOfVariable(node, typeChecker) : undefined;
}

function nameOfVariable(node: ts.Identifier, typeChecker: ts.TypeChecker): string | undefined {
  const constant = findConstant(node, typeChecker);
  if (constant !== undefined) return freeTextName(constant, typeChecker);
  const declaration = typeChecker.getSymbolAtLocation(node)?.valueDeclaration;
  if (declaration === undefined || !ts.isBindingElement(declaration)) return undefined;
  const taken = declaration.propertyName ?? declaration.name;
  return ts.isIdentifier(taken) ? nameIn(declaration.parent, taken.text, typeChecker) : undefined;
}

function nameIn(holder: ts.Node, name: string, typeChecker: ts.TypeChecker): string | undefined {
  const type = typeChecker.getNonNullableType(typeChecker.getTypeAtLocation(holder));
  // The profile that an identity provider gives has attributes that no type names.
  const isOpen = type.getStringIndexType() !== undefined && /\bprofile$/.test(holder.getText());
  return isOpen || writtenByPeople.has(type.getSymbol()?.name ?? "") ? name : undefined;
}
