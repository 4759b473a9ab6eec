import ts from "typescript";
import type { Finding } from "../../terms/finding.ts";
import { checkFilter, filterParameters } from "../../registry/filters/check-filter.ts";
import { checkParametersTogether } from "../../registry/filters/check-parameters-together.ts";
import type { FilterProblem } from "../../registry/filters/filter-expression.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import type { Compiled } from "./compiler.ts";
import { findingAt } from "./finding-at.ts";
import type { FilterText } from "./filter-text.ts";
import { readFilterText } from "./filter-text.ts";
import type { OktaCall } from "./gate/okta-calls.ts";
import { parameterOf } from "./gate/okta-calls.ts";

/** What Okta would refuse, or quietly answer wrongly, in the search and filter texts of a snippet's calls. */
export function checkFilters(
  { sourceFile, typeChecker }: Pick<Compiled, "sourceFile" | "typeChecker">,
  calls: readonly OktaCall[],
  orgSchema: OrgSchema,
): readonly Finding[] {
  return calls.flatMap((call) => [
    ...filterParameters.flatMap((parameter) => checkParameter(sourceFile, call, { parameter, orgSchema, typeChecker })),
    ...checkParametersTogether(call.operationId, givenNames(call.call)).map((one) =>
      findingAt(sourceFile, call.name.getStart(sourceFile), textOf(one)),
    ),
  ]);
}

interface Looked {
  readonly parameter: string;
  readonly orgSchema: OrgSchema;
  readonly typeChecker: ts.TypeChecker;
}

function checkParameter(
  sourceFile: ts.SourceFile,
  { call, operationId }: OktaCall,
  { parameter, orgSchema, typeChecker }: Looked,
): readonly Finding[] {
  const value = parameterOf(call, parameter);
  if (value === undefined) return [];
  const texts = readFilterText(value, typeChecker);
  // Plain words are no filter language: any text is only looked for, never parsed.
  if (texts === undefined) return parameter === "q" ? [] : [notReadable(sourceFile, value, parameter)];
  return texts.flatMap((text) => {
    const problems = checkFilter({ operationId, parameter, text: text.pieces, orgSchema });
    if (problems.length === 0 && text.joinedBy !== undefined) {
      const twice = checkFilter({ operationId, parameter, text: withItself(text.pieces, text.joinedBy), orgSchema });
      return twice.slice(0, 1).map((one) => findingAt(sourceFile, value.getStart(sourceFile), textOf(one)));
    }
    return problems.map((one) => findingAt(sourceFile, offsetIn(text, one.offset, sourceFile), textOf(one)));
  });
}

/** The pieces of a text that is written for two items: what holds for two holds for all. */
function withItself(pieces: readonly string[], separator: string): readonly string[] {
  const [head = "", ...tail] = pieces;
  if (tail.length === 0) return [`${head}${separator}${head}`];
  return [...pieces.slice(0, -1), `${pieces.at(-1) ?? ""}${separator}${head}`, ...tail];
}

function textOf(problem: FilterProblem): { code: string; message: string; why: string; help: string } {
  return { code: `filter/${problem.code}`, message: problem.found, why: problem.why, help: problem.help };
}

function notReadable(sourceFile: ts.SourceFile, value: ts.Expression, parameter: string): Finding {
  return findingAt(sourceFile, value.getStart(sourceFile), {
    code: "filter/not-readable",
    message: `The ${parameter} is put together in a way that cannot be read: ${shorten(value.getText(sourceFile))}.`,
    why: "A value pasted into a filter can change what the filter says; it must be checked here and quoted safely.",
    help: `Write it with the tag filter of 'okta': ${parameter}: filter${tagged(sourceFile, value)}`,
  });
}

/** What the snippet wrote as the tag takes it, which puts the quotes around values itself; else an example. */
function tagged(sourceFile: ts.SourceFile, value: ts.Expression): string {
  const written = value.getText(sourceFile);
  const isOneLine = ts.isTemplateExpression(value) && !written.includes("\n") && written.length <= 150;
  if (!isOneLine) return "`profile.department eq ${department}`";
  return written.replaceAll(/"(\$\{[^{}"]*\})"/g, "$1");
}

/** Where an offset of the joined pieces stands in the snippet. */
function offsetIn({ pieces, starts, node }: FilterText, offset: number, sourceFile: ts.SourceFile): number {
  let rest = offset;
  for (const [index, piece] of pieces.entries()) {
    const isLast = index === pieces.length - 1;
    const start = starts[index];
    if (start !== undefined && (rest < piece.length || isLast)) return start + Math.min(rest, piece.length);
    rest -= piece.length;
  }
  return node.getStart(sourceFile);
}

function givenNames(call: ts.CallExpression): readonly string[] {
  const [first] = call.arguments;
  if (first === undefined || !ts.isObjectLiteralExpression(first)) return [];
  return first.properties.flatMap((one) => (one.name !== undefined && "text" in one.name ? [one.name.text] : []));
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
