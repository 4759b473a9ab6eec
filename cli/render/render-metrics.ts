import Table from "cli-table3";
import type { Metrics, Target } from "../../main/metrics.ts";

const plain = { head: [], border: [], compact: true };

const amount = (value: number | null, digits = 1): string => (value === null ? "-" : value.toFixed(digits));

const each = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ") || "none";

function met(target: Target): string {
  if (target.met === null) return "nothing known";
  return target.met ? "met" : "NOT MET";
}

/** Metrics as a table, with the targets beside what is. */
export function renderMetrics(metrics: Metrics): string {
  const { seconds, disk, targets } = metrics;
  const table = new Table({ head: ["what", "value"], style: plain });
  table.push(
    ["questions", each(metrics.questions)],
    ["outcomes", each(metrics.outcomes)],
    ["seconds to an answer", `mean ${amount(seconds.mean)}, p50 ${amount(seconds.p50)}, p95 ${amount(seconds.p95)}`],
    ["follow-ups", `${metrics.followUps}, ${amount(metrics.followUpShare)} %`],
    ["reads", `${metrics.reads}, ${metrics.failedReads} failed; success ${amount(metrics.apiSuccess, 2)} %`],
    ["requests", `${metrics.requests}, ${metrics.rateLimited} answered with 429`],
    ["model tokens", `${metrics.inputTokens} in, ${metrics.outputTokens} out`],
    ["plans over unknown names", metrics.unknownNames],
    ["unverified cells", metrics.unverifiedCells],
    ["marks", each({ ...metrics.marks })],
    ["disk", `${(disk.bytes / 1e6).toFixed(1)} MB of ${(disk.bound / 1e6).toFixed(0)} MB`],
  );
  const aims = new Table({ head: ["target", "is to be", "is", ""], style: plain });
  for (const one of targets) aims.push([one.name, one.target, amount(one.value, 2), met(one)]);
  const time = metrics.since === null ? "All of the journal" : `Since ${metrics.since}`;
  return [time, table.toString(), aims.toString()].join("\n");
}
