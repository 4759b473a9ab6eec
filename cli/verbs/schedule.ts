import { type Command, Option } from "commander";
import {
  type AddedSchedule,
  addSchedule,
  type AlertCondition,
  alertConditions,
  type MissedRule,
  missedRules,
} from "../../main/schedule/add-schedule.ts";
import { pauseSchedule, removeSchedule, resumeSchedule } from "../../main/schedule/change-schedule.ts";
import { listSchedules, showSchedule } from "../../main/schedule/show-schedules.ts";
import type { House } from "../../main/house.ts";
import { exitCodes } from "../exit-codes.ts";
import { collectParameter } from "../options.ts";
import type { Output } from "../output.ts";
import { renderFailure, renderFindings } from "../render/render-failure.ts";
import { renderJson } from "../render/render-json.ts";
import { renderScheduleList, renderShownSchedule, renderTime } from "../render/render-schedules.ts";
import { safeLines } from "../render/safe-text.ts";
import { withHouse } from "../with-house.ts";

interface JsonOption {
  readonly json?: boolean;
}

interface AddOptions extends JsonOption {
  readonly name?: string;
  readonly zone?: string;
  readonly param?: Readonly<Record<string, string>>;
  readonly missed: MissedRule;
  readonly failWhen?: AlertCondition;
}

function showAdded(added: AddedSchedule, output: Output, report: string, json: boolean): number {
  if (json) output.answer(renderJson(added));
  switch (added.kind) {
    case "added": {
      const { name, zone } = added.schedule;
      if (!json) output.answer(`${name} is added; it is due next ${renderTime(added.next, zone)}.`);
      output.say("It runs while attest watch does.");
      return exitCodes.answered;
    }
    case "findings":
      if (!json) output.answer(renderFindings(added.findings, added.source, report));
      return exitCodes.findings;
    case "waiting": {
      const hash = added.reviewHash.slice(0, 16);
      if (!json) output.answer(`${safeLines(added.rendered)}\n\nNot added: a schedule runs what was approved alone.`);
      output.say(`To approve it: attest approve ${hash}, then add the schedule again.`);
      return exitCodes.waiting;
    }
  }
}

function addAdd(schedule: Command, output: Output): void {
  schedule
    .command("add <report> <cron>", { isDefault: true })
    .description('run a report by itself: attest schedule no-factor "0 7 * * 1" --zone Europe/Vienna')
    .option("--zone <zone>", "time zone of the times, such as Europe/Vienna (default: yours)")
    .option("--name <name>", "the schedule's name (default: the report's)")
    .option("--param <name=value>", "value of a parameter (may be repeated)", collectParameter)
    .addOption(
      new Option("--missed <rule>", "times at which no watcher was there: one run for all of them, or none")
        .choices(missedRules)
        .default("once"),
    )
    .addOption(new Option("--fail-when <condition>", "the answer that is an alert").choices(alertConditions))
    .option("--json", "print it as JSON")
    .action(async (report: string, cron: string, options: AddOptions) => {
      process.exitCode = await withHouse(output, {}, async (house, front) => {
        const { name, zone, param: parameters = {}, missed, failWhen: alertWhen } = options;
        const added = await addSchedule(house, { report, cron, name, zone, parameters, missed, alertWhen }, front);
        return showAdded(added, output, report, options.json === true);
      });
    });
}

function addList(schedule: Command, output: Output): void {
  schedule
    .command("list")
    .description("all schedules, when each is due, and what became of it last")
    .option("--json", "print them as JSON")
    .action(async (options: JsonOption) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const list = await listSchedules(house);
        output.answer(options.json === true ? renderJson(list) : renderScheduleList(list.schedules));
        for (const failure of list.unreadable) output.say(renderFailure(failure));
        return list.unreadable.length === 0 ? exitCodes.answered : exitCodes.failed;
      });
    });
}

function addShow(schedule: Command, output: Output): void {
  schedule
    .command("show <name>")
    .description("one schedule, its next times, and its newest runs")
    .option("--json", "print it as JSON")
    .action(async (name: string, options: JsonOption) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const shown = await showSchedule(house, name);
        output.answer(options.json === true ? renderJson(shown) : renderShownSchedule(shown));
        return exitCodes.answered;
      });
    });
}

/** `attest schedule …`: reports that are run by themselves. */
export function addSchedules(program: Command, output: Output): void {
  const schedule = program
    .command("schedule")
    .description("reports that are run by themselves, while attest watch does");
  addAdd(schedule, output);
  addList(schedule, output);
  addShow(schedule, output);
  const change = (
    verb: string,
    does: string,
    act: (house: House, name: string) => Promise<unknown>,
    said: string,
  ): void => {
    schedule
      .command(`${verb} <name>`)
      .description(does)
      .action(async (name: string) => {
        process.exitCode = await withHouse(output, {}, async (house) => {
          await act(house, name);
          output.answer(`${name} ${said}.`);
          return exitCodes.answered;
        });
      });
  };
  change("pause", "let a schedule rest", pauseSchedule, "rests until attest schedule resume");
  change("resume", "set a schedule going again, from now on", resumeSchedule, "goes on");
  change("remove", "take a schedule away; its runs stay in the journal", removeSchedule, "is taken away");
}
