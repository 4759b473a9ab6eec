import { type Command, InvalidArgumentError } from "commander";
import { approve } from "../../main/approve.ts";
import { approveStanding } from "../../main/standing.ts";
import { exitCodes } from "../exit-codes.ts";
import { wholeNumber } from "../options.ts";
import type { Output } from "../output.ts";
import { renderGivenStanding } from "../render/render-approvals.ts";
import { withHouse } from "../with-house.ts";
import { renderJson } from "../render/render-json.ts";

interface ApproveOptions {
  readonly sign?: string;
  readonly standing?: boolean;
  readonly scopes?: readonly string[];
  readonly calls: number;
  readonly days: number;
  readonly json?: boolean;
}

async function giveStanding(output: Output, { scopes = [], calls, days, json }: ApproveOptions): Promise<number> {
  return withHouse(output, {}, async (house) => {
    const standing = await approveStanding(house, { scopes, calls, days });
    output.answer(json === true ? renderJson(standing) : renderGivenStanding(standing));
    return exitCodes.answered;
  });
}

async function giveOne(output: Output, hash: string, { sign, json }: ApproveOptions): Promise<number> {
  return withHouse(output, {}, async (house) => {
    const approval = await approve(house, hash, sign);
    const short = approval.reviewHash.slice(0, 16);
    const signed = approval.signature === undefined ? "" : " and signed";
    const said = `Approved${signed} ${short} for ${approval.org}. To run it: attest run ${short}`;
    output.answer(json === true ? renderJson(approval) : said);
    return exitCodes.answered;
  });
}

/** `attest approve HASH`: approves a snippet that was shown before, or with `--standing` what is asked, for the org in use. */
export function addApprove(program: Command, output: Output): void {
  program
    .command("approve [hash]")
    .description("approve a snippet by the hash of its review, or with --standing what is asked within bounds")
    .option("--sign <file>", "sign it with the private SSH key in a file")
    .option("--standing", "approve what is asked from now on: reads alone, no System Log, no secrets")
    .option("--scopes <scopes>", "with --standing: the scopes that it may need", (text: string) => text.split(","))
    .option("--calls <n>", "with --standing: requests of one run", (text: string) => wholeNumber(text, 1, 10_000), 200)
    .option("--days <n>", "with --standing: days until it ends", (text: string) => wholeNumber(text, 1, 90), 7)
    .option("--json", "print the approval as JSON")
    .action(async (hash: string | undefined, options: ApproveOptions) => {
      const isStanding = options.standing === true;
      if ((hash === undefined) !== isStanding) throw new InvalidArgumentError("name a review, or --standing");
      process.exitCode = await (isStanding ? giveStanding(output, options) : giveOne(output, hash ?? "", options));
    });
}
