import type { Command } from "commander";
import { approve } from "../../main/approve.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { withHouse } from "../with-house.ts";
import { renderJson } from "../render/render-json.ts";

/** `attest approve HASH`: approves a snippet that was shown before, for the org in use. */
export function addApprove(program: Command, output: Output): void {
  program
    .command("approve <hash>")
    .description("approve a snippet by the hash of its review")
    .option("--sign <file>", "sign it with the private SSH key in a file")
    .option("--json", "print the approval as JSON")
    .action(async (hash: string, options: { readonly sign?: string; readonly json?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const approval = await approve(house, hash, options.sign);
        output.answer(
          options.json === true
            ? renderJson(approval)
            : `Approved${approval.signature === undefined ? "" : " and signed"} ${approval.reviewHash.slice(0, 16)} for ${approval.org}. To run it: attest run ${approval.reviewHash.slice(0, 16)}`,
        );
        return exitCodes.answered;
      });
    });
}
