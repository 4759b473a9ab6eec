import type { DeliveryMessage, MessageTable } from "../../deliveries/delivery-message.ts";
import type { FailureText } from "../../terms/failure.ts";
import { differenceTable } from "../report/difference-table.ts";
import { countOpen, rowsWithExceptions } from "../report/rows-with-exceptions.ts";
import type { RunReport } from "../run-report.ts";
import type { DoneDue } from "../schedule/run-due.ts";
import type { Comparison } from "./compare-with-baseline.ts";

/** What is said of one answer, at the most: a chat takes no more, and the journal has all of it. */
const mostLines = 30;
const longestLine = 400;

function oneLine(text: string): string {
  const line = text.replaceAll(/[\s\p{C}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return line.length > longestLine ? `${line.slice(0, longestLine - 1)}…` : line;
}

function many(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

/** What a run without an answer is called: it is told from a table without rows at first sight. */
const noAnswer = { declined: "DECLINED", failed: "FAILED", stopped: "STOPPED" } as const;

function titleOf({ answer, kept, schedule }: DoneDue, comparison: Comparison): string {
  if (answer === undefined || answer.kind === "failed") return `FAILED: ${schedule.report}`;
  if (answer.kind !== "report") return `NOT RUN: ${schedule.report}`;
  const { outcome, title, count } = answer.report;
  if (outcome !== "answered" && outcome !== "empty") return `${noAnswer[outcome]}: ${title}`;
  const rows = count === 0 ? "no rows" : many(count, "row");
  const accepted = count - countOpen(answer.report);
  const excepted =
    accepted === 0 ? "" : `, ${accepted} of them accepted ${accepted === 1 ? "exception" : "exceptions"}`;
  const differing = comparison.kind === "differs" ? ", not as before" : "";
  return `${kept.alert ? "ALERT: " : ""}${title}: ${rows}${excepted}${differing}`;
}

function failureLines({ found, why, help }: FailureText): readonly string[] {
  return [found, `Why it matters: ${why}`, `What to do: ${help}`];
}

function timeLines({ schedule, due, late, missed }: DoneDue): readonly string[] {
  const behind = missed === 0 ? "" : ` ${many(missed, "earlier time")} went by without a run.`;
  if (!late && missed === 0) return [];
  return [`It was due at ${due} (${schedule.zone})${late ? ", and was run late: nobody was watching" : ""}.${behind}`];
}

function comparisonLines(comparison: Comparison): readonly string[] {
  switch (comparison.kind) {
    case "none":
      return [];
    case "first":
      return ["It is the first answer of this schedule: there is none to compare it with."];
    case "lost":
      return [`The answer before, of run ${comparison.run}, is no longer kept: what changed is not known.`];
    case "same":
    case "differs": {
      const { added, removed, changed, notKnown, unpaired, before, warnings } = comparison.diff;
      const counts = `${added.length} added, ${removed.length} removed, ${changed.length} changed`;
      const rest = notKnown.length + unpaired.length === 0 ? "" : `, ${notKnown.length + unpaired.length} not known`;
      return [`Since run ${before.run} of ${before.begunAt}: ${counts}${rest}.`, ...warnings];
    }
  }
}

function answerLines(report: RunReport): readonly string[] {
  const { unknownCells, warnings, definitions, caveats, asOf, org, run } = report;
  const byText = Map.groupBy(caveats, (one) => one.text);
  return [
    ...(unknownCells === 0 ? [] : [`${many(unknownCells, "cell")} not known: a read behind them failed.`]),
    ...warnings.map((one) => `Warning: ${one}`),
    ...definitions.map((one) => `Means: ${one.name} = ${one.meaning}`),
    ...[...byText].map(([text, about]) => `Mind: ${text} (${about.map((one) => one.operationId).join(", ")})`),
    ...(asOf === null ? [] : [`As of ${asOf.from} to ${asOf.to}.`]),
    ...(org === null ? [] : [`Org: ${typeof org === "string" ? org : JSON.stringify(org)}`]),
    ...(run === null ? [] : [`Run ${run}: attest evidence ${run} --row 0 says where its first row comes from.`]),
  ];
}

function reportLines(report: RunReport, comparison: Comparison): readonly string[] {
  const { declined, failure, outcome, run } = report;
  if (outcome === "answered" || outcome === "empty") return [...comparisonLines(comparison), ...answerLines(report)];
  const { reason, candidates = [] } = declined ?? {};
  return [
    ...(reason === undefined ? [] : [reason]),
    ...candidates.map((one) => `- ${one.name}${one.status === undefined ? "" : ` (${one.status})`}`),
    ...(failure === undefined ? [] : failureLines(failure)),
    ...(run === null ? [] : [`Run ${run}: attest journal show ${run} says how far it came.`]),
  ];
}

function linesOf({ answer, schedule }: DoneDue, comparison: Comparison): readonly string[] {
  switch (answer?.kind) {
    case undefined:
      return [];
    case "failed":
      return failureLines(answer.failure);
    case "findings":
      return [
        `The check has ${many(answer.findings.length, "finding")}: ${answer.findings[0]?.message ?? ""}`,
        `Nothing was sent to the org. To see them: attest report show ${schedule.report}`,
      ];
    case "waiting":
      return [
        "Its review is not the one that was approved, so nothing was sent to the org.",
        `To read and approve it: attest report run ${schedule.report}`,
      ];
    case "report":
      return reportLines(answer.report, comparison);
  }
}

/** The rows of an answer, with what accepted exceptions say of them; undefined for what is none. */
function tableOf({ answer }: DoneDue): MessageTable | undefined {
  if (answer?.kind !== "report") return undefined;
  const { outcome } = answer.report;
  return outcome === "answered" || outcome === "empty" ? rowsWithExceptions(answer.report) : undefined;
}

/** What is to be delivered of a due run: its answer, or what kept it from being one. */
export function composeMessage(done: DoneDue, comparison: Comparison): DeliveryMessage {
  const { schedule, due, kept } = done;
  const lines = [...timeLines(done), ...linesOf(done, comparison)].map(oneLine);
  const left = lines.length - mostLines;
  const report = answerOf(done);
  return {
    title: oneLine(titleOf(done, comparison)),
    lines: left > 0 ? [...lines.slice(0, mostLines), `${many(left, "line")} more: see the run in the journal.`] : lines,
    facts: {
      schedule: schedule.name,
      report: schedule.report,
      due,
      zone: schedule.zone,
      org: schedule.org,
      outcome: kept.outcome,
      alert: kept.alert,
      run: kept.run,
      count: report?.count ?? null,
      late: kept.late,
      missed: kept.missed,
    },
    table: tableOf(done),
    differences: comparison.kind === "differs" ? differenceTable(comparison.diff) : undefined,
  };
}

function answerOf({ answer }: DoneDue): RunReport | undefined {
  return answer?.kind === "report" ? answer.report : undefined;
}
