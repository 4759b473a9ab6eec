import ts from "typescript";
import { membersOf } from "./response-types.ts";

/** The names of the columns by the type of the rows, in the order in which the snippet writes them; undefined where they are not fixed. */
export function rowColumns(
  typeChecker: ts.TypeChecker,
  program: ts.FunctionLikeDeclaration,
): readonly string[] | undefined {
  const signature = typeChecker.getSignatureFromDeclaration(program);
  if (signature === undefined) return undefined;
  const returned = signature.getReturnType();
  const rows = typeChecker.getAwaitedType(returned) ?? returned;
  const names = new Set<string>();
  for (const list of membersOf(typeChecker, rows)) {
    const row = typeChecker.getIndexTypeOfType(list, ts.IndexKind.Number);
    if (row === undefined) return undefined;
    for (const member of membersOf(typeChecker, row)) {
      if (member.flags & ts.TypeFlags.Never) continue;
      if (typeChecker.getIndexTypeOfType(member, ts.IndexKind.String) !== undefined) return undefined;
      for (const property of typeChecker.getPropertiesOfType(member)) names.add(property.name);
    }
  }
  return [...names];
}
