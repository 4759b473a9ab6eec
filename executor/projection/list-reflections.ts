import ts from "typescript";
import { asOktaCall } from "../check/gate/okta-calls.ts";

/** What a rule says of a node: nothing, that no name read there is known, or what must be the snippet's own object. */
type Reflection = undefined | "whole" | readonly ts.Expression[];
type Rule = (node: ts.Node, typeChecker: ts.TypeChecker) => Reflection;

/** Functions of `Object` that meet names which the text need not hold. */
const reading = new Set(["keys", "values", "entries", "assign", "hasOwn"]);
/** Those that read no name of an object, or only positions of a pair. */
const harmless = new Set(["fromEntries", "groupBy", "is", "freeze"]);

function isLiteral(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node);
}

function computesName(name: ts.PropertyName | ts.BindingName | undefined): boolean {
  return name !== undefined && ts.isComputedPropertyName(name) && !isLiteral(name.expression);
}

const spread: Rule = (node) => (ts.isSpreadAssignment(node) ? [node.expression] : undefined);

const restOrComputedPattern: Rule = (node) => {
  if (!ts.isBindingElement(node)) return undefined;
  const takesRest = node.dotDotDotToken !== undefined && ts.isObjectBindingPattern(node.parent);
  return takesRest || computesName(node.propertyName) ? "whole" : undefined;
};

/** `({ [name]: value } = object)`. */
const assignedPattern: Rule = (node) => {
  if (ts.isForOfStatement(node)) return ts.isVariableDeclarationList(node.initializer) ? undefined : "whole";
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  const holdsComputed = (one: ts.Node): boolean =>
    ts.isComputedPropertyName(one) || (ts.forEachChild(one, holdsComputed) ?? false);
  const isPattern = ts.isObjectLiteralExpression(node.left) || ts.isArrayLiteralExpression(node.left);
  return isPattern && holdsComputed(node.left) ? "whole" : undefined;
};

const workedOutKey: Rule = (node, typeChecker) => {
  if (!ts.isElementAccessExpression(node) || isLiteral(node.argumentExpression)) return undefined;
  const base = typeChecker.getNonNullableType(typeChecker.getTypeAtLocation(node.expression));
  const parts = base.isUnion() ? base.types : [base];
  // Positions of lists and texts are kept whatever they are.
  const isListed = parts.every(
    (one) => typeChecker.isArrayLikeType(one) || (one.flags & ts.TypeFlags.StringLike) !== 0,
  );
  return isListed ? undefined : [node.expression];
};

function isNameOnly(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return (ts.isPropertyAssignment(parent) && parent.name === node) || ts.isImportSpecifier(parent);
}

/** The call of `Object.keys` and the like that the name `Object` begins; undefined where it stands for anything else. */
function calledMember(node: ts.Identifier): { readonly name: string; readonly call: ts.CallExpression } | undefined {
  const access = node.parent;
  if (!ts.isPropertyAccessExpression(access) || access.expression !== node) return undefined;
  const call = access.parent;
  return ts.isCallExpression(call) && call.expression === access ? { name: access.name.text, call } : undefined;
}

const languageObjects: Rule = (node) => {
  if (!ts.isIdentifier(node) || (node.text !== "Object" && node.text !== "JSON") || isNameOnly(node)) return undefined;
  const called = calledMember(node);
  if (called === undefined) return "whole";
  if (node.text === "JSON") return called.name === "parse" ? undefined : "whole";
  if (harmless.has(called.name)) return undefined;
  if (!reading.has(called.name)) return "whole";
  return called.name === "hasOwn" ? called.call.arguments.slice(0, 1) : called.call.arguments;
};

/** The path of `named` is split by the runtime: it must stand in the text. */
const namedPath: Rule = (node) => {
  if (!ts.isIdentifier(node) || node.text !== "named" || isNameOnly(node)) return undefined;
  const call = node.parent;
  const path = ts.isCallExpression(call) && call.expression === node ? call.arguments[1] : undefined;
  return path !== undefined && ts.isStringLiteralLike(path) ? undefined : "whole";
};

/** `toLocaleString(locale, options)` reads options by names of its own. */
const options: Rule = (node) => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const isLocal = /^toLocale|^localeCompare$/.test(node.expression.name.text);
  const given = node.arguments.filter((one) => !ts.isObjectLiteralExpression(one) && !isLiteral(one));
  return isLocal && given.length > 1 ? "whole" : undefined;
};

function isPlain(type: ts.Type, typeChecker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.every((one) => isPlain(one, typeChecker));
  if (typeChecker.isArrayLikeType(type)) {
    const item = typeChecker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return item !== undefined && isPlain(item, typeChecker);
  }
  const { StringLike, NumberLike, BooleanLike, Null, Undefined, Never } = ts.TypeFlags;
  return (type.flags & (StringLike | NumberLike | BooleanLike | Null | Undefined | Never)) !== 0;
}

function isPlainParameter(node: ts.Expression, typeChecker: ts.TypeChecker): boolean {
  if (!ts.isObjectLiteralExpression(node)) return isPlain(typeChecker.getTypeAtLocation(node), typeChecker);
  return node.properties.every((one) => {
    if (ts.isShorthandPropertyAssignment(one)) return isPlain(typeChecker.getTypeAtLocation(one.name), typeChecker);
    return ts.isPropertyAssignment(one) && isPlainParameter(one.initializer, typeChecker);
  });
}

/** Parameters of a read are written out whole, so a response must not be among them. */
const parameters: Rule = (node, typeChecker) => {
  const [given] = asOktaCall(node)?.call.arguments ?? [];
  return given === undefined || isPlainParameter(given, typeChecker) ? undefined : "whole";
};

const rules: readonly Rule[] = [
  spread,
  restOrComputedPattern,
  assignedPattern,
  workedOutKey,
  languageObjects,
  namedPath,
  options,
  parameters,
];

/**
 * The expressions whose properties a snippet reads by names that its text need not hold: each must be shown to be an object
 * of the snippet's own. Undefined where a construct reads such names and what it reads them of is not followed.
 */
export function listReflections(
  sourceFile: ts.SourceFile,
  typeChecker: ts.TypeChecker,
): readonly ts.Expression[] | undefined {
  const operands: ts.Expression[] = [];
  const visit = (node: ts.Node): boolean => {
    if (ts.isTypeNode(node)) return true;
    for (const rule of rules) {
      const found = rule(node, typeChecker);
      if (found === "whole") return false;
      if (found !== undefined) operands.push(...found);
    }
    return !(ts.forEachChild(node, (child) => !visit(child)) ?? false);
  };
  return visit(sourceFile) ? operands : undefined;
}
