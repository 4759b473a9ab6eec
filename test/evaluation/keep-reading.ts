import type { RunReport } from "../../main/run-report.ts";
import type { Answered, Evaluated } from "./evaluate.ts";
import type { EvaluationHouse } from "./evaluation-house.ts";
import { contentOf, measureRequest, type Reading, type ReadingEnd } from "./reading.ts";
import { scanForUsers } from "./scan-for-users.ts";

function endOf(report: RunReport | undefined, evaluated: Evaluated): ReadingEnd {
  if (report === undefined) return { kind: "failed", found: evaluated.detail };
  const { plan, declined, definitions } = report;
  if (plan !== null) {
    return {
      kind: "snippet",
      source: plan.snippet,
      reading: plan.reading ?? "",
      definitions: definitions.map((one) => one.name),
      operations: plan.operations.map((one) => one.operationId).toSorted(),
    };
  }
  if (declined?.alternatives === undefined) return { kind: "declined", reason: declined?.reason ?? "" };
  return {
    kind: "asked-back",
    question: declined.reason,
    alternatives: declined.alternatives.map(({ label, count }) => ({ label, count: count ?? null })),
  };
}

/** An evaluated question as a reading to be kept; undefined where no model was asked. */
export function readingOf(
  evaluated: Evaluated,
  { report, exchanges }: Answered,
  { house, reader }: { readonly house: EvaluationHouse; readonly reader: string },
): Reading | undefined {
  const [first] = exchanges;
  const last = exchanges.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const whole = exchanges.filter((one) => one.status === 200);
  return {
    promptHash: measureRequest(first.request).promptHash,
    id: evaluated.id,
    question: evaluated.question,
    class: evaluated.class,
    reader,
    org: house.org,
    askedAt: last.endedAt,
    rounds: whole.map((one) => ({ requestTokens: measureRequest(one.request).tokens, answer: [...contentOf(one)] })),
    end: endOf(report, evaluated),
    verdict: evaluated.verdict,
    detail: evaluated.detail,
    calls: evaluated.calls,
    cheapest: evaluated.cheapest ?? null,
    scan: toKept(
      exchanges.map((one) => one.request),
      evaluated.question,
      house,
    ),
    usage: {
      inputTokens: whole.reduce((sum, one) => sum + one.inputTokens, 0),
      outputTokens: whole.reduce((sum, one) => sum + one.outputTokens, 0),
    },
    seconds: Math.round(evaluated.seconds * 10) / 10,
  };
}

function toKept(requests: readonly string[], question: string, { world }: EvaluationHouse): Reading["scan"] {
  const scan = scanForUsers(requests, question, world.users);
  return { ...scan, leaks: [...scan.leaks] };
}
