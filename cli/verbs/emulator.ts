import { Option, type Command } from "commander";
import { emulate } from "../../main/emulate.ts";
import { decimal, readNamedFile, wholeNumber } from "../options.ts";
import type { Output } from "../output.ts";

type Emulated = Awaited<ReturnType<typeof emulate>>;

interface EmulatorOptions {
  readonly users: number;
  readonly seed: number;
  readonly port: number;
  readonly dump?: string;
  readonly limits: "integrator" | "enterprise" | "workforce" | "none";
  readonly latency: number;
  readonly jitter?: number;
  readonly concurrent?: number;
  readonly lag?: number;
  readonly events?: number;
  readonly faults?: string;
  readonly serviceApp?: boolean;
  readonly hostileNames?: boolean;
}

/** The client id and the private key of the org's service apps, as they go into an environment. */
function serviceAppLines({ oauthApps }: Emulated): string {
  return oauthApps
    .map(({ clientId, privateKey }) => `\nOKTA_CLIENT_ID=${clientId}\nOKTA_PRIVATE_KEY='${JSON.stringify(privateKey)}'`)
    .join("");
}

/** `attest emulator`: serves an emulated Okta org on loopback until stopped. */
export function addEmulator(program: Command, output: Output): void {
  program
    .command("emulator")
    .description("serve an emulated Okta org on this machine until stopped")
    .option("--users <n>", "number of users", (text: string) => wholeNumber(text, 1, 200_000), 1200)
    .option("--seed <n>", "another seed, another org", (text: string) => wholeNumber(text, 0, 2 ** 31 - 1), 1)
    .option("--port <n>", "port; 0 takes any free one", (text: string) => wholeNumber(text, 0, 65_535), 0)
    .option("--dump <file>", "write the whole org as JSON before serving")
    .addOption(
      new Option("--limits <tier>", "rate limits")
        .choices(["integrator", "enterprise", "workforce", "none"])
        .default("none"),
    )
    .option(
      "--latency <ms>",
      "delay of each answer, up to twice as much without --jitter",
      (text: string) => wholeNumber(text, 0, 60_000),
      0,
    )
    .option("--jitter <ms>", "delay on top at the most", (text: string) => wholeNumber(text, 0, 60_000))
    .option("--concurrent <n>", "requests at once; 0 for any number", (text: string) => wholeNumber(text, 0, 10_000))
    .option("--lag <ms>", "time until a write shows in a search", (text: string) => wholeNumber(text, 0, 600_000))
    .option("--events <n>", "events of the System Log a user and day", (text: string) => decimal(text, 0, 50))
    .option("--faults <file>", "rules for what goes wrong, as JSON", readNamedFile)
    .option("--service-app", "give the org a service app, and print its client id and private key")
    .option("--hostile-names", "let names, labels and titles give orders to a model")
    .action(async (options: EmulatorOptions) => {
      const emulator = await emulate(options);
      output.answer(`OKTA_DOMAIN=${emulator.origin}\nOKTA_API_TOKEN=${emulator.token}${serviceAppLines(emulator)}`);
      await new Promise<void>((resolve) => {
        process.once("SIGINT", resolve);
        process.once("SIGTERM", resolve);
      });
      await emulator.close();
    });
}
