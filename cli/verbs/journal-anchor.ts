import type { Command } from "commander";
import { anchorJournal } from "../../main/anchor-journal.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { renderAnchor } from "../render/render-anchor.ts";
import { renderJson } from "../render/render-json.ts";
import { withHouse } from "../with-house.ts";

/** `attest journal anchor`: signs the end of the journal, to be kept where it cannot be taken back. */
export function addJournalAnchor(journal: Command, output: Output): void {
  journal
    .command("anchor")
    .description(
      "sign the end of the journal as it is now, for verify --anchors to find what was cut off or rewritten since",
    )
    .option("--to <place>", "append it to a file outside the data folder, or post it to a webhook")
    .option("--json", "print the result as JSON")
    .action(async ({ to, json }: { readonly to?: string; readonly json?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house, front) => {
        const anchored = await anchorJournal(house, to, front.signal);
        output.answer(json === true ? renderJson(anchored) : renderAnchor(anchored));
        return exitCodes.answered;
      });
    });
}
