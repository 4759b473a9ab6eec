import type { Command } from "commander";
import type { Output } from "../output.ts";
import { addReportList } from "./report/list.ts";
import { addReportRun } from "./report/run.ts";
import { addReportShow } from "./report/show.ts";

/** `attest report …`: vetted snippets by name. */
export function addReport(program: Command, output: Output): void {
  const report = program.command("report").description("vetted snippets with parameters, versions and approvals");
  for (const add of [addReportList, addReportShow, addReportRun]) add(report, output);
}
