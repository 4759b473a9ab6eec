import ts from "typescript";
import { recentNames, libraryRoot, readLibrary, resetName } from "./library.ts";

/** Name of the snippet in the compiler's memory. */
const snippetName = "/snippet.ts";

/** Name of the stub: the declaration of module 'okta'. */
const stubName = "/okta.d.ts";

/** A snippet with its types worked out on demand. */
export interface Compiled {
  readonly sourceFile: ts.SourceFile;
  readonly stubFile: ts.SourceFile;
  readonly typeChecker: ts.TypeChecker;
  /** What the compiler has against the snippet. Costly: works out every type. */
  readonly diagnose: () => readonly ts.Diagnostic[];
}

/** Compiles snippets in memory. It has no way to a disk: every file that it could ask for is in a map. */
export interface Compiler {
  compile(source: string, stub: { readonly text: string; readonly hash: string }): Compiled;
}

const options: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noFallthroughCasesInSwitch: true,
  noImplicitOverride: true,
  erasableSyntaxOnly: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: [libraryRoot],
  types: [],
  noEmit: true,
};

/** A compiler that keeps library and stub between snippets. */
export function createCompiler(): Compiler {
  const files = new Map([...readLibrary()].map(([name, text]) => [name, { text, version: "1" }]));
  const service = ts.createLanguageService(createHost(files), ts.createDocumentRegistry());
  let round = 0;
  return {
    compile(source, stub) {
      round += 1;
      files.set(snippetName, { text: source, version: String(round) });
      files.set(stubName, { text: stub.text, version: stub.hash });
      const program = service.getProgram();
      const sourceFile = program?.getSourceFile(snippetName);
      const stubFile = program?.getSourceFile(stubName);
      if (program === undefined || sourceFile === undefined || stubFile === undefined)
        throw new Error("The compiler lost a file.");
      const typeChecker = program.getTypeChecker();
      return { sourceFile, stubFile, typeChecker, diagnose: () => program.getSemanticDiagnostics(sourceFile) };
    },
  };
}

function createHost(
  files: ReadonlyMap<string, { readonly text: string; readonly version: string }>,
): ts.LanguageServiceHost {
  return {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...recentNames, resetName, stubName, snippetName],
    getScriptVersion: (name) => files.get(name)?.version ?? "0",
    getScriptSnapshot: (name) => {
      const file = files.get(name);
      return file === undefined ? undefined : ts.ScriptSnapshot.fromString(file.text);
    },
    getCurrentDirectory: () => "/",
    getDefaultLibFileName: () => libraryRoot,
    fileExists: (name) => files.has(name),
    readFile: (name) => files.get(name)?.text,
    directoryExists: () => false,
    getDirectories: () => [],
    readDirectory: () => [],
    realpath: (name) => name,
    useCaseSensitiveFileNames: () => true,
    resolveModuleNameLiterals: (literals) =>
      literals.map(({ text }) => ({
        resolvedModule:
          text === "okta"
            ? { resolvedFileName: stubName, extension: ts.Extension.Dts, isExternalLibraryImport: false }
            : undefined,
      })),
    resolveTypeReferenceDirectiveReferences: (references) =>
      references.map(() => ({ resolvedTypeReferenceDirective: undefined })),
  };
}
