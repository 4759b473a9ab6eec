import type { Command } from "commander";
import { listApprovals, revokeApproval, showApprovals } from "../../main/approvals.ts";
import { listStanding, revokeStanding } from "../../main/standing.ts";
import { exitCodes } from "../exit-codes.ts";
import { wholeNumber } from "../options.ts";
import type { Output } from "../output.ts";
import { renderApprovalHistory, renderApprovals, renderRevoked, renderStanding } from "../render/render-approvals.ts";
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
        const [list, standing] = [listApprovals(house, options.limit), listStanding(house)];
        const text = `${renderStanding(standing)}${renderApprovals(list)}`;
        output.answer(options.json === true ? renderJson({ approvals: list, standing }) : text);
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
    .description("take back what was approved of a review, or a standing approval: it asks again before it runs")
    .option("--json", "print what stood until now as JSON")
    .action(async (hash: string, options: JsonOption) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        if (listStanding(house).some((one) => one.id === hash)) {
          const standing = await revokeStanding(house, hash);
          output.answer(options.json === true ? renderJson(standing) : `Taken back: the standing approval ${hash}.`);
          return exitCodes.answered;
        }
        const revoked = await revokeApproval(house, hash);
        output.answer(options.json === true ? renderJson(revoked) : renderRevoked(revoked));
        return exitCodes.answered;
      });
    });
}
