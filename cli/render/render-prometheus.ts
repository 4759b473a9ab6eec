import { Counter, Gauge, Registry } from "prom-client";
import type { Metrics } from "../../main/metrics.ts";

/** Prometheus' text format of metrics of all of the journal: what it counts never goes down, so these are counters. */
export async function renderPrometheus(metrics: Metrics): Promise<string> {
  const registry = new Registry();
  const registers = [registry];
  const count = (name: string, help: string, value: number): void =>
    new Counter({ name: `attest_${name}_total`, help, registers }).inc(value);
  const countBy = (name: string, help: string, label: string, values: Readonly<Record<string, number>>): void => {
    const counter = new Counter({ name: `attest_${name}_total`, help, labelNames: [label], registers });
    for (const [value, number] of Object.entries(values)) counter.inc({ [label]: value }, number);
  };
  const measure = (name: string, help: string, value: number): void =>
    new Gauge({ name: `attest_${name}`, help, registers }).set(value);

  countBy("questions", "Questions that were planned", "planner", metrics.questions);
  countBy("outcomes", "How runs and questions without a run ended", "outcome", metrics.outcomes);
  countBy("marks", "Answers by the mark that counts", "verdict", metrics.marks);
  countBy("model_tokens", "Tokens of the model", "direction", { in: metrics.inputTokens, out: metrics.outputTokens });
  count("follow_ups", "Questions that go on from an earlier answer", metrics.followUps);
  count("reads", "Reads of the API that were not stopped", metrics.reads);
  count("failed_reads", "Reads that Okta did not answer, or refused", metrics.failedReads);
  count("requests", "Requests sent, tries that failed included", metrics.requests);
  count("rate_limited", "Answers of 429", metrics.rateLimited);
  count("unknown_names", "Plans that ended over a name that no repair made right", metrics.unknownNames);
  count("unverified_cells", "Cells that do not stand where they were said to come from", metrics.unverifiedCells);
  measure("journal_bytes", "Bytes of the journal on the disk", metrics.disk.bytes);
  measure("journal_bound_bytes", "Bytes that the journal may have at the most", metrics.disk.bound);
  // No summary of the library: it interpolates, and would say other seconds than the table.
  const seconds = new Gauge({
    name: "attest_answer_seconds",
    help: "Seconds from question or snippet to answer",
    labelNames: ["quantile"],
    registers,
  });
  const { p50, p95 } = metrics.seconds;
  if (p50 !== null) seconds.set({ quantile: "0.5" }, p50);
  if (p95 !== null) seconds.set({ quantile: "0.95" }, p95);
  return registry.metrics();
}
