import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import { schemaForRun } from "../org/schema-for-run.ts";
import type { RunResult } from "../run-report.ts";
import { runSnippet } from "../run/run-snippet.ts";
import { noteApprovedRun } from "./accept-report.ts";
import { applyExceptions } from "./apply-exceptions.ts";
import { getNamedReport } from "./named-report.ts";

/** Which report is to be run, and with what. */
export interface ReportRequest {
  readonly name: string;
  /** Values as the operator typed them. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly sampleSize?: number | undefined;
}

/** Checks a report, finds its approval or asks for one, runs it, and sets its accepted exceptions apart. No model is asked. Throws `library/not-found`. */
export async function runReport(house: House, request: ReportRequest, front: Front): Promise<RunResult> {
  const { name, parameters, sampleSize } = request;
  const report = await getNamedReport(house, name);
  const result = await runSnippet(
    house,
    {
      source: report.source,
      planner: "report",
      orgSchema: await schemaForRun(house, front),
      saved: report.parameters,
      parameters,
      sampleSize,
      question: report.question,
      definitions: report.definitions,
      report: { name, version: report.version },
    },
    front,
  );
  if (result.kind !== "report") return result;
  if (report.acceptedHash !== null && result.report.run !== null) {
    await noteApprovedRun(house, name, result.report.run);
  }
  return { kind: "report", report: await applyExceptions(house, report, result.report) };
}
