import { Argument, type Command } from "commander";
import { resend } from "../../main/resend.ts";
import { exitCodes } from "../exit-codes.ts";
import { wholeNumber } from "../options.ts";
import type { Output } from "../output.ts";
import { renderJson } from "../render/render-json.ts";
import { renderResend } from "../render/render-resend.ts";
import { withHouse } from "../with-house.ts";

/** `attest resend RUN N`: sends a recorded request again, and says what differs now. */
export function addResend(program: Command, output: Output): void {
  program
    .command("resend <run>")
    .description("send a recorded read of a run again, exactly as it was, and say what differs now")
    .addArgument(
      new Argument("<n>", "number of the request, from 0; journal show RUN --requests has them").argParser(
        (text: string) => wholeNumber(text, 0, 10_000_000),
      ),
    )
    .option("--json", "print the whole comparison as JSON")
    .action(async (name: string, step: number, { json }: { readonly json?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house, front) => {
        const report = await resend(house, name, step, front.signal);
        output.answer(json === true ? renderJson(report) : renderResend(report));
        // What failed then too has not changed: that is an answer.
        return report.now.kind === "failed" && report.recorded.kind !== "failed"
          ? exitCodes.failed
          : exitCodes.answered;
      });
    });
}
