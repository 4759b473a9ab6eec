import ts from "typescript";
import type { Finding } from "../../terms/finding.ts";
import { findingAt, onePerPlace } from "./finding-at.ts";

/** A snippet's syntax tree with parents set, or what stands against its syntax. */
export type Parsed =
  | { readonly kind: "parsed"; readonly sourceFile: ts.SourceFile }
  | { readonly kind: "findings"; readonly findings: readonly Finding[] };

const name = "/snippet.ts";

/** Parses a text as a module. No other file is looked for. */
export function parseSnippet(source: string): Parsed {
  const sourceFile = ts.createSourceFile(name, source, ts.ScriptTarget.ES2023, true, ts.ScriptKind.TS);
  const host: ts.CompilerHost = {
    getSourceFile: (asked) => (asked === name ? sourceFile : undefined),
    getDefaultLibFileName: () => "/none.d.ts",
    writeFile: () => undefined,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (asked) => asked === name,
    readFile: (asked) => (asked === name ? source : undefined),
  };
  const program = ts.createProgram(
    [name],
    { noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.ES2023 },
    host,
  );
  const findings = program.getSyntacticDiagnostics(sourceFile).map((one) =>
    findingAt(sourceFile, one.start, {
      code: `TS${one.code}`,
      message: ts.flattenDiagnosticMessageText(one.messageText, " "),
      why: "The text is not TypeScript, so nothing of it can be checked.",
      help: "Repair the syntax here.",
    }),
  );
  return findings.length === 0
    ? { kind: "parsed", sourceFile }
    : { kind: "findings", findings: onePerPlace(findings).slice(0, 5) };
}
