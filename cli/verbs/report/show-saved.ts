import type { SaveResult } from "../../../main/report/save-report.ts";
import { exitCodes } from "../../exit-codes.ts";
import type { Output } from "../../output.ts";
import { renderFindings } from "../../render/render-failure.ts";
import { renderJson } from "../../render/render-json.ts";

/** Prints what came of saving a report, and gives the exit code. */
export function showSaved(result: SaveResult, output: Output, json: boolean): number {
  if (json) output.answer(renderJson(result));
  if (result.kind === "findings") {
    if (!json) output.answer(renderFindings(result.findings, result.source, "snippet"));
    return exitCodes.findings;
  }
  const { name, version } = result;
  const done = result.kind === "saved" ? "saved" : "unchanged";
  const key = version.keyColumns.length === 0 ? "" : `, rows told apart by ${version.keyColumns.join(", ")}`;
  if (!json) output.answer(`${name}, version ${version.number}: ${done}${key}. To run it: attest report run ${name}`);
  return exitCodes.answered;
}
