import { input, password } from "@inquirer/prompts";
import type { Command } from "commander";
import { connect } from "../../main/connect.ts";
import { connectDevice, type DeviceSignIn } from "../../main/connect-device.ts";
import { Failure } from "../../terms/failure.ts";
import { Secret } from "../../terms/secret.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { withHouse } from "../with-house.ts";

/** `attest connect`: asks for domain and token, tests them, stores them. */
export function addConnect(program: Command, output: Output): void {
  program
    .command("connect")
    .description("ask for domain and token, test them, store them")
    .action(async () => {
      if (!output.interactive) {
        throw new Failure(
          "config/missing",
          { setting: "a terminal" },
          {
            found: "There is no terminal to ask on.",
            why: "A token on the command line would stand in the shell's history and in the process list.",
            help: "Run it in a terminal, or set OKTA_DOMAIN and OKTA_API_TOKEN in the environment instead.",
          },
        );
      }
      process.exitCode = await withHouse(output, {}, async (house, front) => {
        const address = await input({ message: "Okta domain (acme.okta.com)" }, { output: process.stderr });
        const app = house.settings.oktaApp;
        if (app !== undefined && app.privateKey === undefined) {
          const show = ({ address: where, addressWithCode, userCode }: DeviceSignIn): void =>
            output.say(`Open ${where} on any device and type in ${userCode}, or open ${addressWithCode}`);
          const { origin, login, storedIn } = await connectDevice(house, { address, app }, show, front.signal);
          output.answer(`Connected to ${origin} as ${login}. Stored for later in ${storedIn}.`);
          return exitCodes.answered;
        }
        const token = await password({ message: "API token", mask: true }, { output: process.stderr });
        const connected = await connect(house, { address, token: new Secret(token.trim()) }, front.signal);
        output.answer(
          `Connected to ${connected.origin} as ${connected.login}. Stored for later in ${connected.storedIn}.`,
        );
        return exitCodes.answered;
      });
    });
}
