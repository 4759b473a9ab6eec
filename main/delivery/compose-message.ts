import type { DeliveryMessage } from "../../deliveries/delivery-message.ts";
import { differenceTable } from "../report/difference-table.ts";
import type { DoneDue } from "../schedule/run-due.ts";
import type { Comparison } from "./compare-with-baseline.ts";
import { many } from "./many.ts";
import type { SaidAnswer } from "./said-answer.ts";
import { sayPack } from "./say-pack.ts";
import { failureLines, sayResult } from "./say-result.ts";

/** What is said of one answer, at the most: a chat takes no more, and the journal has all of it. */
const mostLines = 30;
const longestLine = 400;

function oneLine(text: string): string {
  const line = text.replaceAll(/[\s\p{C}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return line.length > longestLine ? `${line.slice(0, longestLine - 1)}…` : line;
}

function timeLines({ schedule, due, late, missed }: DoneDue): readonly string[] {
  const behind = missed === 0 ? "" : ` ${many(missed, "earlier time")} went by without a run.`;
  if (!late && missed === 0) return [];
  return [`It was due at ${due} (${schedule.zone})${late ? ", and was run late: nobody was watching" : ""}.${behind}`];
}

function say({ answer, schedule, kept }: DoneDue, comparison: Comparison): SaidAnswer {
  const toSay = { name: schedule.report, alert: kept.alert, comparison };
  switch (answer?.kind) {
    case undefined:
      return { title: `FAILED: ${schedule.report}`, lines: [], table: undefined, count: null };
    case "failed":
      return {
        title: `FAILED: ${schedule.report}`,
        lines: failureLines(answer.failure),
        table: undefined,
        count: null,
      };
    case "pack":
      return sayPack(answer.found, toSay);
    case "findings":
    case "waiting":
    case "report":
      return sayResult(answer, toSay);
  }
}

/** What is to be delivered of a due run: its answer, or what kept it from being one. */
export function composeMessage(done: DoneDue, comparison: Comparison): DeliveryMessage {
  const { schedule, due, kept } = done;
  const said = say(done, comparison);
  const lines = [...timeLines(done), ...said.lines].map(oneLine);
  const left = lines.length - mostLines;
  return {
    title: oneLine(said.title),
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
      ...(kept.runs === undefined ? {} : { runs: kept.runs.join(" ") }),
      count: said.count,
      late: kept.late,
      missed: kept.missed,
    },
    table: said.table,
    differences: comparison.kind === "differs" ? differenceTable(comparison.diff) : undefined,
  };
}
