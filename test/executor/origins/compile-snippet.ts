import ts from "typescript";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { listOperations } from "../../../registry/catalogue.ts";
import type { Operation } from "../../../registry/operation.ts";
import { baseSchema } from "../../../registry/schema-attributes.ts";
import { generateStub } from "../../../sdk-stubs/generate.ts";

/** A snippet with everything the origins pass asks for. */
export interface CompiledSnippet {
  readonly sourceFile: ts.SourceFile;
  readonly typeChecker: ts.TypeChecker;
  readonly operations: readonly Operation[];
  /** What the compiler says against it. */
  readonly messages: readonly string[];
}

const settings: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: [
    "lib.es2023.d.ts",
    "lib.es2024.collection.d.ts",
    "lib.es2024.object.d.ts",
    "lib.es2025.collection.d.ts",
    "lib.es2025.iterator.d.ts",
  ],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
};
const libraryFolder = dirname(fileURLToPath(import.meta.resolve("typescript")));
const sourceFiles = new Map<string, ts.SourceFile>();
let earlier: ts.Program | undefined;

function sourceOf(path: string, text: string | undefined): ts.SourceFile | undefined {
  const known = sourceFiles.get(path);
  if (known !== undefined && (text === undefined || known.text === text)) return known;
  const read = text ?? ts.sys.readFile(path);
  if (read === undefined) return undefined;
  const parsed = ts.createSourceFile(path, read, ts.ScriptTarget.ES2023, true);
  sourceFiles.set(path, parsed);
  return parsed;
}

function hostOf(files: ReadonlyMap<string, string>): ts.CompilerHost {
  return {
    getSourceFile: (path) => sourceOf(path, files.get(path)),
    getDefaultLibFileName: () => join(libraryFolder, "lib.es2023.d.ts"),
    getDefaultLibLocation: () => libraryFolder,
    writeFile: () => undefined,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (path) => files.has(path),
    readFile: (path) => files.get(path),
    resolveModuleNameLiterals: (names) =>
      names.map(({ text }) => ({
        resolvedModule:
          text === "okta"
            ? { resolvedFileName: "/okta.d.ts", extension: ".d.ts", isExternalLibraryImport: false }
            : undefined,
      })),
  };
}

const stubs = new Map<string, string>();

function stubFor(operationIds: readonly string[]): string {
  const key = operationIds.join(" ");
  const known = stubs.get(key) ?? generateStub({ operationIds, orgSchema: baseSchema() }).text;
  stubs.set(key, known);
  return known;
}

/** The operations that all these snippets together may name: one stub, parsed once. */
export const testedOperations: readonly string[] = [
  "getGroup",
  "getUser",
  "listApplicationGroupAssignments",
  "listApplicationUsers",
  "listApplications",
  "listAssignedRolesForUser",
  "listDevices",
  "listFactors",
  "listGroupUsers",
  "listGroups",
  "listLogEvents",
  "listUserGroups",
  "listUsers",
  "listUsersWithRoleAssignments",
];

/** Compiles one snippet against the stub, in memory. */
export function compileSnippet(text: string): CompiledSnippet {
  const files = new Map([
    ["/snippet.ts", text],
    ["/okta.d.ts", stubFor(testedOperations)],
  ]);
  const program = ts.createProgram({
    rootNames: ["/snippet.ts"],
    options: settings,
    host: hostOf(files),
    ...(earlier === undefined ? {} : { oldProgram: earlier }),
  });
  earlier = program;
  const sourceFile = program.getSourceFile("/snippet.ts");
  if (sourceFile === undefined) throw new Error("The snippet was not parsed.");
  const found = [...program.getSyntacticDiagnostics(sourceFile), ...program.getSemanticDiagnostics(sourceFile)];
  return {
    sourceFile,
    typeChecker: program.getTypeChecker(),
    operations: listOperations().filter((one) => testedOperations.includes(one.operationId)),
    messages: found.map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n")),
  };
}
