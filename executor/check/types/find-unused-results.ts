import ts from "typescript";
import type { Finding } from "../../../terms/finding.ts";
import type { Compiled } from "../compiler.ts";
import { findingAt } from "../finding-at.ts";
import { declarationOf, isOfLanguage } from "../name-of.ts";

/** Methods that choose, cut or order and leave what they are called on as it was. */
const choosing: ReadonlySet<string> = new Set(
  "filter find findLast slice concat flat toSorted toReversed toSpliced with".split(" "),
);

/**
 * Choices whose result is dropped: `users.filter(…)` as a statement of its own, or kept under a name that nothing reads. The
 * review would put them into words as if they decided the rows.
 */
export function findUnusedResults({ sourceFile, typeChecker }: Compiled): readonly Finding[] {
  const findings: Finding[] = [];
  const read = readDeclarations(sourceFile, typeChecker);
  const report = (node: ts.Node, message: string): void => {
    findings.push(
      findingAt(sourceFile, node.getStart(sourceFile), {
        code: "check/unused-result",
        message,
        why: "The review says each choice as one that decides the rows; this one decides nothing.",
        help: "Go on with the result, as in `const chosen = list.filter(…)`, or take the line out.",
      }),
    );
  };
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) {
      const name = choosingMethod(node.expression, typeChecker);
      if (name !== undefined) report(name, `The result of ${name.text} is used by nothing; the list stays as it was.`);
    }
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && !read.has(node) && choosesIn(node, typeChecker))
      report(node.name, `What is chosen as ${node.name.text} is used by nothing.`);
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return findings;
}

function choosingMethod(node: ts.Node, typeChecker: ts.TypeChecker): ts.MemberName | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isVoidExpression(node))
    return choosingMethod(node.expression, typeChecker);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name } = node.expression;
  const isOfList = choosing.has(name.text) && isOfLanguage(typeChecker.getSymbolAtLocation(name)?.valueDeclaration);
  return isOfList ? name : undefined;
}

function choosesIn(node: ts.Node, typeChecker: ts.TypeChecker): boolean {
  return (
    choosingMethod(node, typeChecker) !== undefined ||
    (ts.forEachChild(node, (child) => choosesIn(child, typeChecker)) ?? false)
  );
}

/** What some name other than that of the declaration itself stands for. */
function readDeclarations(sourceFile: ts.SourceFile, typeChecker: ts.TypeChecker): ReadonlySet<ts.Node> {
  const read = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    const declaration = ts.isIdentifier(node) ? declarationOf(node, typeChecker) : undefined;
    const isOwn = declaration !== undefined && ts.isVariableDeclaration(declaration) && declaration.name === node;
    if (declaration !== undefined && !isOwn) read.add(declaration);
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return read;
}
