import type { Command } from "commander";
import type { Output } from "../output.ts";
import { addReportDiff } from "./report/diff.ts";
import { addReportEdit, addReportExport, addReportImport } from "./report/edit.ts";
import { addReportExcept, addReportExceptions } from "./report/exceptions.ts";
import { addReportHistory } from "./report/history.ts";
import { addReportList } from "./report/list.ts";
import { addReportRun } from "./report/run.ts";
import { addReportSave } from "./report/save.ts";
import { addReportShow } from "./report/show.ts";
import { addReportAccept, addReportVerify } from "./report/verify.ts";

/** `attest report …`: vetted snippets by name. */
export function addReport(program: Command, output: Output): void {
  const report = program.command("report").description("vetted snippets with parameters, versions and approvals");
  for (const add of [
    addReportList,
    addReportShow,
    addReportRun,
    addReportSave,
    addReportEdit,
    addReportDiff,
    addReportHistory,
    addReportExcept,
    addReportExceptions,
    addReportExport,
    addReportImport,
    addReportVerify,
    addReportAccept,
  ]) {
    add(report, output);
  }
}
