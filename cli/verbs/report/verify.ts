import { confirm } from "@inquirer/prompts";
import type { Command } from "commander";
import { acceptReport } from "../../../main/report/accept-report.ts";
import { type VerifiedLibrary, type VerifiedReport, verifyReports } from "../../../main/report/verify-reports.ts";
import type { House } from "../../../main/house.ts";
import { exitCodes } from "../../exit-codes.ts";
import type { Output } from "../../output.ts";
import { renderFailure } from "../../render/render-failure.ts";
import { renderJson } from "../../render/render-json.ts";
import { renderVerified } from "../../render/render-verified.ts";
import { withHouse } from "../../with-house.ts";

interface VerifyOptions {
  readonly acceptEqual?: boolean;
  readonly json?: boolean;
}

/** A saved report that may be accepted unseen: the same review, and the same bytes in every replay. */
function isEqual({ state, settled, replays, version }: VerifiedReport): boolean {
  return state === "equal" && !settled && version !== null && replays.every((one) => one.verdict === "identical");
}

function codeOf({ reports, unreadable }: VerifiedLibrary): number {
  if (reports.some((one) => one.state === "changed" || one.state === "findings")) return exitCodes.findings;
  const replayed = reports.every((one) => one.replays.every(({ verdict }) => verdict === "identical"));
  return replayed && unreadable.length === 0 ? exitCodes.answered : exitCodes.failed;
}

async function acceptEqual(house: House, equal: readonly VerifiedReport[], output: Output): Promise<void> {
  for (const { name, reviewHash } of equal) if (reviewHash !== null) await acceptReport(house, name, reviewHash);
  output.say(`Accepted under this build: ${equal.map((one) => one.name).join(", ")}`);
}

/** `attest report verify`: checks and replays all reports with the build of today; offers to accept what is equal. */
export function addReportVerify(report: Command, output: Output): void {
  report
    .command("verify")
    .description(
      "after an upgrade or a change of the org's attributes: check all reports again, replay their last runs",
    )
    .option("--accept-equal", "accept all whose review and replayed rows are equal")
    .option("--json", "print the result as JSON")
    .action(async (options: VerifyOptions) => {
      process.exitCode = await withHouse(output, {}, async (house, front) => {
        const verified = await verifyReports(house, front);
        output.answer(options.json === true ? renderJson(verified) : renderVerified(verified));
        for (const failure of verified.unreadable) output.say(renderFailure(failure));
        const equal = verified.reports.filter(isEqual);
        const isAccepted =
          equal.length > 0 &&
          (options.acceptEqual === true ||
            (output.interactive &&
              (await confirm({ message: `Accept all ${equal.length} that are equal?` }, { output: process.stderr }))));
        if (isAccepted) await acceptEqual(house, equal, output);
        return codeOf(verified);
      });
    });
}

/** `attest report accept NAME HASH`: accepts a review that has changed, by its hash. */
export function addReportAccept(report: Command, output: Output): void {
  report
    .command("accept <name> <hash>")
    .description("accept a report's changed review, which verify shows, for the org in use")
    .action(async (name: string, hash: string) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const { reviewHash } = await acceptReport(house, name, hash);
        output.answer(`Accepted ${name} under review ${reviewHash.slice(0, 16)}.`);
        return exitCodes.answered;
      });
    });
}
