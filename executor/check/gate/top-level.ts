import ts from "typescript";
import type { GateProblem, GateRule } from "./gate-rule.ts";
import { isTableCall } from "./declared-table.ts";
import { bareExpression, isPlainLiteral } from "./plain-literal.ts";

const why = "Everything that a snippet does is done in its one function, when an operator has approved it.";

/** At the top stand the import, types, constants, functions and the one exported function; nothing that does something. */
export const topLevel: GateRule = (node) => {
  if (!ts.isSourceFile(node.parent) || hasOwnRule(node)) return undefined;
  if (isQuiet(node)) return exported(node);
  if (ts.isFunctionDeclaration(node)) return isDefault(node) ? undefined : exported(node);
  if (ts.isVariableStatement(node)) return variables(node);
  if (ts.isExportAssignment(node)) {
    return problem(
      node,
      "The exported function is given as a value.",
      "Write: export default async function ({ … }: typeof params) { … }",
    );
  }
  return problem(node, "This statement runs when the snippet is loaded.", "Move it into the exported function.");
};

function isQuiet(node: ts.Node): node is ts.ImportDeclaration | ts.TypeAliasDeclaration | ts.InterfaceDeclaration {
  return ts.isImportDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node);
}

/** What another rule refuses with a better message. */
function hasOwnRule(node: ts.Node): boolean {
  return (
    ts.isClassDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isImportEqualsDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    node.kind === ts.SyntaxKind.EndOfFileToken
  );
}

function variables(node: ts.VariableStatement): GateProblem | undefined {
  if (hasModifier(node, ts.SyntaxKind.DeclareKeyword)) {
    return problem(node, "A value is declared that the snippet does not make.", "Leave it out.");
  }
  if ((node.declarationList.flags & ts.NodeFlags.Const) === 0) {
    return problem(
      node,
      "A variable stands at the top.",
      "Use const for constants; put what changes into the function.",
    );
  }
  const isExported = hasModifier(node, ts.SyntaxKind.ExportKeyword);
  return node.declarationList.declarations.map((one) => constant(one, isExported)).find((one) => one !== undefined);
}

function constant(declaration: ts.VariableDeclaration, isExported: boolean): GateProblem | undefined {
  const { name, initializer } = declaration;
  if (!ts.isIdentifier(name))
    return problem(declaration, "A pattern stands at the top.", "Name each constant by itself.");
  if (isExported && name.text !== "title" && name.text !== "params") {
    return problem(
      declaration,
      `${name.text} is exported.`,
      "Export title, params and the one function, nothing else.",
    );
  }
  if (initializer !== undefined && isStill(initializer)) return undefined;
  return problem(
    initializer ?? declaration,
    `${name.text} is worked out when the snippet is loaded.`,
    "Use a plain value here, or move it into the function.",
  );
}

function hasModifier(node: ts.VariableStatement, kind: ts.SyntaxKind): boolean {
  return node.modifiers?.some((one) => one.kind === kind) === true;
}

/** A value whose making does nothing: a plain literal, a function, a Map or Set of literals, a regular expression. */
function isStill(node: ts.Expression): boolean {
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isRegularExpressionLiteral(node)) return true;
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
    return /^(Map|Set)$/.test(node.expression.text) && (node.arguments ?? []).every(isPlainLiteral);
  }
  return isPlainLiteral(node) || isParameters(node);
}

/** Parameters some of which are input tables. */
function isParameters(node: ts.Expression): boolean {
  const bare = bareExpression(node);
  return (
    ts.isObjectLiteralExpression(bare) &&
    bare.properties.every(
      (one) =>
        ts.isPropertyAssignment(one) &&
        !ts.isComputedPropertyName(one.name) &&
        (isPlainLiteral(one.initializer) || isTableCall(bareExpression(one.initializer))),
    )
  );
}

function exported(
  node: ts.Statement & { readonly modifiers?: ts.NodeArray<ts.ModifierLike> },
): GateProblem | undefined {
  const isExported = node.modifiers?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword) === true;
  if (!isExported) return undefined;
  return problem(node, "This is exported.", "Export title, params and the one function, nothing else.");
}

function isDefault(node: ts.FunctionDeclaration): boolean {
  return node.modifiers?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword) === true;
}

function problem(node: ts.Node, message: string, help: string): GateProblem {
  return { node, code: "gate/top-level", message, why, help };
}
