import ts from "typescript";
import type { Finding } from "../../../terms/finding.ts";
import type { Compiled } from "../compiler.ts";
import { findingAt } from "../finding-at.ts";

const why = "Rows become tables, files and saved reports: each has the same columns, and each cell one value.";

/** Whether what the snippet's function gives is rows: a list of flat objects with the same keys. */
export function checkRows(compiled: Compiled, main: ts.FunctionDeclaration): readonly Finding[] {
  const { sourceFile, typeChecker } = compiled;
  const offset = (main.name ?? main).getStart(sourceFile);
  const rows = rowType(compiled, main);
  if (rows === undefined) {
    return [
      findingAt(sourceFile, offset, {
        code: "check/rows",
        message: "The exported function does not return a list of rows.",
        why,
        help: "Return an array of objects, as: return users.map((one) => ({ login: one.profile.login }))",
      }),
    ];
  }
  if ((rows.flags & ts.TypeFlags.Never) !== 0) return [];
  const members = rows.isUnion() ? rows.types : [rows];
  const keys = members.map((one) => keyList(one, typeChecker));
  if (members.some((one) => isOpen(one, typeChecker)) || new Set(keys).size > 1)
    return [uneven(compiled, offset, rows)];
  const missing = missingColumns(compiled, members);
  if (missing.length > 0) return [lacking(compiled, missing, offset)];
  const findings = members.flatMap((one) =>
    typeChecker.getPropertiesOfType(one).flatMap((column) => columnFindings(compiled, column, offset)),
  );
  return [...new Map(findings.map((one) => [one.message, one])).values()];
}

/** Where each column is declared, by name: what a finding about it points to. */
export function listColumnPlaces(compiled: Compiled, main: ts.FunctionDeclaration): ReadonlyMap<string, ts.Node> {
  const rows = rowType(compiled, main);
  if (rows === undefined) return new Map();
  const members = rows.isUnion() ? rows.types : [rows];
  const columns = members.flatMap((one) => compiled.typeChecker.getPropertiesOfType(one));
  return new Map(
    columns.flatMap((one): readonly (readonly [string, ts.Node])[] => {
      const declaration = one.valueDeclaration ?? one.declarations?.[0];
      return declaration?.getSourceFile() === compiled.sourceFile ? [[one.name, declaration]] : [];
    }),
  );
}

function rowType({ typeChecker }: Compiled, main: ts.FunctionDeclaration): ts.Type | undefined {
  const signature = typeChecker.getSignatureFromDeclaration(main);
  const given = signature === undefined ? undefined : typeChecker.getAwaitedType(signature.getReturnType());
  if (given === undefined || !typeChecker.isArrayLikeType(given)) return undefined;
  const item = typeChecker.getIndexTypeOfType(given, ts.IndexKind.Number);
  if (item === undefined || (item.flags & ts.TypeFlags.Never) !== 0) return item;
  const members = item.isUnion() ? item.types : [item];
  const areObjects = members.every(
    (one) =>
      (one.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 &&
      !typeChecker.isArrayLikeType(one) &&
      one.getCallSignatures().length === 0,
  );
  return areObjects ? item : undefined;
}

function keyList(type: ts.Type, typeChecker: ts.TypeChecker): string {
  return typeChecker
    .getPropertiesOfType(type)
    .map((one) => one.name)
    .toSorted()
    .join(" ");
}

function isOpen(type: ts.Type, typeChecker: ts.TypeChecker): boolean {
  return typeChecker.getIndexInfosOfType(type).length > 0 || typeChecker.getPropertiesOfType(type).length === 0;
}

function uneven({ sourceFile, typeChecker }: Compiled, offset: number, rows: ts.Type): Finding {
  return findingAt(sourceFile, offset, {
    code: "check/rows",
    message: `The rows do not all have the same named columns: ${shorten(typeChecker.typeToString(rows))}.`,
    why,
    help: "Give every row the same keys, written out; where a value is missing write null.",
  });
}

/** Columns that some of the snippet's rows were written without: the compiler adds them to those rows as never set. */
function missingColumns({ typeChecker }: Compiled, members: readonly ts.Type[]): readonly ts.Symbol[] {
  if (members.length < 2) return [];
  const columns = members.flatMap((one) => typeChecker.getPropertiesOfType(one));
  return columns.filter(
    (one) =>
      (one.flags & ts.SymbolFlags.Optional) !== 0 &&
      (typeChecker.getTypeOfSymbol(one).flags & ts.TypeFlags.Undefined) !== 0,
  );
}

function lacking({ sourceFile }: Compiled, missing: readonly ts.Symbol[], fallback: number): Finding {
  const names = [...new Set(missing.map((one) => one.name))];
  const starts = missing
    .flatMap((one) => one.declarations ?? [])
    .filter((one) => one.getSourceFile() === sourceFile)
    .map((one) => one.getStart(sourceFile));
  return findingAt(sourceFile, starts.length === 0 ? fallback : Math.min(...starts), {
    code: "check/rows",
    message: `The rows do not all have the same columns: only some have ${names.join(", ")}.`,
    why,
    help: "Give every row the same keys, written out; where a value is missing write null.",
  });
}

function columnFindings(compiled: Compiled, column: ts.Symbol, fallback: number): readonly Finding[] {
  const { sourceFile, typeChecker } = compiled;
  const declaration = column.valueDeclaration ?? column.declarations?.[0];
  const isHere = declaration !== undefined && declaration.getSourceFile() === sourceFile;
  const offset = isHere ? declaration.getStart(sourceFile) : fallback;
  if (!/^[^\p{C}\p{Zl}\p{Zp}]{1,100}$/u.test(column.name)) {
    return [
      findingAt(sourceFile, offset, {
        code: "check/column-name",
        message: `The column ${JSON.stringify(column.name.slice(0, 100))} is not one line of up to 100 characters that can be seen.`,
        why: "The name heads a column and stands in the review; a line end or an escape in it could write lines of its own.",
        help: "Name the column with plain words.",
      }),
    ];
  }
  const type = typeChecker.getTypeOfSymbol(column);
  const mayLack = (column.flags & ts.SymbolFlags.Optional) !== 0;
  const cell = cellType(compiled);
  if (!mayLack && cell !== undefined && typeChecker.isTypeAssignableTo(type, cell)) return [];
  const isUnset = mayLack || includesUndefined(type);
  return [
    findingAt(sourceFile, offset, {
      code: "check/cell",
      message: isUnset
        ? `The column ${column.name} may have no value: ${shorten(typeChecker.typeToString(type))}.`
        : `The column ${column.name} holds what no cell can: ${shorten(typeChecker.typeToString(type))}.`,
      why,
      help: isUnset
        ? `Write null where it is not set: ${column.name}: value ?? null`
        : "A cell is a text, a number, true, false, null, or a list of texts. Take a field of the object, or join with .map(…).",
    }),
  ];
}

function includesUndefined(type: ts.Type): boolean {
  return type.isUnion() && type.types.some((one) => (one.flags & ts.TypeFlags.Undefined) !== 0);
}

function cellType({ typeChecker, stubFile }: Compiled): ts.Type | undefined {
  const module = typeChecker.getSymbolAtLocation(stubFile);
  const cell =
    module === undefined ? undefined : typeChecker.getExportsOfModule(module).find((one) => one.name === "Cell");
  return cell === undefined ? undefined : typeChecker.getDeclaredTypeOfSymbol(cell);
}

function shorten(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}
