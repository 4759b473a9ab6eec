import { existsSync } from "node:fs";
import type { Command } from "commander";
import { run } from "../../main/run.ts";
import { collectParameter, limitsOption, readNamedFile, sampleOption } from "../options.ts";
import { addRowOptions } from "../row-files.ts";
import type { Output } from "../output.ts";
import { showResult, type ShowOptions } from "../show-result.ts";
import { withHouse } from "../with-house.ts";

interface RunOptions extends ShowOptions {
  readonly yes?: boolean;
  readonly sample?: number;
  readonly confirm?: boolean;
  readonly limits?: string;
  readonly param?: Readonly<Record<string, string>>;
}

/** `attest run FILE|HASH`: checks, asks for approval, runs. */
export function addRun(program: Command, output: Output): void {
  addRowOptions(
    program
      .command("run <file-or-hash>")
      .description("check a snippet, ask for approval, run it")
      .option("--param <name=value>", "value of a parameter (may be repeated)", collectParameter)
      .addOption(sampleOption())
      .addOption(limitsOption())
      .option("--confirm", "read what stands behind the rows again at the end, and say what changed")
      .option("--yes", "approve a read-only snippet within default limits without seeing it"),
  )
    .option("--json", "print the whole answer as JSON")
    .action(async (name: string, options: RunOptions) => {
      process.exitCode = await withHouse(output, options, async (house, front) => {
        const isHash = !existsSync(name) && /^[0-9a-f]{8,64}$/.test(name);
        const what = isHash ? { hash: name } : { source: readNamedFile(name) };
        const result = await run(
          house,
          { ...what, parameters: options.param ?? {}, sampleSize: options.sample, confirm: options.confirm },
          front,
        );
        return showResult(result, output, options, name);
      });
    });
}
