import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startEmulator, type Emulator } from "../emulator/start-emulator.ts";

const program = resolve("cli/attest.mjs");

/** What a finished `attest` process left. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What `--json` printed, taken for what the verb promises. */
interface Printed<T> {
  readonly code: number | null;
  readonly json: T;
  readonly stderr: string;
}

/** An emulated org and a data folder of its own, for tests that run the command line as a person would. */
export interface Workplace {
  readonly emulator: Emulator;
  /** The data folder. */
  readonly home: string;
  /** The folder with the journal's key. */
  readonly keys: string;
  /** Runs `attest` to its end, without a terminal. */
  attest(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Finished>;
  /** The same with `--json`, its output parsed. */
  attestJson<T>(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Printed<T>>;
  /** Starts `attest` and gives the process, for tests that stop it. */
  start(args: readonly string[], environment?: Readonly<Record<string, string>>): ChildProcess;
  close(): Promise<void>;
}

function collect(child: ChildProcess): Promise<Finished> {
  const text = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => (text.stdout += chunk));
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (text.stderr += chunk));
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => done({ code, ...text }));
  });
}

/** Starts an emulated org and makes an empty data folder. */
export async function openWorkplace(options: Parameters<typeof startEmulator>[0]): Promise<Workplace> {
  const emulator = await startEmulator(options);
  const home = mkdtempSync(join(tmpdir(), "attest-"));
  const base = {
    PATH: process.env["PATH"] ?? "",
    HOME: home,
    ATTEST_HOME: join(home, "data"),
    ATTEST_KEYS: join(home, "keys"),
    ATTEST_KEYCHAIN: "off",
    OKTA_DOMAIN: emulator.origin,
    OKTA_API_TOKEN: emulator.token,
  };
  const start: Workplace["start"] = (args, environment = {}) =>
    spawn(process.execPath, [program, ...args], {
      cwd: home,
      env: { ...base, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
  const attest: Workplace["attest"] = (args, environment) => collect(start(args, environment));
  return {
    emulator,
    home: base.ATTEST_HOME,
    keys: base.ATTEST_KEYS,
    start,
    attest,
    attestJson: async <T>(args: readonly string[], environment?: Readonly<Record<string, string>>) => {
      const { code, stdout, stderr } = await attest([...args, "--json"], environment);
      try {
        return { code, stderr, json: JSON.parse(stdout) as T };
      } catch (error) {
        throw new Error(
          `attest ${args.join(" ")} printed no JSON (exit ${code}): ${stdout.slice(0, 500)}\n${stderr.slice(0, 2000)}`,
          { cause: error },
        );
      }
    },
    close: async () => {
      await emulator.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
