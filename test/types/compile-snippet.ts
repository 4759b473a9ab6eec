import ts from "typescript";
import type { OrgSchema } from "../../registry/org-schema.ts";
import { generateStub } from "../../sdk-stubs/generate.ts";

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2023.d.ts"],
  types: [],
};

const libraries = new Map<string, ts.SourceFile | undefined>();

/**
 * What TypeScript has against a snippet that sees the stub of these operations: `line code`, in order. Stub and snippet are
 * held in memory; only the language's own library is read from disk, once.
 */
export function compileSnippet(
  operationIds: readonly string[],
  orgSchema: OrgSchema,
  source: string,
): readonly string[] {
  const files = new Map([
    ["/okta.d.ts", generateStub({ operationIds, orgSchema }).text],
    ["/snippet.ts", source.replaceAll("'okta'", "'./okta.js'")],
  ]);
  const host = ts.createCompilerHost(options);
  const readLibrary = host.readFile.bind(host);
  host.fileExists = (name) => files.has(name);
  host.readFile = (name) => files.get(name);
  host.getSourceFile = (name, target) => {
    const text = files.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, target);
    if (!libraries.has(name)) libraries.set(name, ts.createSourceFile(name, readLibrary(name) ?? "", target));
    return libraries.get(name);
  };
  const program = ts.createProgram(["/snippet.ts", "/okta.d.ts"], options, host);
  return ts.getPreEmitDiagnostics(program).map((one) => {
    const line = one.file === undefined ? 0 : one.file.getLineAndCharacterOfPosition(one.start ?? 0).line + 1;
    const name = one.file?.fileName === "/snippet.ts" ? "" : `${one.file?.fileName ?? ""} `;
    return `${name}${line} TS${one.code}`;
  });
}
