import { input, password } from "@inquirer/prompts";
import type { Command } from "commander";
import { addOrg as add, listOrgs, removeOrg, useOrg, type OrgQuestions } from "../../main/orgs.ts";
import { Failure } from "../../terms/failure.ts";
import { Secret } from "../../terms/secret.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { renderDoctor } from "../render/render-doctor.ts";
import { renderJson } from "../render/render-json.ts";
import { safeText } from "../render/safe-text.ts";
import { withHouse } from "../with-house.ts";

function noTerminal(): Failure<"config/missing"> {
  return new Failure(
    "config/missing",
    { setting: "a terminal" },
    {
      found: "There is no terminal to ask on.",
      why: "A token on the command line would stand in the shell's history and in the process list.",
      help: "Run it in a terminal, or set OKTA_DOMAIN and OKTA_API_TOKEN in the environment: they are stored then.",
    },
  );
}

function questions(output: Output): OrgQuestions {
  const onTerminal = async (ask: () => Promise<string>): Promise<string> => {
    if (!output.interactive) throw noTerminal();
    return (await ask()).trim();
  };
  return {
    address: () => onTerminal(() => input({ message: "Okta domain (acme.okta.com)" }, { output: process.stderr })),
    token: async () =>
      new Secret(await onTerminal(() => password({ message: "API token", mask: true }, { output: process.stderr }))),
    show: ({ address, addressWithCode, userCode }) =>
      output.say(safeText(`Open ${address} on any device and type in ${userCode}, or open ${addressWithCode}`)),
  };
}

async function addAndSay(output: Output, name: string | undefined): Promise<void> {
  process.exitCode = await withHouse(output, {}, async (house, front) => {
    const added = await add(house, name, questions(output), front.signal);
    output.answer(
      safeText(`Added ${added.name}: ${added.origin}, as ${added.login}. Stored for later in ${added.storedIn}.`),
    );
    if (added.mind.length > 0) output.say(renderDoctor(added.mind));
    return exitCodes.answered;
  });
}

/** `attest connect`: the short way to add the first org. */
export function addConnect(program: Command, output: Output): void {
  program
    .command("connect")
    .description("add an org under its host's name, as org add does")
    .action(() => addAndSay(output, undefined));
}

/** `attest org add|list|use|remove`: the orgs that Attest knows, and which of them is asked. */
export function addOrg(program: Command, output: Output): void {
  const org = program.command("org").description("the orgs that Attest may ask, and which of them is in use");
  org
    .command("add [name]")
    .description("ask for domain and token where the settings do not say them, test them, store them")
    .action((name: string | undefined) => addAndSay(output, name));
  org
    .command("list")
    .description("the orgs that were added")
    .option("--json", "print it as JSON")
    .action(async (options: { readonly json?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const listed = await listOrgs(house);
        const lines = listed.map((one) => `${one.inUse ? "*" : " "} ${one.name}  ${one.address}  ${one.credential}`);
        const text = lines.length === 0 ? "No org was added yet: attest org add." : lines.join("\n");
        output.answer(options.json === true ? renderJson(listed) : text);
        return exitCodes.answered;
      });
    });
  const change = (verb: string, does: string, act: typeof useOrg, said: (name: string) => string): void => {
    org
      .command(`${verb} <name>`)
      .description(does)
      .action(async (name: string) => {
        process.exitCode = await withHouse(output, {}, async (house) => {
          await act(house, name);
          output.answer(said(name));
          return exitCodes.answered;
        });
      });
  };
  change("use", "make an org the one in use", useOrg, (name) => `${name} is asked from now on.`);
  change(
    "remove",
    "forget an org and its credential; what was read from it stays in the journal",
    removeOrg,
    (name) => `${name} is forgotten.`,
  );
}
