import ts from "typescript";
import type { GateRule } from "./gate-rule.ts";

const why =
  "A snippet reaches Okta's operations and the helpers of 'okta', and nothing else: no file, no network, no package.";
const help = "Write one line: import { okta, each } from 'okta'";

/** One import, of names under their own name, from 'okta'. */
export const imports: GateRule = (node) => {
  if (ts.isImportDeclaration(node)) return importProblem(node);
  if (ts.isImportEqualsDeclaration(node) || ts.isExportDeclaration(node) || ts.isImportTypeNode(node)) {
    return { node, code: "gate/import", message: "This takes something from another module.", why, help };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return { node, code: "gate/import", message: "A module is imported while running.", why, help };
  }
  if (ts.isMetaProperty(node)) {
    return { node, code: "gate/import", message: `${node.getText()} stands here.`, why, help: "Leave it out." };
  }
  return undefined;
};

function moduleOf({ moduleSpecifier }: ts.ImportDeclaration): string {
  return ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
}

function importProblem(node: ts.ImportDeclaration): ReturnType<GateRule> {
  const from = moduleOf(node);
  if (from !== "okta") return { node, code: "gate/import", message: `The module '${from}' is imported.`, why, help };
  const clause = node.importClause;
  const bindings = clause?.namedBindings;
  if (
    clause?.name !== undefined ||
    bindings === undefined ||
    !ts.isNamedImports(bindings) ||
    node.attributes !== undefined
  ) {
    return {
      node,
      code: "gate/import",
      message: "'okta' is imported by something else than names in braces.",
      why: sameName,
      help,
    };
  }
  const renamed = bindings.elements.find((one) => one.propertyName !== undefined);
  if (renamed !== undefined) {
    return {
      node: renamed,
      code: "gate/import",
      message: `${renamed.getText()} imports under another name.`,
      why: sameName,
      help,
    };
  }
  // Another module's import is a finding of its own, not a reason for a second one here.
  const first = node.getSourceFile().statements.find((one) => ts.isImportDeclaration(one) && moduleOf(one) === "okta");
  if (first === node) return undefined;
  return {
    node,
    code: "gate/import",
    message: "This is a second import.",
    why: sameName,
    help: "Put all names into one import.",
  };
}

const sameName = "Operations and helpers are recognised by their names, in the check and by whoever reads the snippet.";
