import type { Command } from "commander";
import { listApprovals, revokeApproval, showApprovals } from "../../main/approvals.ts";
import { exitCodes } from "../exit-codes.ts";
import { wholeNumber } from "../options.ts";
import type { Output } from "../output.ts";
import { renderApprovalHistory, renderApprovals, renderRevoked } from "../render/render-approvals.ts";
import { renderJson } from "../render/render-json.ts";
import { withHouse } from "../with-house.ts";

interface JsonOption {
  readonly json?: boolean;
}

/** `attest approvals list|show|revoke`: what may run without being asked for again, and how to take that back. */
export function addApprovals(program: Command, output: Output): void {
  const approvals = program.command("approvals").description("what was approved, and what was taken back");
  approvals
    .command("list")
    .description("approvals, newest first")
    .option("--limit <n>", "how many", (text: string) => wholeNumber(text, 1, 100_000), 20)
    .option("--json", "print them as JSON")
    .action(async (options: JsonOption & { readonly limit: number }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const list = listApprovals(house, options.limit);
        output.answer(options.json === true ? renderJson(list) : renderApprovals(list));
        return exitCodes.answered;
      });
    });
  approvals
    .command("show <hash>")
    .description("who approved one review, when, how and within which limits")
    .option("--json", "print it as JSON")
    .action(async (hash: string, options: JsonOption) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const list = showApprovals(house, hash);
        output.answer(options.json === true ? renderJson(list) : renderApprovalHistory(list));
        return exitCodes.answered;
      });
    });
  approvals
    .command("revoke <hash>")
    .description("take back what was approved of a review: it asks again before it runs")
    .option("--json", "print what stood until now as JSON")
    .action(async (hash: string, options: JsonOption) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const revoked = await revokeApproval(house, hash);
        output.answer(options.json === true ? renderJson(revoked) : renderRevoked(revoked));
        return exitCodes.answered;
      });
    });
}
