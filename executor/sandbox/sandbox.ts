import type { RunEnd } from "../../terms/run-end.ts";
import { runInChild } from "../bridge/run-in-child.ts";
import { loadBundles, stopBundler } from "../bundle.ts";
import type { Program, RunOptions } from "../program.ts";
import { findAddon } from "./platform.ts";
import { type SandboxProcess, startProcess } from "./process.ts";

/** Runs programs, each in a child process of its own that is killed afterwards. One spare child waits, warm. */
export interface Sandbox {
  /** Settles when the spare child has been started. */
  warm(): Promise<void>;
  /** Runs a program to its end. Rejects only for a defect; how the snippet fares is the value. */
  run(program: Program, options: RunOptions): Promise<RunEnd>;
  /** Ends all children and esbuild's service. Running programs end as lost. */
  close(): Promise<void>;
}

// By then the run's end has been kept: starting a child takes tens of milliseconds of both.
const SPARE_AFTER_MS = 200;

/** Makes a sandbox. Throws `platform/unsupported` where no snippet can be held safely. */
export function createSandbox(): Sandbox {
  const addonPath = findAddon();
  const running = new Set<SandboxProcess>();
  let spare: Promise<SandboxProcess> | undefined;
  let spareTimer: NodeJS.Timeout | undefined;
  let closed = false;

  const startSpare = async (): Promise<SandboxProcess> => {
    const { child: code } = await loadBundles();
    const child = startProcess({ code, addonPath });
    running.add(child);
    child.hold(false);
    if (closed) child.kill();
    return child;
  };
  const takeChild = async (): Promise<SandboxProcess> => {
    const child = await (spare ?? startSpare());
    child.hold(true);
    return child;
  };
  const startSpareLater = (): void => {
    clearTimeout(spareTimer);
    spareTimer = setTimeout(() => (spare ??= startSpare()), SPARE_AFTER_MS).unref();
  };
  return {
    async warm() {
      spare ??= startSpare();
      await spare;
    },
    async run(program, options) {
      const taken = takeChild();
      spare = undefined;
      const child = await taken;
      try {
        return await runInChild(child, await loadBundles(), program, options);
      } finally {
        child.kill();
        running.delete(child);
        // Only now, so that starting it does not compete with the run.
        if (!closed) startSpareLater();
      }
    },
    async close() {
      closed = true;
      clearTimeout(spareTimer);
      const left = spare;
      spare = undefined;
      for (const child of running) child.kill();
      (await left)?.kill();
      await stopBundler();
    },
  };
}
