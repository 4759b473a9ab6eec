import type { RunReport } from "../../main/run-report.ts";
import type { ModelExchange } from "../../terms/model-exchange.ts";
import type { ModelUsage } from "../../terms/model-usage.ts";
import type { EvaluationHouse } from "./evaluation-house.ts";
import { judge, type Expected, type Verdict } from "./judge.ts";

/** A question to be judged. */
export interface EvaluationQuestion {
  readonly id: string;
  readonly question: string;
  readonly class: string;
  /** Undefined where nobody wrote what is right: then it is only said whether it was answered. */
  readonly expected?: Expected;
  /** Requests of the cheapest known way to answer it, where that was worked out. */
  readonly cheapest?: number | undefined;
}

/** How one question went. */
export interface Evaluated {
  readonly id: string;
  readonly question: string;
  readonly class: string;
  readonly verdict: Verdict | "answered" | "not answered";
  /** What differs, or why it was declined. */
  readonly detail: string;
  readonly reading: string;
  readonly calls: number;
  readonly seconds: number;
  /** The snippet that answered; undefined where none did. */
  readonly source: string | undefined;
  /** What a model took to plan it; undefined for the phrasebook. */
  readonly usage: ModelUsage | undefined;
  readonly cheapest: number | undefined;
}

/** What an evaluated question was answered with. */
export interface Answered {
  /** Undefined where planning or running it failed. */
  readonly report: RunReport | undefined;
  readonly exchanges: readonly ModelExchange[];
}

/** Asks each question and judges its answer, one after the other. */
export async function evaluate(
  questions: readonly EvaluationQuestion[],
  house: EvaluationHouse,
  onEach: (one: Evaluated, answered: Answered) => void = () => undefined,
): Promise<readonly Evaluated[]> {
  const all: Evaluated[] = [];
  for (const one of questions) {
    const { evaluated, report } = await evaluateOne(one, house);
    all.push(evaluated);
    onEach(evaluated, { report, exchanges: house.takeExchanges() });
  }
  return all;
}

async function evaluateOne(
  one: EvaluationQuestion,
  house: EvaluationHouse,
): Promise<{ readonly evaluated: Evaluated; readonly report: RunReport | undefined }> {
  const started = performance.now();
  const about = { id: one.id, question: one.question, class: one.class, cheapest: one.cheapest };
  const seconds = (): number => (performance.now() - started) / 1000;
  try {
    const report = await house.ask(one.question);
    const [verdict, detail] = judgeOrSay(report, one.expected, house);
    const calls = report.requests.reduce((sum, request) => sum + request.count, 0);
    const { plan, usage } = report;
    const said = { verdict, detail, reading: plan?.reading ?? "", source: plan?.snippet, usage };
    return { evaluated: { ...about, ...said, calls, seconds: seconds() }, report };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const said = { verdict: "failed", detail, reading: "", source: undefined, usage: undefined, calls: 0 } as const;
    return { evaluated: { ...about, ...said, seconds: seconds() }, report: undefined };
  }
}

function judgeOrSay(
  report: Awaited<ReturnType<EvaluationHouse["ask"]>>,
  expected: Expected | undefined,
  { planner }: EvaluationHouse,
): readonly [Evaluated["verdict"], string] {
  if (expected !== undefined) return judge(report, expected, planner === "model" ? "free" : "exact");
  if (report.outcome === "declined") return ["not answered", report.declined?.reason ?? ""];
  return report.outcome === "failed" || report.outcome === "stopped"
    ? ["failed", report.failure?.found ?? report.outcome]
    : ["answered", `${report.count} rows`];
}
