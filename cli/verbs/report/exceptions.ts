import { type Command, Option } from "commander";
import { acceptException, removeException } from "../../../main/report/accept-exception.ts";
import { listExceptions } from "../../../main/report/list-exceptions.ts";
import { takeExceptions } from "../../../main/report/take-exceptions.ts";
import type { House } from "../../../main/house.ts";
import { exitCodes } from "../../exit-codes.ts";
import { collectParameter } from "../../options.ts";
import type { Output } from "../../output.ts";
import { renderExceptions } from "../../render/render-exceptions.ts";
import { renderJson } from "../../render/render-json.ts";
import { safeText } from "../../render/safe-text.ts";
import { withHouse } from "../../with-house.ts";

interface ExceptOptions {
  readonly key?: Readonly<Record<string, string>>;
  readonly owner: string;
  readonly ticket: string;
  readonly expires: string;
  readonly reason?: string;
  readonly json?: boolean;
}

/** `attest report except NAME`: accepts the rows of one key, for an owner, a ticket and a time. */
export function addReportExcept(report: Command, output: Output): void {
  report
    .command("except <name>")
    .description("accept rows of a report: they stand apart in its answers, with owner, ticket and last day")
    .option("--key <column=value>", "value of a key column of the report (once for each)", collectParameter)
    .requiredOption("--owner <who>", "who answers for it")
    .requiredOption("--ticket <id>", "where it was decided")
    .requiredOption("--expires <day>", "the last day on which it holds, such as 2026-12-31")
    .option("--reason <text>", "why it is accepted")
    .option("--json", "print it as JSON")
    .action(async (name: string, { json, key = {}, ...given }: ExceptOptions) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const exception = await acceptException(house, { report: name, key, ...given });
        const { owner, ticket, expires } = exception;
        output.answer(
          json === true
            ? renderJson(exception)
            : `Accepted until ${expires} (${safeText(owner)}, ${safeText(ticket)}).`,
        );
        return exitCodes.answered;
      });
    });
}

interface ExceptionsOptions {
  readonly from?: string;
  readonly remove?: Readonly<Record<string, string>>;
  readonly json?: boolean;
}

async function change(house: House, name: string, { from, remove }: ExceptionsOptions, output: Output): Promise<void> {
  if (from !== undefined) {
    const taken = await takeExceptions(house, name, from);
    output.say(`${taken.length} exceptions taken; they are all that ${name} has for this org.`);
  }
  if (remove !== undefined) {
    await removeException(house, name, remove);
    output.say("Taken away.");
  }
}

/** `attest report exceptions NAME`: the accepted exceptions of a report; `--from` puts those of a file in their place. */
export function addReportExceptions(report: Command, output: Output): void {
  report
    .command("exceptions <name>")
    .description("the accepted exceptions of a report, those that have ended too")
    .addOption(new Option("--from <file>", "put those of a CSV or JSON file in their place").conflicts("remove"))
    .option("--remove <column=value>", "take one away by its key (once for each column)", collectParameter)
    .option("--json", "print them as JSON")
    .action(async (name: string, options: ExceptionsOptions) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        await change(house, name, options, output);
        const list = await listExceptions(house, name);
        output.answer(options.json === true ? renderJson(list) : renderExceptions(list));
        return exitCodes.answered;
      });
    });
}
