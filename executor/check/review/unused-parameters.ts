import ts from "typescript";
import type { Review } from "../../../terms/review.ts";
import { declarationOf, isInput } from "../name-of.ts";

/** A line for each parameter that the snippet asks for and never uses: its value stands in the review as if it decided something. */
export function unusedParameters(
  sourceFile: ts.SourceFile,
  { parameters, tables }: Required<Pick<Review, "parameters" | "tables">>,
  typeChecker: ts.TypeChecker,
): readonly string[] {
  const names = [...Object.keys(parameters), ...Object.keys(tables)];
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    const taken = ts.isIdentifier(node) ? takenBy(node, typeChecker) : [];
    for (const name of taken === "all" ? names : taken) used.add(name);
    ts.forEachChild(node, visit);
  };
  if (names.length > 0) visit(sourceFile);
  return names
    .filter((name) => !used.has(name))
    .map((name) => `Your value of ${name} changes nothing: the snippet asks for it and never uses it.`);
}

/** The parameters that a name in the text uses; all of them where what holds them is handed on whole. */
function takenBy(name: ts.Identifier, typeChecker: ts.TypeChecker): readonly string[] | "all" {
  const declaration = declarationOf(name, typeChecker);
  if (declaration === undefined || declaration.getSourceFile() !== name.getSourceFile() || isNameOf(declaration, name))
    return [];
  // The name params itself stands for the usual values, whatever the operator gives.
  if (!isInput(declaration)) return [];
  if (ts.isParameter(declaration)) return takenOf(name);
  const element = ts.findAncestor(declaration, (one) => ts.isParameter(one.parent.parent));
  return element !== undefined && ts.isBindingElement(element) ? nameTaken(element) : "all";
}

function isNameOf(declaration: ts.Declaration, name: ts.Identifier): boolean {
  return ts.findAncestor(name, (one) => one === declaration) !== undefined;
}

function takenOf({ parent }: ts.Identifier): readonly string[] | "all" {
  if (ts.isPropertyAccessExpression(parent)) return [parent.name.text];
  if (ts.isElementAccessExpression(parent) && ts.isStringLiteralLike(parent.argumentExpression))
    return [parent.argumentExpression.text];
  if (!ts.isVariableDeclaration(parent) || !ts.isObjectBindingPattern(parent.name)) return "all";
  const taken = parent.name.elements.map(nameTaken);
  return taken.includes("all") ? "all" : taken.flat();
}

function nameTaken({ dotDotDotToken, propertyName, name }: ts.BindingElement): readonly string[] | "all" {
  const key = propertyName ?? name;
  const isFixed = dotDotDotToken === undefined && (ts.isIdentifier(key) || ts.isStringLiteral(key));
  return isFixed ? [key.text] : "all";
}
