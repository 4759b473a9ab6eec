import ts from "typescript";
import { type Finding, sortFindings } from "../../../terms/finding.ts";
import { findingAt, onePerPlace } from "../finding-at.ts";
import { allowedSyntax } from "./allowed-syntax.ts";
import { anyType, assertion, nonNull } from "./any-and-assertions.ts";
import { foreignCharacters, hiddenCharacters } from "./characters.ts";
import { clockAndChance } from "./clock-and-chance.ts";
import { constructs } from "./constructs.ts";
import { declaredTypes } from "./declared-types.ts";
import { commentDirectives } from "./directives.ts";
import { readExports, type SnippetExports } from "./exports.ts";
import type { GateContext, GateProblem, GateRule, TextRule } from "./gate-rule.ts";
import { imports } from "./imports.ts";
import { names } from "./names.ts";
import { tableUse } from "./declared-table.ts";
import { listReaders } from "./okta-calls.ts";
import { oktaUse } from "./okta-use.ts";
import { readersByName, readsInLoops, readsNotAwaited } from "./reads-in-loops.ts";
import { topLevel } from "./top-level.ts";

const textRules: readonly TextRule[] = [hiddenCharacters, foreignCharacters, commentDirectives];

/** The first rule that has something against a node speaks; the list of allowed syntax has the last word. */
const rules: readonly GateRule[] = [
  imports,
  constructs,
  topLevel,
  assertion,
  anyType,
  nonNull,
  declaredTypes,
  clockAndChance,
  names,
  oktaUse,
  tableUse,
  readsInLoops,
  readsNotAwaited,
  readersByName,
  allowedSyntax,
];

/** What the gate gives: what the snippet hands out, or what stands against it. */
export type GateResult =
  | { readonly kind: "passed"; readonly exports: SnippetExports }
  | { readonly kind: "findings"; readonly findings: readonly Finding[] };

/** Looks at a parsed snippet's text and syntax alone, before any type is worked out. */
export function checkGate(sourceFile: ts.SourceFile): GateResult {
  const text = textRules.flatMap((rule) => rule(sourceFile).map((one) => findingAt(sourceFile, one.offset, one)));
  const nodes = checkNodes(sourceFile);
  const exports = readExports(sourceFile);
  const missing = Array.isArray(exports) && nodes.length === 0 ? exports : [];
  const found = [...nodes, ...missing].map((one) => findingAt(sourceFile, one.node.getStart(sourceFile), one));
  const findings = onePerPlace(sortFindings([...text, ...found]));
  if (findings.length > 0 || !("main" in exports)) return { kind: "findings", findings };
  return { kind: "passed", exports };
}

function checkNodes(sourceFile: ts.SourceFile): readonly GateProblem[] {
  const context: GateContext = { sourceFile, readers: listReaders(sourceFile) };
  const problems: GateProblem[] = [];
  const reported = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    for (const rule of rules) {
      const problem = rule(node, context);
      if (problem === undefined) continue;
      if (!reported.has(problem.node)) problems.push(problem);
      reported.add(problem.node);
      break;
    }
    ts.forEachChild(node, (child) => (reported.has(node) || reported.has(child) ? undefined : visit(child)));
  };
  ts.forEachChild(sourceFile, visit);
  return problems;
}
