import { input, password } from "@inquirer/prompts";
import type { Command } from "commander";
import { forgetMailServer, storeMailServer } from "../../../main/delivery/mail-server.ts";
import { Failure } from "../../../terms/failure.ts";
import { exitCodes } from "../../exit-codes.ts";
import type { Output } from "../../output.ts";
import { safeText } from "../../render/safe-text.ts";
import { withHouse } from "../../with-house.ts";

function noTerminal(): Failure<"config/missing"> {
  return new Failure(
    "config/missing",
    { setting: "SMTP_URL" },
    {
      found: "SMTP_URL is not set, and there is no terminal to ask on.",
      why: "A password on the command line would stand in the shell's history and in the process list.",
      help: "Run it in a terminal, or set SMTP_URL and SMTP_FROM in the environment: they are stored then.",
    },
  );
}

/** `attest schedule smtp`: tries the mail server that mails are handed over to, and stores it. */
export function addScheduleSmtp(schedule: Command, output: Output): void {
  const ask = async (question: () => Promise<string>): Promise<string> => {
    if (!output.interactive) throw noTerminal();
    return (await question()).trim();
  };
  const [url, from] = ["Mail server (smtps://user:password@host)", "Address that mail is from (default: the user)"];
  const stream = { output: process.stderr };
  schedule
    .command("smtp")
    .description("try the mail server for deliveries and store it: SMTP_URL and SMTP_FROM, or what is typed in")
    .option("--remove", "forget the stored one")
    .action(async (options: { readonly remove?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        if (options.remove === true) {
          await forgetMailServer(house);
          output.answer("No mail server is stored any more.");
          return exitCodes.answered;
        }
        const stored = await storeMailServer(house, {
          url: () => ask(() => password({ message: url, mask: true }, stream)),
          from: () => ask(() => input({ message: from }, stream)),
        });
        output.answer(`Mail is from ${safeText(stored.from)}. Stored for later in ${stored.storedIn}.`);
        return exitCodes.answered;
      });
    });
}
