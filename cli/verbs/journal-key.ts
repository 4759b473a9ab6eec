import { type Command, Option } from "commander";
import type { KeyPlace } from "../../main/config/journal-key-holder.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { safeText } from "../render/safe-text.ts";
import { withHouse } from "../with-house.ts";

/** `attest journal key`: says where the key is that the journal is encrypted with, and moves it. */
export function addJournalKey(journal: Command, output: Output): void {
  journal
    .command("key")
    .description("say where the key is that the journal is encrypted with, or move it")
    .addOption(new Option("--to <place>", "move it there").choices(["keychain", "file"]))
    .action(async ({ to }: { readonly to?: KeyPlace }) => {
      process.exitCode = await withHouse(output, {}, async ({ key }) => {
        if (to !== undefined) await key.move(to);
        output.answer(`The journal's key is in ${safeText(key.where)}.`);
        return exitCodes.answered;
      });
    });
}
