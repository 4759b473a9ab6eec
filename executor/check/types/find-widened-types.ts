import ts from "typescript";
import type { Finding } from "../../../terms/finding.ts";
import type { Compiled } from "../compiler.ts";
import { findingAt } from "../finding-at.ts";

/** How deep two types are compared: a field of a field of an item of a list. */
const deepest = 4;

/**
 * Places where a value that Okta answered is taken for a type with a field that Okta's type lacks. TypeScript lets that
 * pass where the field is optional or the keys are open, and from there on an invented field reads like a real one.
 */
export function findWidenedTypes(compiled: Compiled): readonly Finding[] {
  const { sourceFile, typeChecker } = compiled;
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    const field = isTaken(node) ? widenedField(node, compiled) : undefined;
    if (field === undefined) {
      ts.forEachChild(node, visit);
      return;
    }
    findings.push(
      findingAt(sourceFile, node.getStart(sourceFile), {
        code: "check/widened",
        message: `This is an answer of Okta, taken for the type ${nameOfTarget(node, typeChecker)}, which has ${field}.`,
        why: "Okta's type has no such field, so what is read there would be invented.",
        help: "Leave the type out, so that Okta's own type is used.",
      }),
    );
  };
  visit(sourceFile);
  return findings;
}

function nameOfTarget(node: ts.Node, typeChecker: ts.TypeChecker): string {
  const type = ts.isExpression(node) ? typeChecker.getContextualType(node) : undefined;
  return type === undefined ? "of the snippet" : typeChecker.typeToString(type);
}

function isTaken(node: ts.Node): node is ts.Expression {
  return (
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isElementAccessExpression(node)
  );
}

function widenedField(node: ts.Expression, { typeChecker, stubFile, sourceFile }: Compiled): string | undefined {
  if ((ts.isIdentifier(node) && isDeclared(node)) || isTakenApart(node)) return undefined;
  const wanted = typeChecker.getContextualType(node);
  if (wanted === undefined) return undefined;
  const seen = new Set<string>();
  const compare = (source: ts.Type, target: ts.Type, depth: number): string | undefined => {
    const from = typeChecker.getNonNullableType(source);
    const to = typeChecker.getNonNullableType(target);
    if (from === to || depth > deepest) return undefined;
    const pair = `${typeId(from)}:${typeId(to)}`;
    if (seen.has(pair)) return undefined;
    seen.add(pair);
    if (from.isUnion()) return first(from.types, (one) => compare(one, to, depth));
    if (to.isUnion()) {
      const fields = to.types.map((one) => compare(from, one, depth));
      return fields.every((one) => one !== undefined) ? fields[0] : undefined;
    }
    return compareObjects(from, to, depth);
  };
  const compareObjects = (from: ts.Type, to: ts.Type, depth: number): string | undefined => {
    if (typeChecker.isArrayLikeType(from) || typeChecker.isArrayLikeType(to)) {
      const [a, b] = [from, to].map((one) => typeChecker.getIndexTypeOfType(one, ts.IndexKind.Number));
      return a === undefined || b === undefined ? undefined : compare(a, b, depth);
    }
    if (!isDeclaredIn(from, stubFile) || from.getCallSignatures().length > 0) return undefined;
    if (opensKeys(from, to)) return "open keys";
    // The library's types say what values can do, not what Okta sent.
    if (isOfLibrary(to)) return undefined;
    return first(typeChecker.getPropertiesOfType(to), (wantedField) => {
      const field = typeChecker.getPropertyOfType(from, wantedField.name);
      if (field === undefined && depth === 0 && isBesideSpread(node, wantedField.name, typeChecker)) return undefined;
      if (field === undefined) return `the field ${wantedField.name}`;
      return compare(typeChecker.getTypeOfSymbol(field), typeChecker.getTypeOfSymbol(wantedField), depth + 1);
    });
  };
  const opensKeys = (from: ts.Type, to: ts.Type): boolean => {
    const open = typeChecker.getIndexInfoOfType(to, ts.IndexKind.String);
    if (open === undefined || typeChecker.getIndexInfoOfType(from, ts.IndexKind.String) !== undefined) return false;
    // The library's own functions over keys give values of the types that are there.
    return open.declaration === undefined || open.declaration.getSourceFile() === sourceFile;
  };
  return compare(typeChecker.getTypeAtLocation(node), wanted, 0);
}

const ids = new WeakMap<ts.Type, number>();
let lastId = 0;

function typeId(type: ts.Type): number {
  const known = ids.get(type) ?? (lastId += 1);
  ids.set(type, known);
  return known;
}

function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isPropertyAssignment(parent)) &&
    parent.name === node
  );
}

/** True for what a pattern takes apart: its names are those of the value's own type, and the compiler refuses others. */
function isTakenApart(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isVariableDeclaration(parent) &&
    parent.initializer === node &&
    parent.type === undefined &&
    !ts.isIdentifier(parent.name)
  );
}

/** True for what is spread into an object whose other parts give that field: `{ ...group.profile, id: group.id }`. */
function isBesideSpread(node: ts.Node, name: string, typeChecker: ts.TypeChecker): boolean {
  const { parent } = node;
  return (
    ts.isSpreadAssignment(parent) &&
    typeChecker.getPropertyOfType(typeChecker.getTypeAtLocation(parent.parent), name) !== undefined
  );
}

function isOfLibrary(type: ts.Type): boolean {
  return type.symbol?.declarations?.some((one) => one.getSourceFile().fileName.startsWith("/lib/")) === true;
}

function isDeclaredIn(type: ts.Type, file: ts.SourceFile): boolean {
  const parts = type.isIntersection() ? type.types : [type];
  return parts.some(
    (one) =>
      (one.aliasSymbol ?? one.symbol)?.declarations?.some((declaration) => declaration.getSourceFile() === file) ===
      true,
  );
}

function first<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
