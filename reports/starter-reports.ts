import { readdir, readFile } from "node:fs/promises";
import { isReportName } from "./report-name.ts";
import { parseReportText, type ReportText } from "./report-text.ts";

/** A report that comes with the release. It is approved on its first run like any snippet. */
export interface StarterReport extends ReportText {
  readonly name: string;
}

const folder = new URL("starter/", import.meta.url);

async function namesOf(): Promise<readonly string[]> {
  const files = await readdir(folder);
  // `_template.ts` is none.
  return files.flatMap((file) => (file.endsWith(".ts") ? [file.slice(0, -3)] : [])).filter(isReportName);
}

async function read(name: string): Promise<StarterReport> {
  return { name, ...parseReportText(await readFile(new URL(`${name}.ts`, folder), "utf8")) };
}

/** All starter reports, by name. */
export async function listStarterReports(): Promise<readonly StarterReport[]> {
  return Promise.all((await namesOf()).toSorted().map(read));
}

/** The starter report of that name. */
export async function findStarterReport(name: string): Promise<StarterReport | undefined> {
  return (await namesOf()).includes(name) ? read(name) : undefined;
}
