import type { Command } from "commander";
import { listJournal, showJournal, showModelConversation, verifyJournal } from "../../main/journal.ts";
import { exitCodes } from "../exit-codes.ts";
import { wholeNumber } from "../options.ts";
import type { Output } from "../output.ts";
import { renderRunList, renderRunRecord, renderVerification } from "../render/render-journal.ts";
import { withHouse } from "../with-house.ts";
import { renderJson } from "../render/render-json.ts";
import { renderModelConversation } from "../render/render-model-conversation.ts";

interface JsonOption {
  readonly json?: boolean;
}

function addList(journal: Command, output: Output): void {
  journal
    .command("list")
    .description("runs, newest first")
    .option("--limit <n>", "how many", (text: string) => wholeNumber(text, 1, 100_000), 20)
    .option("--json", "print them as JSON")
    .action(async (options: JsonOption & { readonly limit: number }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const runs = listJournal(house, options.limit);
        output.answer(options.json === true ? renderJson(runs) : renderRunList(runs));
        return exitCodes.answered;
      });
    });
}

function addShow(journal: Command, output: Output): void {
  journal
    .command("show <run>")
    .description("one run: what was approved beside what was done")
    .option("--model", "what was sent to the model for it, word for word, and what came back")
    .option("--json", "print it as JSON")
    .action(async (name: string, options: JsonOption & { readonly model?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        if (options.model === true) {
          const conversation = showModelConversation(house, name);
          output.answer(options.json === true ? renderJson(conversation) : renderModelConversation(conversation));
          return exitCodes.answered;
        }
        const record = showJournal(house, name);
        output.answer(options.json === true ? renderJson(record) : renderRunRecord(record));
        return exitCodes.answered;
      });
    });
}

function addVerify(journal: Command, output: Output): void {
  journal
    .command("verify")
    .description("check every chain of the journal; names the first bad entry")
    .option("--bodies", "check every kept response against its hash too")
    .option("--json", "print the result as JSON")
    .action(async (options: JsonOption & { readonly bodies?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const report = verifyJournal(house, options.bodies === true);
        output.answer(options.json === true ? renderJson(report) : renderVerification(report));
        return report.clean ? exitCodes.answered : exitCodes.failed;
      });
    });
}

/** `attest journal list|show|verify`: what was done, and the proof that nothing was altered. */
export function addJournal(program: Command, output: Output): void {
  const journal = program.command("journal").description("what was done, and the proof that nothing was altered");
  addList(journal, output);
  addShow(journal, output);
  addVerify(journal, output);
}
