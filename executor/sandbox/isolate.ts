import type ivm from "isolated-vm";
import type { CreateEngine, Engine, EngineProgram, EngineStop, TakePost } from "./engine.ts";

type IsolatedVm = typeof ivm;

function textOf(error: unknown, key: "name" | "message" | "stack"): string {
  if (typeof error !== "object" || error === null || !(key in error)) return "";
  const value: unknown = Reflect.get(error, key);
  return typeof value === "string" ? value : "";
}

// The engine says why only in its messages. What it throws may be anything, `undefined` too.
function stopOf(error: unknown): EngineStop {
  const message = textOf(error, "message");
  if (message === "Script execution timed out.") return { kind: "time" };
  if (message.startsWith("Isolate was disposed") || message.startsWith("Isolate is disposed"))
    return { kind: "memory" };
  return { kind: "threw", name: textOf(error, "name"), message, stack: textOf(error, "stack") };
}

async function settle(entry: Promise<unknown>): Promise<EngineStop | undefined> {
  try {
    await entry;
    return undefined;
  } catch (error) {
    return stopOf(error);
  }
}

/** Loads isolated-vm from one file. The path is given, since looking for it would need more of the disk than the child may read. */
export function loadIsolatedVm(addonPath: string): IsolatedVm {
  const addon: { exports: { ivm?: IsolatedVm } } = { exports: {} };
  process.dlopen(addon, addonPath);
  if (addon.exports.ivm === undefined) throw new Error(`${addonPath} is not isolated-vm.`);
  return addon.exports.ivm;
}

/** Engines on isolated-vm. */
export function createIsolateEngine(vm: IsolatedVm): CreateEngine {
  return (memoryMb: number, post: TakePost): Engine => {
    const isolate = new vm.Isolate({ memoryLimit: memoryMb });
    let give: ivm.Reference<(step: number, kind: number, text: string) => void> | undefined;

    const link = async (program: EngineProgram, timeoutMs: number): Promise<ivm.Reference<() => void>> => {
      const context = await isolate.createContext();
      await context.global.set("$settings", program.settings);
      await context.global.set("$post", new vm.Callback(post, { ignored: true }));
      // Each module is instantiated and evaluated by itself, in order: evaluating one that was only linked as a dependency
      // of another crashes the process (isolated-vm 7.0.1).
      const add = async (
        name: string,
        code: string,
        known: Readonly<Record<string, ivm.Module>>,
      ): Promise<ivm.Module> => {
        const module = await isolate.compileModule(code, { filename: `file:///${name}.js` });
        await module.instantiate(context, (specifier) => {
          const found = Object.hasOwn(known, specifier) ? known[specifier] : undefined;
          if (found === undefined) throw new Error(`A snippet can import from "okta" alone, not from "${specifier}".`);
          return found;
        });
        await module.evaluate({ timeout: timeoutMs });
        return module;
      };
      const runtime = await add("runtime", program.runtime, {});
      const okta = await add("okta", `export { ${program.exports.join(", ")} } from "runtime";`, { runtime });
      const snippet = await add("snippet", program.snippet, { okta });
      const starter =
        'import snippet from "snippet"; import { begin } from "runtime"; export const start = () => begin(snippet);';
      const main = await add("main", starter, { snippet, runtime });
      give = await runtime.namespace.get("deliver", { reference: true });
      try {
        return await main.namespace.get("start", { reference: true });
      } catch {
        // The starter is not evaluated while a module that it leans on still waits.
        throw new Error("A snippet cannot wait at its top level. Wait inside its function.");
      }
    };

    return {
      start: (program, timeoutMs) =>
        settle(link(program, timeoutMs).then((start) => start.apply(undefined, [], { timeout: timeoutMs }))),
      deliver(step, kind, text, timeoutMs) {
        if (give === undefined) throw new Error("An answer came before the guest had started.");
        return settle(give.apply(undefined, [step, kind, text], { timeout: timeoutMs }));
      },
      cpuMs: () => (isolate.isDisposed ? 0 : Number(isolate.cpuTime / 1_000_000n)),
    };
  };
}
