import { readFileSync } from "node:fs";
import { z } from "zod";
import { loadBundles } from "../../executor/bundle.ts";
import type { Checked } from "../../executor/check/checker.ts";
import { registryVersion } from "../../registry/catalogue.ts";
import type { BuildVersions } from "../../terms/recording.ts";
import { hashText } from "../../terms/snippet.ts";

const withVersion = z.object({ version: z.string() });

function versionIn(url: string): string {
  return withVersion.parse(JSON.parse(readFileSync(new URL(url), "utf8"))).version;
}

function packageVersion(name: string): string {
  return versionIn(import.meta.resolve(`${name}/package.json`));
}

/** The versions of everything that could change what a checked snippet does. */
export async function currentVersions({
  stubHash,
  readableNames,
}: Pick<Checked, "stubHash" | "readableNames">): Promise<BuildVersions> {
  return {
    attest: versionIn(new URL("../../package.json", import.meta.url).href),
    node: process.version,
    isolatedVm: packageVersion("isolated-vm"),
    typescript: packageVersion("typescript"),
    esbuild: packageVersion("esbuild"),
    registry: registryVersion(),
    stub: stubHash,
    runtime: (await loadBundles()).hash,
    projection: readableNames === undefined ? "none" : hashText(JSON.stringify(readableNames)),
  };
}

/** One hash over all versions: the `buildHash` that is kept with each run. */
export function buildHashOf(versions: BuildVersions): string {
  return hashText(JSON.stringify(Object.entries(versions).toSorted(([a], [b]) => a.localeCompare(b))));
}

/** What differs between two builds, as "typescript 6.0.3, was 6.0.2". */
export function versionDifferences(then: BuildVersions, current: BuildVersions): readonly string[] {
  const before = new Map(Object.entries(then));
  return Object.entries(current)
    .filter(([name, version]) => before.get(name) !== version)
    .map(([name, version]) => `${name} ${version}, was ${before.get(name) ?? "not recorded"}`);
}
