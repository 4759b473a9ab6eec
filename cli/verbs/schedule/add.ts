import { password } from "@inquirer/prompts";
import { type Command, Option } from "commander";
import {
  type AddedSchedule,
  addSchedule,
  type AlertCondition,
  alertConditions,
  type DeliveryFormat,
  deliveryFormats,
  type DeliveryRule,
  deliveryRules,
  type MissedRule,
  missedRules,
} from "../../../main/schedule/add-schedule.ts";
import { type Pack, packs } from "../../../main/report/run-pack.ts";
import { Failure } from "../../../terms/failure.ts";
import { exitCodes } from "../../exit-codes.ts";
import { collectParameter } from "../../options.ts";
import type { Output } from "../../output.ts";
import { renderFindings } from "../../render/render-failure.ts";
import { renderJson } from "../../render/render-json.ts";
import { renderTime } from "../../render/render-schedules.ts";
import { safeLines } from "../../render/safe-text.ts";
import { withHouse } from "../../with-house.ts";

interface AddOptions {
  readonly name?: string;
  readonly zone?: string;
  readonly pack?: Pack;
  readonly param?: Readonly<Record<string, string>>;
  readonly missed: MissedRule;
  readonly failWhen?: AlertCondition;
  readonly to: readonly string[];
  readonly deliver: DeliveryRule;
  readonly split?: string;
  readonly as: DeliveryFormat;
  readonly bom?: boolean;
  readonly domain: readonly string[];
  readonly json?: boolean;
}

function collect(text: string, sofar: readonly string[]): readonly string[] {
  return [...sofar, text];
}

/** A webhook without its address is asked for it unseen: on the command line it would stand in the shell's history. */
async function completed(to: string, output: Output): Promise<string> {
  if (!["slack", "teams", "webhook"].includes(to)) return to;
  if (!output.interactive) {
    throw new Failure(
      "config/missing",
      { setting: "a terminal" },
      {
        found: `The address for ${to} is not given, and there is no terminal to ask on.`,
        why: "The schedule could not deliver, so it was not added.",
        help: `Run it in a terminal, or write --to ${to === "webhook" ? "https://…" : `${to}:https://…`}.`,
      },
    );
  }
  const message = `Address of the webhook for ${to}`;
  const url = (await password({ message, mask: true }, { output: process.stderr })).trim();
  return to === "webhook" ? url : `${to}:${url}`;
}

function showAdded(added: AddedSchedule, output: Output, report: string, json: boolean): number {
  if (json) output.answer(renderJson(added));
  switch (added.kind) {
    case "added": {
      const { name, zone, delivery } = added.schedule;
      if (!json) output.answer(`${name} is added; it is due next ${renderTime(added.next, zone)}.`);
      if (delivery.targets.length === 0) output.say("Its answers stay in the journal: no --to was given.");
      output.say("It runs while attest watch does.");
      return exitCodes.answered;
    }
    case "findings":
      if (!json) output.answer(renderFindings(added.findings, added.source, report));
      return exitCodes.findings;
    case "waiting": {
      const hashes = added.reviewHashes.map((one) => one.slice(0, 16));
      if (!json) output.answer(`${safeLines(added.rendered)}\n\nNot added: a schedule runs what was approved alone.`);
      const commands = hashes.map((hash) => `attest approve ${hash}`).join(", ");
      output.say(`To approve ${hashes.length === 1 ? "it" : "them"}: ${commands}, then add the schedule again.`);
      return exitCodes.waiting;
    }
  }
}

function addTimeOptions(command: Command): Command {
  return command
    .option("--zone <zone>", "time zone of the times, such as Europe/Vienna (default: yours)")
    .option("--name <name>", "the schedule's name (default: the report's)")
    .addOption(new Option("--pack <pack>", "all reports that belong together, with one delivery").choices(packs))
    .option("--param <name=value>", "value of a parameter (may be repeated)", collectParameter)
    .addOption(
      new Option("--missed <rule>", "times at which no watcher was there: one run for all of them, or none")
        .choices(missedRules)
        .default("once"),
    )
    .addOption(new Option("--fail-when <condition>", "the answer that is an alert").choices(alertConditions));
}

function addDeliveryOptions(command: Command): Command {
  return command
    .option("--to <destination>", "slack, teams, https://…, mail:ADDRESS or a file (may be repeated)", collect, [])
    .addOption(
      new Option("--deliver <rule>", "every answer, those that differ from the one before, or alerts")
        .choices(deliveryRules)
        .default("always"),
    )
    .option("--split <column>", "one file, or mail, for each value of that column")
    .addOption(new Option("--as <form>", "form of what goes with a mail").choices(deliveryFormats).default("csv"))
    .option("--bom", "a byte order mark before CSV")
    .option("--domain <domain>", 'domain that "mail:{value}" may send to (may be repeated)', collect, []);
}

/** What is scheduled and when: with a pack the times are all that is to be written. */
function whatAndWhen(
  first: string | undefined,
  second: string | undefined,
  pack: Pack | undefined,
): { readonly report: string; readonly cron: string } {
  const [report, cron, more] = pack === undefined ? [first, second] : [pack, first, second];
  if (report !== undefined && cron !== undefined && more === undefined) return { report, cron };
  const form = 'attest schedule REPORT "0 7 * * 1", or attest schedule --pack stig "0 7 * * 1"';
  throw new Failure(
    "config/invalid",
    { setting: "schedule", expected: form },
    {
      found:
        more === undefined ? "What is to be run, or when, is missing." : "A pack is named, and a report beside it.",
      why: "Nothing was added.",
      help: `Write ${form}.`,
    },
  );
}

/** `attest schedule REPORT CRON`: runs a report, or a pack, by itself, and delivers what it answers. */
export function addScheduleAdd(schedule: Command, output: Output): void {
  addDeliveryOptions(
    addTimeOptions(
      schedule
        .command("add", { isDefault: true })
        .argument("[report]", "name of a report; none with --pack")
        .argument("[cron]", "five parts: minute, hour, day, month, weekday")
        .description('run a report by itself: attest schedule no-factor "0 7 * * 1" --zone Europe/Vienna'),
    ),
  )
    .option("--json", "print it as JSON")
    .action(async (first: string | undefined, second: string | undefined, options: AddOptions) => {
      const { report, cron } = whatAndWhen(first, second, options.pack);
      process.exitCode = await withHouse(output, {}, async (house, front) => {
        const { name, zone, pack, param: parameters = {}, missed, failWhen: alertWhen } = options;
        const { deliver: rule, split, as: form, bom: byteOrderMark = false, domain: domains } = options;
        const to: string[] = [];
        for (const one of options.to) to.push(await completed(one, output));
        const delivery = { to, rule, split, form, byteOrderMark, domains };
        const when = { cron, name, zone, parameters, missed, alertWhen };
        const added = await addSchedule(house, { report, pack, ...when, delivery, folder: process.cwd() }, front);
        return showAdded(added, output, report, options.json === true);
      });
    });
}
