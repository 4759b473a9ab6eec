import { build, stop, transform } from "esbuild";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Failure } from "../terms/failure.ts";

/** A snippet with its types erased. */
export interface ErasedSnippet {
  /** JavaScript. */
  readonly code: string;
  /** Source map of `code` as JSON, back to the text that went in. */
  readonly map: string;
}

/** Our own code for the sandbox, as one text each. */
export interface SandboxBundles {
  /** Program of the child process: a plain script. */
  readonly child: string;
  /** Runtime inside the isolate: an ES module. */
  readonly plain: string;
  /** The same with the origins carried along. */
  readonly traced: string;
  /** SHA-256 over all three: kept with each run. */
  readonly hash: string;
}

const entries = {
  child: new URL("./sandbox/child.ts", import.meta.url),
  plain: new URL("../sdk-stubs/isolate/entry.ts", import.meta.url),
  traced: new URL("../sdk-stubs/isolate/traced-entry.ts", import.meta.url),
};

// esbuild's service is a process of its own that inherits the environment of the moment when the first call starts it.
// It must get nothing: what this process has in its environment is no business of a bundler.
function withEmptyEnvironment<T>(start: () => T): T {
  const environment = process.env;
  process.env = {};
  try {
    return start();
  } finally {
    process.env = environment;
  }
}

async function bundle(entry: URL, format: "cjs" | "esm"): Promise<string> {
  const result = await withEmptyEnvironment(() =>
    build({
      entryPoints: [fileURLToPath(entry)],
      bundle: true,
      write: false,
      format,
      platform: format === "cjs" ? "node" : "neutral",
      target: "es2023",
      tsconfigRaw: {},
      charset: "utf8",
      logLevel: "silent",
    }),
  );
  const [file] = result.outputFiles;
  if (file === undefined) throw new TypeError("esbuild gave no output for a bundle of one file.");
  return file.text;
}

async function bundleAll(): Promise<SandboxBundles> {
  const [child, plain, traced] = await Promise.all([
    bundle(entries.child, "cjs"),
    bundle(entries.plain, "esm"),
    bundle(entries.traced, "esm"),
  ]);
  const hash = createHash("sha256")
    .update(JSON.stringify([child, plain, traced]))
    .digest("hex");
  return { child, plain, traced, hash };
}

let bundles: Promise<SandboxBundles> | undefined;

/** Our own code for the sandbox, bundled once a process. Its `hash` is the `runtime` of a run's versions. */
export function loadBundles(): Promise<SandboxBundles> {
  bundles ??= bundleAll();
  return bundles;
}

function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Erases the types of a snippet. Only `transform` ever sees snippet text: `build` would read local files that the text names.
 * Throws a Failure `snippet/threw` where the text is no TypeScript at all.
 */
export function eraseTypes(source: string): Promise<ErasedSnippet> {
  return toJavaScript(source, "ts");
}

/**
 * Erases the types of a checked snippet. Throws a Failure `snippet/threw` where the eraser reads another program in it than the
 * check did: the two parse TypeScript each by themselves, and a text can be written that they take for different things.
 */
export async function eraseChecked({
  source,
  bare,
}: {
  readonly source: string;
  readonly bare: string;
}): Promise<ErasedSnippet> {
  const [erased, expected] = await Promise.all([toJavaScript(source, "ts"), toJavaScript(bare, "js")]);
  if (erased.code === expected.code) return erased;
  throw new Failure(
    "snippet/threw",
    { line: undefined, column: undefined, message: "it reads in two ways" },
    {
      found: "The snippet reads in two ways: what would run is not what was checked.",
      why: "Nothing was run.",
      help: "Write it plainly: no type behind the parameters of a function that stands in a condition.",
    },
  );
}

async function toJavaScript(source: string, loader: "ts" | "js"): Promise<ErasedSnippet> {
  const options = {
    loader,
    format: "esm",
    target: "es2023",
    sourcemap: "external",
    sourcefile: "snippet.ts",
    sourcesContent: false,
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
  } as const;
  try {
    const { code, map } = await withEmptyEnvironment(() => transform(source, options));
    return { code, map };
  } catch (error) {
    const message = errorText(error);
    throw new Failure(
      "snippet/threw",
      { line: undefined, column: undefined, message },
      {
        found: `The snippet cannot be read as TypeScript: ${message}`,
        why: "Nothing was run.",
        help: "Check it with `attest check` and correct the named line.",
      },
      error,
    );
  }
}

/** Ends esbuild's service process. A later call starts it anew. */
export async function stopBundler(): Promise<void> {
  await stop();
}
