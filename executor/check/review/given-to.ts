import ts from "typescript";
import { isAssignment } from "../is-assignment.ts";
import { declarationOf, findConstant } from "../name-of.ts";

/** What stands for a parameter of one of the snippet's functions at one place: what it is called with, or an item of a list. */
export interface Given {
  /** The argument as written; undefined where the function is handed on, as in `factors.filter(isActive)`. */
  readonly argument: ts.Expression | undefined;
  readonly type: ts.Type;
}

/** Everything that a parameter of a function of the snippet is given; undefined where that cannot be seen from the text. */
export function givenTo(declaration: ts.Declaration, typeChecker: ts.TypeChecker): readonly Given[] | undefined {
  if (!ts.isParameter(declaration) || declaration.initializer !== undefined) return undefined;
  const owner = declaration.parent;
  const place = owner.parameters.findIndex((one) => one === declaration);
  const made = nameOf(owner, typeChecker);
  if (made === undefined || declaration.dotDotDotToken !== undefined || isReassigned(declaration, typeChecker))
    return undefined;
  const given: Given[] = [];
  let isWhole = true;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node !== made.name && declarationOf(node, typeChecker) === made.declaration) {
      const one =
        ts.findAncestor(node, (around) => around === owner) === undefined && givenAt(node, place, typeChecker);
      if (one) given.push(one);
      else isWhole = false;
    }
    ts.forEachChild(node, visit);
  };
  visit(declaration.getSourceFile());
  return isWhole && given.length > 0 ? given : undefined;
}

/** True for a parameter that its function gives another value. */
export function isReassigned(declaration: ts.ParameterDeclaration, typeChecker: ts.TypeChecker): boolean {
  const isTarget = (node: ts.Node): boolean =>
    ts.isIdentifier(node) && declarationOf(node, typeChecker) === declaration;
  const writes = (node: ts.Node): boolean => {
    // A pattern on the left may write to any name in it.
    if (isAssignment(node) && (isTarget(node.left) || !isPlainTarget(node.left))) return true;
    if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && isTarget(node.operand)) return true;
    return ts.forEachChild(node, writes) ?? false;
  };
  return writes(declaration.parent);
}

function isPlainTarget(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

interface Named {
  readonly name: ts.Node;
  readonly declaration: ts.Declaration;
}

function nameOf(owner: ts.SignatureDeclaration, typeChecker: ts.TypeChecker): Named | undefined {
  if (ts.isFunctionDeclaration(owner) && owner.name !== undefined) return { name: owner.name, declaration: owner };
  const { parent } = owner;
  const isConstant =
    ts.isVariableDeclaration(parent) &&
    ts.isIdentifier(parent.name) &&
    findConstant(parent.name, typeChecker) === owner;
  return isConstant ? { name: parent.name, declaration: parent } : undefined;
}

function givenAt(node: ts.Identifier, place: number, typeChecker: ts.TypeChecker): Given | undefined {
  const { parent } = node;
  if (!ts.isCallExpression(parent)) return undefined;
  if (parent.expression === node) {
    const argument = parent.arguments[place];
    return argument === undefined ? undefined : { argument, type: typeChecker.getTypeAtLocation(argument) };
  }
  const [signature] = typeChecker.getContextualType(node)?.getCallSignatures() ?? [];
  const parameter = signature?.parameters[place];
  return parameter === undefined ? undefined : { argument: undefined, type: typeChecker.getTypeOfSymbol(parameter) };
}
