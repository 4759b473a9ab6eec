import type { Command } from "commander";
import { doctor, type DoctorLine } from "../../main/doctor.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { safeText } from "../render/safe-text.ts";
import { withHouse } from "../with-house.ts";
import { renderJson } from "../render/render-json.ts";

function renderLine(line: DoctorLine): string {
  const first = `${line.state.padEnd(6)}  ${line.subject}: ${safeText(line.found)}`;
  return line.help === undefined ? first : `${first}\n        What to do: ${safeText(line.help)}`;
}

/** `attest doctor`: what works and what does not. */
export function addDoctor(program: Command, output: Output): void {
  program
    .command("doctor")
    .description(
      "say what works and what does not: org, role, sandbox, model, data folder; read the org's attributes anew",
    )
    .option("--json", "print it as JSON")
    .action(async (options: { readonly json?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house, front) => {
        const lines = await doctor(house, front.signal);
        output.answer(options.json === true ? renderJson(lines) : lines.map(renderLine).join("\n"));
        return lines.some((line) => line.state === "broken") ? exitCodes.failed : exitCodes.answered;
      });
    });
}
