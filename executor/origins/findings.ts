import ts from "typescript";
import type { Finding } from "../../terms/finding.ts";
import { tableColumnOf } from "../../terms/input-table.ts";
import type { Column } from "../../terms/origin.ts";
import { findingPlace, type Machine } from "./machine.ts";
import { asLoop, selfCall } from "./recursion.ts";
import type { MissingField } from "./response-types.ts";

/** A snippet without a default function: nothing to trace. */
export const programMissing: Finding = {
  code: "origins/no-program",
  line: 1,
  column: 1,
  message: "The snippet has no default function.",
  why: "Its rows are what the default function returns.",
  help: "Write: export default async function ({ … }: typeof params) { … return rows }",
};

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1]?.toLowerCase() === b[j - 1]?.toLowerCase() ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function nearest(name: string, names: readonly string[]): readonly string[] {
  return names.toSorted((a, b) => distance(name, a) - distance(name, b) || a.localeCompare(b)).slice(0, 5);
}

/** True where the compiler itself says that the property does not exist, so that it is not said twice. */
function isReportedByCompiler(machine: Machine, node: ts.Node): boolean {
  return ts.isIdentifier(node) && ts.isPropertyAccessExpression(node.parent)
    ? machine.typeChecker.getSymbolAtLocation(node) === undefined
    : ts.isIdentifier(node) && ts.isBindingElement(node.parent) && isUnknownBinding(machine, node, node.parent);
}

function isUnknownBinding(machine: Machine, name: ts.Identifier, element: ts.BindingElement): boolean {
  const type = machine.typeChecker.getTypeAtLocation(element.parent);
  return machine.typeChecker.getPropertyOfType(type, name.text) === undefined;
}

function missingFinding(machine: Machine, { field, node, instead }: MissingField): Finding {
  const [operationId = "", path = ""] = field.split(" ");
  const name = path.slice(Math.max(path.lastIndexOf("."), path.lastIndexOf("]")) + 1);
  const near = nearest(name, instead);
  const table = tableColumnOf(field)?.table;
  return {
    code: "origins/no-such-field",
    ...findingPlace(machine, node),
    message:
      table === undefined
        ? `The response of ${operationId} has no field ${path}.`
        : `The input table ${table} has no column ${path}.`,
    why: "It would be empty in every row, whatever type the snippet gives it, and look like an answer.",
    help: near.length === 0 ? "Read a field that the response has." : `Read one of its fields: ${near.join(", ")}.`,
  };
}

/** Fields that are read from a response and do not exist there, whatever the snippet's own types say. */
export function findMissingFields(machine: Machine): readonly Finding[] {
  const known = new Set<string>();
  return machine.responses.missing
    .filter(({ node }) => !isReportedByCompiler(machine, node))
    .map((one) => missingFinding(machine, one))
    .filter((one) => {
      const id = `${one.line}:${one.column} ${one.message}`;
      return !known.has(id) && known.add(id) !== undefined;
    });
}

function columnFinding(machine: Machine, program: ts.Node, { name, origin }: Column): Finding | undefined {
  if (origin.kind === "literal" && origin.askedAs === undefined)
    return {
      code: "origins/literal-column",
      ...findingPlace(machine, findColumnText(machine, name) ?? program),
      message: `The column "${name}" is the snippet's own text in every row.`,
      why: "A cell must come out of Okta's responses; this one was made up by whoever wrote the snippet.",
      help: "Leave the column out, or take its value from a response. What belongs to the question goes into params; instead of rows with labels, return one row with a column for each number.",
    };
  if (origin.kind !== "unknown") return undefined;
  return {
    code: "origins/unknown-column",
    line: origin.line,
    column: 1,
    message: `The column "${name}" cannot be traced: ${origin.why}.`,
    why: "Every column states which response fields it comes from, and this one's way through the snippet cannot be followed.",
    help:
      origin.why === selfCall
        ? asLoop
        : "Write it with plain variables, map, filter, find, for-of, Map, Set, spreads or a helper function of the snippet.",
  };
}

function findColumnText(machine: Machine, name: string): ts.Node | undefined {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    const names = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
    if (names && !ts.isComputedPropertyName(node.name) && node.name.text === name) found = node;
    ts.forEachChild(node, visit);
  };
  visit(machine.sourceFile);
  return found;
}

/** Columns that no response stands behind, and columns that could not be followed. */
export function findColumns(
  machine: Machine,
  program: ts.Node,
  areOpen: boolean,
  columns: readonly Column[],
): readonly Finding[] {
  const found = columns.flatMap((column) => columnFinding(machine, program, column) ?? []);
  if (!areOpen) return found;
  const open: Finding = {
    code: "origins/unknown-column",
    ...findingPlace(machine, program),
    message: "The rows' columns are not fixed in the snippet.",
    why: "An operator approves named columns with their origins, and these are only known when it runs.",
    help: "Return a list of objects that name every column: rows.push({ login: …, groups: … }).",
  };
  return [...found, open];
}
