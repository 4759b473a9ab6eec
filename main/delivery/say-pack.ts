import { answeredRuns, answerIn, packTable, type PackResult } from "../report/run-pack.ts";
import type { RunReport } from "../run-report.ts";
import type { SaidAnswer } from "./said-answer.ts";
import { noticesOn, sayNoAnswer, type ToSay } from "./say-result.ts";
import { sayComparison } from "./say-comparison.ts";

function titleOf({ summary, unanswered }: PackResult, { name, alert, comparison }: ToSay): string {
  const counts = Object.entries(summary).map(([result, count]) => `${count} ${result}`);
  const differing = comparison.kind === "differs" ? ", not as before" : "";
  const incomplete = unanswered.length === 0 ? "" : "INCOMPLETE: ";
  return `${alert ? "ALERT: " : ""}${incomplete}Pack ${name}: ${counts.join(", ")}${differing}`;
}

/** From the first to the last read of all runs, and of which org. */
function readLines(answers: readonly RunReport[]): readonly string[] {
  const from = answers.flatMap(({ asOf }) => asOf?.from ?? []).toSorted()[0];
  const to = answers
    .flatMap(({ asOf }) => asOf?.to ?? [])
    .toSorted()
    .at(-1);
  const orgs = new Set(answers.flatMap(({ org }) => org ?? []));
  return [
    ...(from === undefined || to === undefined ? [] : [`As of ${from} to ${to}.`]),
    ...[...orgs].map((org) => `Org: ${org}`),
  ];
}

/** What is said of a pack: how many requirements have each result, which reports gave no answer and why, and where the evidence is. */
export function sayPack(found: PackResult, toSay: ToSay): SaidAnswer {
  const { results, unanswered, checks } = found;
  const missing = results.flatMap(({ name, result }) =>
    unanswered.includes(name) ? [`${name} gave no answer.`, ...sayNoAnswer(result, name)] : [],
  );
  const runs = answeredRuns(found);
  if (runs.length === 0)
    return { title: `NOT ANSWERED: Pack ${toSay.name}`, lines: missing, table: undefined, count: null };
  const answers = results.flatMap(({ result }) => answerIn(result) ?? []);
  const evidence = `Runs ${runs.join(", ")}: attest journal pack ${runs.join(" ")} --out FILE.zip has their evidence.`;
  return {
    title: titleOf(found, toSay),
    lines: [
      ...sayComparison(toSay.comparison),
      ...missing,
      ...new Set(answers.flatMap(noticesOn)),
      ...readLines(answers),
      evidence,
    ],
    table: packTable(checks),
    count: checks.length,
  };
}
