import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Failure } from "../../terms/failure.ts";

const OLDEST_NODE = 26;
// Older ones have a type confusion that a snippet can reach (GHSA-864f-rcv7-6rh4).
const OLDEST_ISOLATED_VM = [7, 0, 1] as const;

/** What decides whether the sandbox can run here. */
export interface Machine {
  /** `linux`, `darwin`, `win32`. */
  readonly platform: string;
  /** `x64`, `arm64`. */
  readonly architecture: string;
  /** `26.10.0`. */
  readonly node: string;
  /** Version of the addon interface of this Node, as `147`. */
  readonly modules: string;
  /** True where the C library is musl (Alpine). */
  readonly musl: boolean;
}

/** The machine that this process runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    architecture: process.arch,
    node: process.versions.node,
    modules: process.versions.modules,
    musl: process.platform === "linux" && existsSync("/etc/alpine-release"),
  };
}

function unsupported(machine: Machine, found: string, help: string): Failure<"platform/unsupported"> {
  const platform = `${machine.platform}-${machine.architecture}`;
  const why =
    "Snippets run in an isolate in a process without permissions. Without either Attest would not hold, so nothing is run.";
  return new Failure("platform/unsupported", { platform, node: machine.node }, { found, why, help });
}

function isNewEnough(version: string): boolean {
  const parts = version.split(".").map(Number);
  for (const [index, least] of OLDEST_ISOLATED_VM.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

function isolatedVmVersion(folder: URL): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
  const version: unknown =
    typeof manifest === "object" && manifest !== null ? Reflect.get(manifest, "version") : undefined;
  return typeof version === "string" ? version : "0";
}

/**
 * Path of the prebuilt isolated-vm for a machine: the one file that the child may read.
 * Throws `platform/unsupported` where there is none, where it is too old, or where Node lacks the permission model.
 */
export function findAddon(machine: Machine = thisMachine()): string {
  if (Number.parseInt(machine.node, 10) < OLDEST_NODE) {
    throw unsupported(machine, `This is Node ${machine.node}.`, `Run Attest with Node ${OLDEST_NODE} or newer.`);
  }
  const folder = new URL("./", import.meta.resolve("isolated-vm"));
  const version = isolatedVmVersion(folder);
  if (!isNewEnough(version)) {
    throw unsupported(
      machine,
      `isolated-vm is ${version}.`,
      `Install isolated-vm ${OLDEST_ISOLATED_VM.join(".")} or newer.`,
    );
  }
  const library = machine.platform === "linux" ? (machine.musl ? ".musl" : ".glibc") : "";
  const name = `isolated-vm.abi${machine.modules}${library}.node`;
  const addon = new URL(`prebuilds/${machine.platform}-${machine.architecture}/${name}`, folder);
  if (existsSync(addon)) return fileURLToPath(addon);
  throw unsupported(
    machine,
    `There is no isolate for ${machine.platform}-${machine.architecture} with Node ${machine.node}.`,
    "Use Linux (x64, arm64), macOS on Apple silicon, or Windows (x64), with Node 26; on another machine a container of one of them will do.",
  );
}
