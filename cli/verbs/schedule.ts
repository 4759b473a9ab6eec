import type { Command } from "commander";
import { pauseSchedule, removeSchedule, resumeSchedule } from "../../main/schedule/change-schedule.ts";
import { listSchedules, showSchedule } from "../../main/schedule/show-schedules.ts";
import type { House } from "../../main/house.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { renderFailure } from "../render/render-failure.ts";
import { renderJson } from "../render/render-json.ts";
import { renderScheduleList, renderShownSchedule } from "../render/render-schedules.ts";
import { withHouse } from "../with-house.ts";
import { addScheduleAdd } from "./schedule/add.ts";
import { addScheduleSmtp } from "./schedule/smtp.ts";

interface JsonOption {
  readonly json?: boolean;
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
  addScheduleAdd(schedule, output);
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
  addScheduleSmtp(schedule, output);
  change("remove", "take a schedule away; its runs stay in the journal", removeSchedule, "is taken away");
}
