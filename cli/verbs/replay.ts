import type { Command } from "commander";
import { replay } from "../../main/replay.ts";
import { exitCodes } from "../exit-codes.ts";
import { readNamedFile } from "../options.ts";
import type { Output } from "../output.ts";
import { renderFindings } from "../render/render-failure.ts";
import { renderReplay } from "../render/render-replay.ts";
import { withHouse } from "../with-house.ts";
import { renderJson } from "../render/render-json.ts";

interface ReplayOptions {
  readonly json?: boolean;
  readonly changed?: string;
}

/** `attest replay RUN`: runs it again from the journal, without the network. */
export function addReplay(program: Command, output: Output): void {
  program
    .command("replay <run>")
    .description("run again from the journal, without the network (a run's id, its beginning, or last)")
    .option("--changed <file>", "replay an edited snippet over the same responses")
    .option("--json", "print the result as JSON")
    .action(async (name: string, options: ReplayOptions) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const changed = options.changed === undefined ? undefined : readNamedFile(options.changed);
        const result = await replay(house, name, changed);
        if (result.kind === "findings") {
          output.answer(
            options.json === true
              ? renderJson({ findings: result.findings })
              : renderFindings(result.findings, changed ?? "", options.changed ?? name),
          );
          return exitCodes.findings;
        }
        output.answer(options.json === true ? renderJson(result.report) : renderReplay(result.report));
        return result.report.verdict === "identical" || (changed !== undefined && result.report.verdict === "different")
          ? exitCodes.answered
          : exitCodes.failed;
      });
    });
}
