import type { FailureText } from "../../terms/failure.ts";
import { countOpen, rowsWithExceptions } from "../report/rows-with-exceptions.ts";
import { answerIn } from "../report/run-pack.ts";
import type { RunReport, RunResult } from "../run-report.ts";
import type { Comparison } from "./compare-with-baseline.ts";
import { many } from "./many.ts";
import type { SaidAnswer } from "./said-answer.ts";
import { sayComparison } from "./say-comparison.ts";

/** What a run without an answer is called: it is told from a table without rows at first sight. */
const noAnswer = { declined: "DECLINED", failed: "FAILED", stopped: "STOPPED" } as const;

/** A report that was due, and how its answer is to be said. */
export interface ToSay {
  /** The report's name. */
  readonly name: string;
  readonly alert: boolean;
  readonly comparison: Comparison;
}

function titleOf(result: RunResult, { name, alert, comparison }: ToSay): string {
  if (result.kind !== "report") return `NOT RUN: ${name}`;
  const { outcome, title, count } = result.report;
  if (outcome !== "answered" && outcome !== "empty") return `${noAnswer[outcome]}: ${title}`;
  const rows = count === 0 ? "no rows" : many(count, "row");
  const accepted = count - countOpen(result.report);
  const excepted =
    accepted === 0 ? "" : `, ${accepted} of them accepted ${accepted === 1 ? "exception" : "exceptions"}`;
  const differing = comparison.kind === "differs" ? ", not as before" : "";
  return `${alert ? "ALERT: " : ""}${title}: ${rows}${excepted}${differing}`;
}

/** A failure, a sentence a line. */
export function failureLines({ found, why, help }: FailureText): readonly string[] {
  return [found, `Why it matters: ${why}`, `What to do: ${help}`];
}

/** What must be known of an answer beside its rows. */
export function noticesOn({ unknownCells, warnings, definitions, caveats }: RunReport): readonly string[] {
  const byText = Map.groupBy(caveats, (one) => one.text);
  return [
    ...(unknownCells === 0 ? [] : [`${many(unknownCells, "cell")} not known: a read behind them failed.`]),
    ...warnings.map((one) => `Warning: ${one}`),
    ...definitions.map((one) => `Means: ${one.name} = ${one.meaning}`),
    ...[...byText].map(([text, about]) => `Mind: ${text} (${about.map((one) => one.operationId).join(", ")})`),
  ];
}

function answerLines(report: RunReport): readonly string[] {
  const { asOf, org, run } = report;
  return [
    ...noticesOn(report),
    ...(asOf === null ? [] : [`As of ${asOf.from} to ${asOf.to}.`]),
    ...(org === null ? [] : [`Org: ${org}`]),
    ...(run === null ? [] : [`Run ${run}: attest evidence ${run} --row 0 says where its first row comes from.`]),
  ];
}

function unansweredLines({ declined, failure, run }: RunReport): readonly string[] {
  const { reason, candidates = [] } = declined ?? {};
  return [
    ...(reason === undefined ? [] : [reason]),
    ...candidates.map((one) => `- ${one.name}${one.status === undefined ? "" : ` (${one.status})`}`),
    ...(failure === undefined ? [] : failureLines(failure)),
    ...(run === null ? [] : [`Run ${run}: attest journal show ${run} says how far it came.`]),
  ];
}

/** Why the report of that name gave no answer. */
export function sayNoAnswer(result: RunResult, name: string): readonly string[] {
  switch (result.kind) {
    case "findings":
      return [
        `The check has ${many(result.findings.length, "finding")}: ${result.findings[0]?.message ?? ""}`,
        `Nothing was sent to the org. To see them: attest report show ${name}`,
      ];
    case "waiting":
      return [
        "Its review is not the one that was approved, so nothing was sent to the org.",
        `To read and approve it: attest report run ${name}`,
      ];
    case "report":
      return unansweredLines(result.report);
  }
}

/** What is said of a report's answer, or of what kept it from being one. */
export function sayResult(result: RunResult, toSay: ToSay): SaidAnswer {
  const title = titleOf(result, toSay);
  const answer = answerIn(result);
  if (answer === undefined)
    return { title, lines: sayNoAnswer(result, toSay.name), table: undefined, count: countIn(result) };
  const lines = [...sayComparison(toSay.comparison), ...answerLines(answer)];
  return { title, lines, table: rowsWithExceptions(answer), count: answer.count };
}

function countIn(result: RunResult): number | null {
  return result.kind === "report" ? result.report.count : null;
}
