import type { Command } from "commander";
import { exportRun } from "../../main/export-run.ts";
import { importRun } from "../../main/import-run.ts";
import { listJournal, searchJournal, showJournal, showModelConversation, verifyJournal } from "../../main/journal.ts";
import { packRuns } from "../../main/pack-runs.ts";
import { exitCodes } from "../exit-codes.ts";
import { wholeNumber } from "../options.ts";
import type { Output } from "../output.ts";
import { renderRequests, renderRunList, renderRunRecord, renderVerification } from "../render/render-journal.ts";
import { renderExport, renderImport, renderPack } from "../render/render-transfer.ts";
import { safeText } from "../render/safe-text.ts";
import { addJournalAnchor } from "./journal-anchor.ts";
import { addJournalKey } from "./journal-key.ts";
import { addJournalErasure } from "./journal-erasure.ts";
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
    .option("--requests", "its requests by number")
    .option("--json", "print it as JSON")
    .action(async (name: string, options: JsonOption & { readonly model?: boolean; readonly requests?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        if (options.model === true) {
          const conversation = showModelConversation(house, name);
          output.answer(options.json === true ? renderJson(conversation) : renderModelConversation(conversation));
          return exitCodes.answered;
        }
        const record = showJournal(house, name);
        const text = options.requests === true ? renderRequests(record) : renderRunRecord(record);
        output.answer(options.json === true ? renderJson(record) : text);
        return exitCodes.answered;
      });
    });
}

function addVerify(journal: Command, output: Output): void {
  journal
    .command("verify")
    .description("check every chain of the journal; names the first bad entry")
    .option("--bodies", "check every kept response against its hash too")
    .option("--anchors <file>", "hold the journal against a copy of its anchors that was kept elsewhere too")
    .option("--json", "print the result as JSON")
    .action(async (options: JsonOption & { readonly bodies?: boolean; readonly anchors?: string }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const report = verifyJournal(house, options.bodies === true, options.anchors);
        output.answer(options.json === true ? renderJson(report) : renderVerification(report));
        return report.clean ? exitCodes.answered : exitCodes.failed;
      });
    });
}

function addSearch(journal: Command, output: Output): void {
  journal
    .command("search <words...>")
    .description("runs whose question, title, parameters, operations, org or operator have all the words, newest first")
    .option("--limit <n>", "how many", (text: string) => wholeNumber(text, 1, 100_000), 20)
    .option("--json", "print them as JSON")
    .action(async (words: string[], options: JsonOption & { readonly limit: number }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const runs = searchJournal(house, words, options.limit);
        const none = `No run of the journal has all of these words: ${words.join(", ")}.`;
        output.answer(options.json === true ? renderJson(runs) : renderRunList(runs, safeText(none)));
        return exitCodes.answered;
      });
    });
}

function addExport(journal: Command, output: Output): void {
  journal
    .command("export <run> <file>")
    .description("write a run as one file that another machine verifies and replays")
    .option("--json", "print the result as JSON")
    .action(async (name: string, file: string, options: JsonOption) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const exported = await exportRun(house, name, file);
        output.answer(options.json === true ? renderJson(exported) : renderExport(exported));
        return exitCodes.answered;
      });
    });
}

function addImport(journal: Command, output: Output): void {
  journal
    .command("import <file>")
    .description("verify an exported run and take it in, to be shown, traced and replayed here")
    .option("--json", "print the result as JSON")
    .action(async (file: string, options: JsonOption) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const imported = await importRun(house, file);
        output.answer(options.json === true ? renderJson(imported) : renderImport(imported));
        return exitCodes.answered;
      });
    });
}

function addPack(journal: Command, output: Output): void {
  journal
    .command("pack <runs...>")
    .description("write runs as one archive for an auditor, who verifies it without Attest")
    .requiredOption("--out <file>", "the zip file to write")
    .option("--json", "print the result as JSON")
    .action(async (names: string[], options: JsonOption & { readonly out: string }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const pack = await packRuns(house, names, options.out);
        output.answer(options.json === true ? renderJson(pack) : renderPack(pack));
        return exitCodes.answered;
      });
    });
}

/** `attest journal list|search|show|verify|export|import`: what was done, and the proof that nothing was altered. */
export function addJournal(program: Command, output: Output): void {
  const journal = program.command("journal").description("what was done, and the proof that nothing was altered");
  addList(journal, output);
  addShow(journal, output);
  addSearch(journal, output);
  addVerify(journal, output);
  addJournalAnchor(journal, output);
  addJournalKey(journal, output);
  addJournalErasure(journal, output);
  addExport(journal, output);
  addImport(journal, output);
  addPack(journal, output);
}
