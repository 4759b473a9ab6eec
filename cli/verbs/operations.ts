import type { Command } from "commander";
import Table from "cli-table3";
import { describeOperation } from "../../main/operation-page.ts";
import { findOperations, type ListedOperation } from "../../main/operations.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { renderOperation } from "../render/render-operation.ts";
import { withHouse } from "../with-house.ts";
import { renderJson } from "../render/render-json.ts";

interface JsonOption {
  readonly json?: boolean;
}

function renderList(found: readonly ListedOperation[], words: readonly string[]): string {
  if (found.length === 0) return `No operation fits ${words.join(" ")}.`;
  const table = new Table({
    head: ["operation", "request", "effect", "scopes", "for"],
    style: { head: [], border: [], compact: true },
    colWidths: [null, null, null, null, 60],
    wordWrap: true,
  });
  for (const one of found)
    table.push([one.operationId, `${one.method} ${one.path}`, one.effect, one.scopes.join(" "), one.summary]);
  return table.toString();
}

/** The facts that scripts rely on; the summary is for people. */
function asJson(found: readonly ListedOperation[]): string {
  const facts = found.map(({ operationId, method, path, effect, scopes }) => ({
    operationId,
    method,
    path,
    effect,
    scopes,
  }));
  return renderJson(facts);
}

/** `attest operations [words]` and `attest operations show ID`: Okta's operations, and everything known of one. */
export function addOperations(program: Command, output: Output): void {
  const operations = program
    .command("operations [words...]")
    .description("Okta's operations, found by words; all of them without words; show ID: everything known of one")
    .option("--json", "print them as JSON")
    .action((words: string[], options: JsonOption) => {
      const found = findOperations(words);
      output.answer(options.json === true ? asJson(found) : renderList(found, words));
      process.exitCode = exitCodes.answered;
    });
  operations
    .command("show <operationId>")
    .description("request, effect, scopes, parameters, filter rules, limits, notes, caveats and types of one operation")
    .option("--json", "print it as JSON")
    .action(async (name: string, _options: JsonOption, command: Command) => {
      // The verb above has the same option, and takes it wherever it stands.
      const { json } = command.optsWithGlobals<JsonOption>();
      process.exitCode = await withHouse(output, {}, async (house) => {
        const page = await describeOperation(house, name);
        output.answer(json === true ? renderJson(page) : renderOperation(page));
        return exitCodes.answered;
      });
    });
}
