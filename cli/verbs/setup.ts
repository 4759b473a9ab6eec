import type { Command } from "commander";
import { setup } from "../../main/setup.ts";
import { exitCodes } from "../exit-codes.ts";
import { collectNames } from "../options.ts";
import type { Output } from "../output.ts";
import { renderJson } from "../render/render-json.ts";
import { renderSetupSteps } from "../render/render-setup.ts";
import { renderTerraform } from "../render/render-terraform.ts";
import { withHouse } from "../with-house.ts";

interface SetupOptions {
  readonly operation?: readonly string[];
  readonly report?: readonly string[];
  readonly key?: string;
  readonly terraform?: boolean;
  readonly json?: boolean;
}

/** `attest setup`: the least that Attest needs in an org, as steps or as Terraform. Sends nothing. */
export function addSetup(program: Command, output: Output): void {
  program
    .command("setup")
    .description("print the service app, scopes and admin role that chosen reports or operations need; send nothing")
    .option("--operation <id>", "an operation that is to be read; may be given several times", collectNames)
    .option("--report <name>", "a report that is to run; may be given several times", collectNames)
    .option("--key <file>", "make a key: the private half into this new file, the public half into what is printed")
    .option("--terraform", "print it as Terraform for the provider okta/okta")
    .option("--json", "print it as JSON")
    .action(async (options: SetupOptions) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const { operation: operationIds = [], report: reports = [], key: keyFile } = options;
        const planned = await setup(house, { operationIds, reports, keyFile });
        if (options.json === true) output.answer(renderJson(planned));
        else output.answer(options.terraform === true ? renderTerraform(planned) : renderSetupSteps(planned, keyFile));
        if (options.terraform === true && keyFile !== undefined) {
          output.say(`The private key is in ${keyFile}, for you alone: set OKTA_PRIVATE_KEY_FILE to it.`);
        }
        return exitCodes.answered;
      });
    });
}
