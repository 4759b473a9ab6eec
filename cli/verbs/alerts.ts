import type { Command } from "commander";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { renderAlerts } from "../render/render-alerts.ts";
import { renderJson } from "../render/render-json.ts";
import { withHouse } from "../with-house.ts";

/** `attest alerts`: what stands that was alerted. */
export function addAlerts(program: Command, output: Output): void {
  program
    .command("alerts")
    .description(
      "what was alerted and has not cleared: refused credential, 429s, API errors, drift, gates, an old token",
    )
    .option("--json", "print them as JSON")
    .action(async (options: { readonly json?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const alerts = await house.alerts().list();
        output.answer(options.json === true ? renderJson(alerts) : renderAlerts(alerts));
        return exitCodes.answered;
      });
    });
}
