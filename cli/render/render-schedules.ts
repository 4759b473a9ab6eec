import Table from "cli-table3";
import type { PackResult } from "../../main/report/run-pack.ts";
import type { DoneDue } from "../../main/schedule/run-due.ts";
import type { ListedSchedule, ShownSchedule } from "../../main/schedule/show-schedules.ts";
import { renderFailure } from "./render-failure.ts";
import { safeText } from "./safe-text.ts";

const plain = { head: [], border: [], compact: true };

/** A time, ISO 8601, as the clocks of its zone show it: `2026-11-23 07:00 Europe/Vienna`. */
export function renderTime(time: string, zone: string): string {
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return `${shown.format(new Date(time))} ${zone}`;
}

function lastText({ last, schedule: { zone } }: ListedSchedule): string {
  return last === null ? "not yet" : `${last.outcome}, ${renderTime(last.due, zone)}`;
}

function nextText({ next, overdue, schedule: { zone, paused } }: ListedSchedule): string {
  if (paused) return "paused";
  if (overdue !== null) return `OVERDUE since ${renderTime(overdue, zone)}: is attest watch running?`;
  return next === null ? "never" : renderTime(next, zone);
}

/** Schedules as a table, by name. */
export function renderScheduleList(schedules: readonly ListedSchedule[]): string {
  if (schedules.length === 0) return "Nothing is scheduled: attest schedule REPORT CRON.";
  const table = new Table({ head: ["schedule", "report", "times", "next", "last", "org"], style: plain });
  for (const one of schedules) {
    const { name, report, pack, cron, org } = one.schedule;
    table.push([
      name,
      pack === undefined ? report : `pack ${pack}`,
      safeText(cron),
      nextText(one),
      lastText(one),
      safeText(org),
    ]);
  }
  return table.toString();
}

const missedWords = { once: "one run for all of them", skip: "no run" } as const;
const alertWords = {
  "any-row": "an answer with a row is an alert",
  "no-row": "an answer without a row is an alert",
  "any-fail": "a requirement that fails is an alert",
};

const ruleWords = {
  always: "every answer",
  difference: "an answer that differs from the one before",
  alert: "an answer that is an alert",
};

function deliveredText({ delivered, undelivered, held }: DoneDue["kept"]): string {
  if (held !== undefined) return held;
  return undelivered === 0 ? `${delivered}` : `${delivered}, ${undelivered} NOT`;
}

function renderRuns(runs: ShownSchedule["runs"], zone: string): string {
  const table = new Table({ head: ["due", "outcome", "run", "missed before", "delivered"], style: plain });
  for (const one of runs) {
    const outcome = `${one.outcome}${one.alert ? ", ALERT" : ""}${one.late ? ", late" : ""}`;
    table.push([
      renderTime(one.due, zone),
      outcome,
      one.run ?? one.failure ?? one.runs?.join("\n") ?? "",
      one.missed === 0 ? "" : one.missed,
      deliveredText(one),
    ]);
  }
  return table.toString();
}

/** One schedule: what it runs, when, and what became of it. */
export function renderShownSchedule(shown: ShownSchedule): string {
  const { schedule, nextTimes, runs, targets } = shown;
  const { name, report, pack, cron, zone, org, parameters, missed, alertWhen, since, by } = schedule;
  return [
    `${name}: the ${pack === undefined ? "report" : "pack"} ${report}, on ${safeText(org)}`,
    `Times:      ${safeText(cron)}, ${zone}; since ${since}, by ${safeText(by)}`,
    ...Object.entries(parameters).map(([key, value]) => `Parameter:  ${safeText(key)}=${safeText(value)}`),
    `Missed:     ${missedWords[missed]}`,
    ...(alertWhen === undefined ? [] : [`Alert:      ${alertWords[alertWhen]}`]),
    `Delivered:  ${ruleWords[schedule.delivery.rule]}${targets.length === 0 ? ": nowhere, answers stay in the journal" : ""}`,
    ...targets.map((one) => `  to ${safeText(one)}`),
    `Next:       ${nextText(shown)}${nextTimes
      .slice(1)
      .map((one) => `, then ${renderTime(one, zone)}`)
      .join("")}`,
    runs.length === 0 ? "It has not been run." : renderRuns(runs, zone),
  ].join("\n");
}

function packText({ summary, unanswered }: PackResult, { alert, outcome, runs = [] }: DoneDue["kept"]): string {
  const counts = Object.entries(summary).map(([result, count]) => `${count} ${result}`);
  const missing = unanswered.length === 0 ? "" : `\n  no answer: ${unanswered.map(safeText).join(", ")}`;
  return `${alert ? "ALERT, " : ""}${outcome}, ${counts.join(", ")}, runs ${runs.join(", ") || "none"}${missing}`;
}

function answerText({ answer, kept }: DoneDue): string {
  if (answer === undefined) return "missed, and not caught up";
  switch (answer.kind) {
    case "report": {
      const { outcome, count, run } = answer.report;
      const rows = count === 1 ? "1 row" : `${count} rows`;
      const failure = answer.report.failure === undefined ? "" : `\n${renderFailure(answer.report.failure)}`;
      return `${kept.alert ? "ALERT, " : ""}${outcome}, ${rows}, run ${run ?? "none"}${failure}`;
    }
    case "pack":
      return packText(answer.found, kept);
    case "findings":
      return "not run: the check has findings";
    case "waiting":
      return `not run: it is not approved any more (attest report run ${kept.report})`;
    case "failed":
      return `failed\n${renderFailure(answer.failure)}`;
  }
}

function parcelText({ kind, target, outcome, reason, tries }: DoneDue["parcels"][number]): string {
  const to = `  ${kind === "mail-by-value" ? "mail" : kind} ${safeText(target)}`;
  if (outcome !== "failed") return `${to}: ${outcome}${tries > 1 ? ` at the ${tries}. try` : ""}`;
  return `${to}: NOT DELIVERED after ${tries === 1 ? "1 try" : `${tries} tries`} (${safeText(reason ?? "")})`;
}

/** What became of one due run, for the terminal of a watcher. */
export function renderDoneDue(done: DoneDue): string {
  const { schedule, due, missed, late, kept, parcels } = done;
  const behind = missed === 0 ? "" : `, for ${missed} missed before it too`;
  const head = `${renderTime(due, schedule.zone)}  ${schedule.name}: ${answerText(done)}${late ? ` (late${behind})` : ""}`;
  const held = kept.held === undefined ? [] : [`  not delivered: ${kept.held}`];
  return [head, ...held, ...parcels.map(parcelText)].join("\n");
}
