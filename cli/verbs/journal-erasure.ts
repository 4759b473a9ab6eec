import { InvalidArgumentError, type Command } from "commander";
import { forgetRun, pinRun, pruneJournal } from "../../main/erase-from-journal.ts";
import { forgetPerson } from "../../main/forget/forget-person.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { renderErasure, renderForgotten, renderUsage } from "../render/render-erasure.ts";
import { renderJson } from "../render/render-json.ts";
import { withHouse } from "../with-house.ts";

interface JsonOption {
  readonly json?: boolean;
}

function addForget(journal: Command, output: Output): void {
  journal
    .command("forget [run]")
    .description("erase a run, or with --person everything that names a person; the chains still verify")
    .option("--person <login>", "the person with that login, in every run")
    .option("--json", "print the result as JSON")
    .action(async (run: string | undefined, options: JsonOption & { readonly person?: string }) => {
      const { person } = options;
      if ((run === undefined) === (person === undefined))
        throw new InvalidArgumentError("name a run, or --person LOGIN");
      process.exitCode = await withHouse(output, {}, async (house) => {
        if (person === undefined) {
          const report = await forgetRun(house, run ?? "");
          output.answer(options.json === true ? renderJson(report) : renderErasure(report));
          return exitCodes.answered;
        }
        const report = await forgetPerson(house, person);
        output.answer(options.json === true ? renderJson(report) : renderForgotten(report));
        return report.files.left.length > 0 || report.lingering ? exitCodes.failed : exitCodes.answered;
      });
    });
}

function addPrune(journal: Command, output: Output): void {
  journal
    .command("prune")
    .description("erase the responses of runs whose time is over, and give the room back")
    .option("--json", "print the result as JSON")
    .action(async (options: JsonOption) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const report = await pruneJournal(house);
        const text = `${renderErasure(report)}\n${renderUsage(report.usage)}`;
        output.answer(options.json === true ? renderJson(report) : text);
        return exitCodes.answered;
      });
    });
}

function addPin(journal: Command, output: Output, name: "pin" | "unpin"): void {
  const pinned = name === "pin";
  journal
    .command(`${name} <run>`)
    .description(pinned ? "keep a run whatever its age" : "let a run go when its time is over")
    .action(async (run: string) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const whole = await pinRun(house, run, pinned);
        output.answer(`The run ${whole} is ${pinned ? "kept whatever its age" : "kept for its time, and no longer"}.`);
        return exitCodes.answered;
      });
    });
}

/** `attest journal forget|prune|pin|unpin`: what is erased, and what is not. */
export function addJournalErasure(journal: Command, output: Output): void {
  addForget(journal, output);
  addPrune(journal, output);
  addPin(journal, output, "pin");
  addPin(journal, output, "unpin");
}
