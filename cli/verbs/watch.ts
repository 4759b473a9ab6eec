import type { Command } from "commander";
import type { DoneDue } from "../../main/schedule/run-due.ts";
import { listSchedules } from "../../main/schedule/show-schedules.ts";
import { systemClock, watch } from "../../main/schedule/watch.ts";
import type { House } from "../../main/house.ts";
import { exitCodeOf, exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { renderFailure } from "../render/render-failure.ts";
import { renderJsonLine } from "../render/render-json.ts";
import { renderDoneDue } from "../render/render-schedules.ts";
import { safeText } from "../render/safe-text.ts";
import { withHouse } from "../with-house.ts";

interface WatchOptions {
  readonly once?: boolean;
  readonly json?: boolean;
}

function codeOf({ answer, kept }: DoneDue): number {
  if (answer === undefined) return exitCodes.answered;
  if (answer.kind === "failed") return exitCodes.failed;
  const delivered = kept.undelivered === 0 ? exitCodes.answered : exitCodes.failed;
  const results = answer.kind === "pack" ? answer.found.results.map(({ result }) => result) : [answer];
  return Math.max(delivered, kept.alert ? exitCodes.alert : exitCodes.answered, ...results.map(exitCodeOf));
}

/** Says what is watched, and what is left to watchers of other orgs. */
async function sayWatched(house: House, output: Output): Promise<void> {
  const org = (await house.org()).address.origin;
  const { schedules } = await listSchedules(house);
  const own = schedules.filter((one) => one.schedule.org === org);
  const others = schedules.length - own.length;
  output.say(
    `Watching ${own.length === 1 ? "1 schedule" : `${own.length} schedules`} of ${safeText(org)}${others === 0 ? "" : `; ${others} of other orgs are left to their watchers (--org)`}.`,
  );
}

/** `attest watch`: runs schedules when they are due. Ctrl-C, or the signal that a service manager sends, ends it cleanly. */
export function addWatch(program: Command, output: Output): void {
  program
    .command("watch")
    .description("run schedules when they are due, until stopped")
    .option("--once", "do what is due now, then end with the highest exit code of it")
    .option("--json", "print each run as a line of JSON")
    .action(async (options: WatchOptions) => {
      const once = options.once === true;
      process.exitCode = await withHouse(output, { orTerminated: true }, async (house, { signal }) => {
        await sayWatched(house, output);
        let code: number = exitCodes.answered;
        await watch(house, {
          clock: systemClock,
          signal,
          once,
          onDue: (done) => {
            code = Math.max(code, codeOf(done));
            output.answer(
              options.json === true ? renderJsonLine({ ...done.kept, deliveries: done.parcels }) : renderDoneDue(done),
            );
          },
          onTrouble: (failure) => {
            code = Math.max(code, exitCodes.failed);
            output.say(renderFailure(failure));
          },
        });
        return once ? code : exitCodes.answered;
      });
    });
}
