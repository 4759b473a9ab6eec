import ts from "typescript";
import { type Finding, sortFindings } from "../../terms/finding.ts";
import type { Operation } from "../../registry/operation.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import { generateStub, type Stub } from "../../sdk-stubs/generate.ts";
import { traceReads } from "../projection/trace-reads.ts";
import { checkColumnNames } from "./check-column-names.ts";
import { checkFilters } from "./check-filters.ts";
import type { CheckResult, CheckSurroundings, TracedCode } from "./checked.ts";
import { blankTypes } from "./blank-types.ts";
import type { Compiled, Compiler } from "./compiler.ts";
import { onePerPlace } from "./finding-at.ts";
import { checkGate } from "./gate/check-gate.ts";
import type { SnippetExports } from "./gate/exports.ts";
import { listOktaCalls, type OktaCall } from "./gate/okta-calls.ts";
import { checkTextSize } from "./gate/text-size.ts";
import { parseSnippet } from "./parse-snippet.ts";
import { makeReview } from "./review/make-review.ts";
import { withSchemaKnown } from "./schema-known.ts";
import { checkOperations } from "./types/check-operations.ts";
import { checkRows, listColumnPlaces } from "./types/check-rows.ts";
import { checkTypes } from "./types/check-types.ts";
import { findOpenTypes } from "./types/find-open-types.ts";
import { findUnusedResults } from "./types/find-unused-results.ts";
import { findWidenedTypes } from "./types/find-widened-types.ts";

/** Rewrites a checked snippet so that every value carries where it was read. */
export type PairTransform = (input: {
  readonly sourceFile: ts.SourceFile;
  readonly typeChecker: ts.TypeChecker;
}) => string;

/** A snippet whose text and syntax passed, compiled. */
interface Admitted {
  readonly kind: "admitted";
  readonly compiled: Compiled;
  readonly stub: Stub;
  readonly exports: SnippetExports;
  readonly calls: readonly OktaCall[];
  readonly operations: readonly Operation[];
}

type Refused = { readonly kind: "findings"; readonly findings: readonly Finding[] };

/** Checks a snippet: size, syntax, gate, operations, types, filters, origins; then derives its review. Sends nothing. */
export function checkSnippet(source: string, surroundings: CheckSurroundings, compiler: Compiler): CheckResult {
  const admitted = admit(source, surroundings.orgSchema, compiler);
  if (admitted.kind === "findings") return admitted;
  const { compiled, stub, exports, operations } = admitted;
  const { sourceFile, typeChecker } = compiled;
  const { traced, readableNames } = traceReads({ sourceFile, typeChecker, operations });
  const places = listColumnPlaces(compiled, exports.main);
  const findings = [...traced.findings, ...checkColumnNames(sourceFile, traced.lineage.columns, operations, places)];
  if (findings.length > 0) return refuse(findings);
  const { lineage, facts } = traced;
  const { title, parameters, tables } = exports;
  const review = makeReview({ source, compiled, title, parameters, tables, operations, lineage, facts, surroundings });
  const operationIds = operations.map((one) => one.operationId);
  const stubHash = stub.hash;
  const bare = blankTypes(sourceFile);
  const checked = { source, bare, operationIds, parameters, tables, lineage, readableNames, review, stubHash };
  return { kind: "checked", checked };
}

/** Rewrites a snippet for the evidence replay; findings where it would not pass the check. */
export function traceSnippet(
  source: string,
  orgSchema: OrgSchema,
  compiler: Compiler,
  pairTransform: PairTransform,
): TracedCode | readonly Finding[] {
  const admitted = admit(source, orgSchema, compiler);
  if (admitted.kind === "findings") return admitted.findings;
  const { sourceFile, typeChecker } = admitted.compiled;
  return { code: pairTransform({ sourceFile, typeChecker }) };
}

function admit(source: string, orgSchema: OrgSchema, compiler: Compiler): Admitted | Refused {
  const sizes = checkTextSize(source);
  if (sizes.length > 0) return refuse(sizes);
  const parsed = parseSnippet(source);
  if (parsed.kind === "findings") return parsed;
  const gate = checkGate(parsed.sourceFile);
  if (gate.kind === "findings") return gate;
  const operationIds = listOktaCalls(parsed.sourceFile).map((one) => one.operationId);
  const stub = generateStub({ operationIds, orgSchema });
  const compiled = compiler.compile(source, stub);
  return checkCompiled(compiled, stub, gate.exports, orgSchema);
}

function checkCompiled(
  compiled: Compiled,
  stub: Stub,
  exports: SnippetExports,
  orgSchema: OrgSchema,
): Admitted | Refused {
  const { sourceFile } = compiled;
  const calls = listOktaCalls(sourceFile);
  const { operations, findings: unknown, refusedAt } = checkOperations(sourceFile, calls);
  const types = [...unknown, ...checkTypes(compiled, refusedAt)];
  const filters = checkFilters(compiled, calls, orgSchema);
  if (types.length > 0) return refuse(withSchemaKnown([...types, ...filters], orgSchema));
  const main = sourceFile.statements
    .filter(ts.isFunctionDeclaration)
    .find((one) => one.name?.text === exports.main.name?.text && isDefault(one));
  const rows = main === undefined ? [] : checkRows(compiled, main);
  const findings = [
    ...withSchemaKnown(filters, orgSchema),
    ...findWidenedTypes(compiled),
    ...findOpenTypes(compiled),
    ...findUnusedResults(compiled),
    ...rows,
  ];
  if (findings.length > 0 || main === undefined) return refuse(findings);
  return { kind: "admitted", compiled, stub, exports: { ...exports, main }, calls, operations };
}

function isDefault(node: ts.FunctionDeclaration): boolean {
  return node.modifiers?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword) === true;
}

function refuse(findings: readonly Finding[]): Refused {
  return { kind: "findings", findings: onePerPlace(sortFindings(findings)) };
}
