import ts from "typescript";
import type { DeclaredTables, TableColumns } from "../../../terms/input-table.ts";
import type { ParameterValues, ParameterValue } from "../../../terms/snippet.ts";
import { declaredTable } from "./declared-table.ts";
import type { GateProblem } from "./gate-rule.ts";
import { bareExpression, parameterValue } from "./plain-literal.ts";

/** What a snippet hands out. */
export interface SnippetExports {
  readonly title: string;
  readonly parameters: ParameterValues;
  /** Parameters that take a file. */
  readonly tables: DeclaredTables;
  readonly main: ts.FunctionDeclaration;
}

const shape =
  "export const title = '…'; export const params = { … }; export default async function ({ … }: typeof params) { … }";

/** The title, the parameters' defaults and the function of a snippet; what is wrong with them otherwise. */
export function readExports(sourceFile: ts.SourceFile): SnippetExports | readonly GateProblem[] {
  const title = readTitle(sourceFile);
  const parameters = readParameters(sourceFile);
  const main = readMain(sourceFile);
  const problems = [title, parameters, main].filter((one) => "problem" in one).map((one) => one.problem);
  if ("problem" in title || "problem" in parameters || "problem" in main) return problems;
  return { title: title.value, ...parameters.value, main: main.value };
}

type Part<T> = { readonly value: T } | { readonly problem: GateProblem };

function readTitle(sourceFile: ts.SourceFile): Part<string> {
  const declaration = findExported(sourceFile, "title");
  const value = declaration?.initializer === undefined ? undefined : parameterValue(declaration.initializer);
  if (typeof value === "string" && isOneLine(value)) return { value };
  return {
    problem: {
      node: declaration?.initializer ?? sourceFile,
      code: "gate/title",
      message: declaration === undefined ? "The snippet has no title." : "The title is not one line of plain text.",
      why: "It heads the review and the answer.",
      help: `A snippet is: ${shape}`,
    },
  };
}

/** Up to 200 characters that can all be seen: a line end or an escape in it could write lines of the review. */
function isOneLine(text: string): boolean {
  return text.trim() !== "" && text.length <= 200 && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text);
}

function readParameters(sourceFile: ts.SourceFile): Part<Pick<SnippetExports, "parameters" | "tables">> {
  const declaration = findExported(sourceFile, "params");
  if (declaration === undefined) return { value: { parameters: {}, tables: {} } };
  const bare = declaration.initializer === undefined ? undefined : bareExpression(declaration.initializer);
  if (bare === undefined || !ts.isObjectLiteralExpression(bare))
    return { problem: badParameter(declaration, "params is not an object in braces.") };
  const parameters: Record<string, ParameterValue> = {};
  const tables: Record<string, TableColumns> = {};
  for (const property of bare.properties) {
    const entry = plainEntry(property);
    if (entry === undefined) {
      return { problem: badParameter(property, `${property.name?.getText() ?? "This"} is no plain value.`) };
    }
    if ("columns" in entry) tables[entry.name] = entry.columns;
    else parameters[entry.name] = entry.value;
  }
  return { value: { parameters, tables } };
}

type Entry = { readonly name: string } & ({ readonly value: ParameterValue } | { readonly columns: TableColumns });

function plainEntry(property: ts.ObjectLiteralElementLike): Entry | undefined {
  if (!ts.isPropertyAssignment(property)) return undefined;
  if (!ts.isIdentifier(property.name) && !ts.isStringLiteral(property.name)) return undefined;
  const name = property.name.text;
  if (!isOneLine(name)) return undefined;
  const columns = declaredTable(property.initializer);
  if (columns !== undefined) return { name, columns };
  const value = parameterValue(property.initializer);
  return value === undefined ? undefined : { name, value };
}

function badParameter(node: ts.Node, message: string): GateProblem {
  return {
    node,
    code: "gate/params",
    message,
    why: "Parameters are the form of a saved report; their defaults are read from the text.",
    help: "Give texts, numbers, true, false, null, a list of texts or of numbers, or inputTable({ … }) for a file.",
  };
}

function readMain(sourceFile: ts.SourceFile): Part<ts.FunctionDeclaration> {
  const defaults = sourceFile.statements
    .filter(ts.isFunctionDeclaration)
    .filter((one) => has(one, ts.SyntaxKind.DefaultKeyword));
  const [main, second] = defaults;
  const bad = (node: ts.Node, message: string): { problem: GateProblem } => ({
    problem: {
      node,
      code: "gate/main",
      message,
      why: "It is what runs, once, when the snippet is approved.",
      help: `A snippet is: ${shape}`,
    },
  });
  if (main === undefined) return bad(sourceFile, "The snippet exports no function.");
  if (second !== undefined) return bad(second, "The snippet exports two functions.");
  if (!has(main, ts.SyntaxKind.AsyncKeyword)) return bad(main, "The exported function is not async.");
  const [, extra] = main.parameters;
  if (extra !== undefined) return bad(extra, "The exported function takes more than the parameters.");
  return { value: main };
}

function has(node: ts.FunctionDeclaration, kind: ts.SyntaxKind): boolean {
  return node.modifiers?.some((one) => one.kind === kind) === true;
}

function findExported(sourceFile: ts.SourceFile, name: string): ts.VariableDeclaration | undefined {
  return sourceFile.statements
    .filter(ts.isVariableStatement)
    .filter((one) => one.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) === true)
    .flatMap((one) => one.declarationList.declarations)
    .find((one) => ts.isIdentifier(one.name) && one.name.text === name);
}
