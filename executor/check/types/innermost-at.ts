import ts from "typescript";

/** The innermost node that an offset of the text stands in. */
export function innermostAt(sourceFile: ts.SourceFile, offset: number): ts.Node {
  const visit = (node: ts.Node): ts.Node =>
    ts.forEachChild(node, (child) =>
      child.getStart(sourceFile) <= offset && offset < child.getEnd() ? visit(child) : undefined,
    ) ?? node;
  return visit(sourceFile);
}
