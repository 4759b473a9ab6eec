import type { Command } from "commander";
import { doctor, type DoctorLine } from "../../main/doctor.ts";
import { doctorReports } from "../../main/doctor-reports.ts";
import type { Front } from "../../main/front.ts";
import type { House } from "../../main/house.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { renderDoctor, renderReportCounts } from "../render/render-doctor.ts";
import { withHouse } from "../with-house.ts";
import { renderJson } from "../render/render-json.ts";

async function linesOf(
  house: House,
  { signal }: Front,
  output: Output,
  ofReports: boolean,
): Promise<readonly DoctorLine[]> {
  if (!ofReports) return doctor(house, signal);
  const { kind, lines } = await doctorReports(house, signal);
  if (kind === "reports") output.say(renderReportCounts(lines));
  return lines;
}

/** `attest doctor`: what works and what does not; with `--reports`, which reports can run. */
export function addDoctor(program: Command, output: Output): void {
  program
    .command("doctor")
    .description(
      "say what works and what does not: org, credential, limits, sandbox, model, journal; read the org's attributes anew",
    )
    .option("--reports", "say which reports this credential can and cannot run, and why; none is run")
    .option("--json", "print it as JSON")
    .action(async (options: { readonly reports?: boolean; readonly json?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house, front) => {
        const lines = await linesOf(house, front, output, options.reports === true);
        output.answer(options.json === true ? renderJson(lines) : renderDoctor(lines));
        return lines.some((line) => line.state === "broken") ? exitCodes.failed : exitCodes.answered;
      });
    });
}
