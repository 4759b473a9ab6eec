import ts from "typescript";
import { listOperations } from "../../registry/catalogue.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import { generateStub } from "../../sdk-stubs/generate.ts";

const options: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2023.d.ts"],
  types: [],
  noEmit: true,
};

/** Compiles snippets against the stub of the operations that they name. Gives a line for every compiler message. */
export function compileSnippets(sources: readonly string[], orgSchema: OrgSchema): readonly string[] {
  const operationIds = listOperations()
    .map((one) => one.operationId)
    .filter((id) => sources.some((source) => source.includes(`okta.${id}(`)));
  const files = new Map(sources.map((source, index) => [`/snippets/${index}.ts`, source]));
  files.set("/snippets/okta.d.ts", generateStub({ operationIds, orgSchema }).text);
  const host = ts.createCompilerHost(options);
  const plain = ts.createCompilerHost(options);
  host.getSourceFile = (name, version) => {
    const text = files.get(name);
    return text === undefined ? plain.getSourceFile(name, version) : ts.createSourceFile(name, text, version);
  };
  host.fileExists = (name) => files.has(name);
  host.resolveModuleNameLiterals = (literals) =>
    literals.map(({ text }) => ({
      resolvedModule:
        text === "okta" ? { resolvedFileName: "/snippets/okta.d.ts", extension: ts.Extension.Dts } : undefined,
    }));
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map((one) => {
    const text = ts.flattenDiagnosticMessageText(one.messageText, " ");
    const source = files.get(one.file?.fileName ?? "") ?? "";
    const line = one.file?.getLineAndCharacterOfPosition(one.start ?? 0).line ?? 0;
    return `${text} at: ${source.split("\n")[line] ?? ""}`;
  });
}
