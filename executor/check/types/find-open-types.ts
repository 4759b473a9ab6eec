import ts from "typescript";
import type { Finding } from "../../../terms/finding.ts";
import type { Compiled } from "../compiler.ts";
import { findingAt } from "../finding-at.ts";

/** Every place where the type of a value is `any`, so that nothing said about it would be checked. */
export function findOpenTypes({ sourceFile, typeChecker }: Compiled): readonly Finding[] {
  const findings: Finding[] = [];
  const isOpen = (node: ts.Node): boolean => (typeChecker.getTypeAtLocation(node).flags & ts.TypeFlags.Any) !== 0;
  const report = (node: ts.Node): void => {
    findings.push(
      findingAt(sourceFile, node.getStart(sourceFile), {
        code: "check/any",
        message: `The type of ${shorten(node)} is any.`,
        why: "Any field of it could be read, whether Okta has it or not.",
        help: "Read the value from an operation's answer, give the Map or Set its types, or narrow it from unknown.",
      }),
    );
  };
  // Innermost first: what is built from an open value is open for its sake.
  const visit = (node: ts.Node): boolean => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return false;
    let within = false;
    ts.forEachChild(node, (child) => {
      within = visit(child) || within;
    });
    if (ts.isParameter(node) && node.type === undefined && ts.isIdentifier(node.name) && isOpen(node.name)) {
      report(node);
      return true;
    }
    if (!isValue(node) || within || !isOpen(node)) return within;
    report(node);
    return true;
  };
  visit(sourceFile);
  return findings;
}

/** Expressions that make a value; a name only repeats what its declaration was found to be. */
function isValue(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isAwaitExpression(node)
  );
}

function shorten(node: ts.Node): string {
  const text = node.getText().replaceAll(/\s+/g, " ");
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
