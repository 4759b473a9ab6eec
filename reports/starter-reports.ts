import { readdir, readFile } from "node:fs/promises";
import { isReportName } from "./report-name.ts";
import { parseReportText, type ReportText } from "./report-text.ts";

/** A report that comes with the release. It is approved on its first run like any snippet. */
export interface StarterReport extends ReportText {
  readonly name: string;
}

/** Reports that belong together and are run together: `stig` holds the checks of DISA's guide for Okta IDaaS. */
export const packs = ["stig"] as const;

/** One of the packs. */
export type Pack = (typeof packs)[number];

const folders: Readonly<Record<"starter" | Pack, URL>> = {
  starter: new URL("starter/", import.meta.url),
  stig: new URL("stig/", import.meta.url),
};

async function namesIn(folder: URL): Promise<readonly string[]> {
  const files = await readdir(folder);
  // `_template.ts` is none.
  return files
    .flatMap((file) => (file.endsWith(".ts") ? [file.slice(0, -3)] : []))
    .filter(isReportName)
    .toSorted();
}

async function read(folder: URL, name: string): Promise<StarterReport> {
  return { name, ...parseReportText(await readFile(new URL(`${name}.ts`, folder), "utf8")) };
}

/** All starter reports, or all of a pack, by name. */
export async function listStarterReports(from: "starter" | Pack = "starter"): Promise<readonly StarterReport[]> {
  const folder = folders[from];
  return Promise.all((await namesIn(folder)).map((name) => read(folder, name)));
}

/** The starter report of that name, or the one of a pack. */
export async function findStarterReport(name: string): Promise<StarterReport | undefined> {
  for (const folder of Object.values(folders)) if ((await namesIn(folder)).includes(name)) return read(folder, name);
  return undefined;
}
