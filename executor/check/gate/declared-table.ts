import ts from "typescript";
import { columnTypes, type ColumnType, type TableColumns } from "../../../terms/input-table.ts";
import type { GateProblem, GateRule } from "./gate-rule.ts";
import { bareExpression } from "./plain-literal.ts";

const mostColumns = 50;

function columnTypeOf(node: ts.Expression): ColumnType | undefined {
  const bare = bareExpression(node);
  return ts.isStringLiteral(bare) ? columnTypes.find((one) => one === bare.text) : undefined;
}

/** Visible, one line, and no number: names that are numbers would change their order. */
function isColumnName(name: string): boolean {
  return (
    name.trim() === name && name !== "" && name.length <= 100 && !/[\p{C}\p{Zl}\p{Zp}]|^\d+$|^__proto__$/u.test(name)
  );
}

function columnOf(property: ts.ObjectLiteralElementLike): readonly [string, ColumnType] | undefined {
  if (!ts.isPropertyAssignment(property)) return undefined;
  if (!ts.isIdentifier(property.name) && !ts.isStringLiteral(property.name)) return undefined;
  const type = columnTypeOf(property.initializer);
  return type === undefined || !isColumnName(property.name.text) ? undefined : [property.name.text, type];
}

/** True for `inputTable(…)`, whatever it is given. */
export function isTableCall(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "inputTable";
}

/** The columns of `inputTable({ login: 'string', … })`; undefined for anything else. */
export function declaredTable(node: ts.Expression): TableColumns | undefined {
  const bare = bareExpression(node);
  const [given, second] = isTableCall(bare) ? bare.arguments : [];
  if (given === undefined || second !== undefined || !ts.isObjectLiteralExpression(given)) return undefined;
  const columns = given.properties.map(columnOf);
  const named = columns.filter((one) => one !== undefined);
  const areDistinct = new Set(named.map(([name]) => name.toLowerCase())).size === named.length;
  if (named.length < columns.length || named.length === 0 || named.length > mostColumns || !areDistinct)
    return undefined;
  return Object.fromEntries(named);
}

function isParams(node: ts.Node | undefined): boolean {
  return (
    node !== undefined && ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === "params"
  );
}

/** Whether a call stands as the value of a property of `params`. */
function isParameter(call: ts.CallExpression): boolean {
  const property = call.parent;
  if (!ts.isPropertyAssignment(property) || property.initializer !== call) return false;
  let around: ts.Node = property.parent.parent;
  while (ts.isSatisfiesExpression(around) || ts.isAsExpression(around) || ts.isParenthesizedExpression(around)) {
    around = around.parent;
  }
  return isParams(around);
}

function problem(node: ts.Node, message: string, why: string, help: string): GateProblem {
  return { node, code: "gate/table", message, why, help };
}

const example = "params = { leavers: inputTable({ login: 'string', left: 'date?' }) }";

function misplacedTable(node: ts.Identifier): GateProblem | undefined {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return undefined;
  if (!isTableCall(parent) || parent.expression !== node || !isParameter(parent)) {
    return problem(
      node,
      "inputTable is not the value of a parameter.",
      "Which files a run takes is read from params.",
      `Write: ${example}`,
    );
  }
  if (declaredTable(parent) !== undefined) return undefined;
  return problem(
    parent,
    "The columns of this input table cannot be read.",
    "Every cell of the file is checked against the type of its column.",
    `Write names and types in braces: ${example}. Types are ${columnTypes.join(", ")}.`,
  );
}

function readParams(node: ts.Identifier): GateProblem | undefined {
  const isRead = !isParams(node.parent) && !ts.isTypeQueryNode(node.parent) && isValue(node);
  if (!isRead || !node.getSourceFile().text.includes("inputTable")) return undefined;
  return problem(
    node,
    "params is read by its name.",
    "It holds no table: the rows of the file are handed to the function.",
    "Take the table from the function's argument: ({ leavers }: typeof params).",
  );
}

function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) return parent.name !== node;
  return !ts.isParameter(parent) && !ts.isBindingElement(parent);
}

/** `inputTable` stands only as the value of a parameter, with its columns in braces, and `params` is not read for it. */
export const tableUse: GateRule = (node) => {
  if (!ts.isIdentifier(node) || ts.isImportSpecifier(node.parent)) return undefined;
  if (node.text === "inputTable") return misplacedTable(node);
  return node.text === "params" ? readParams(node) : undefined;
};
