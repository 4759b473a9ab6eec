import type { Front } from "./front.ts";
import type { House } from "./house.ts";
import { schemaForRun } from "./org/schema-for-run.ts";
import { declinedReport } from "./planning/declined-report.ts";
import { conversationOf } from "./planning/conversation.ts";
import type { PlannerName } from "./planning/plan-question.ts";
import { titleIn } from "../reports/report-text.ts";
import { findSameQuestion } from "./report/find-same-question.ts";
import { runReport } from "./report/run-report.ts";
import { planWithMeaning } from "./planning/plan-with-meaning.ts";
import type { RunResult } from "./run-report.ts";
import { runSnippet } from "./run/run-snippet.ts";

/** A question and how it is to be answered. */
export interface Question {
  readonly question: string;
  /** Undefined: the model where one is configured, else the phrasebook. */
  readonly planner: PlannerName | undefined;
  readonly sampleSize: number | undefined;
  /** The run that it follows on, by any name that the journal takes. */
  readonly continues?: string | undefined;
  /** Reads the responses behind the rows again at the end. */
  readonly confirm?: boolean | undefined;
  /** Runs of this process, newest first, whose reads may answer again: a conversation at one prompt. */
  readonly reuse?: readonly string[] | undefined;
}

/** Plans a question, then checks, reviews, asks and runs its snippet. */
export async function ask(house: House, asked: Question, front: Front): Promise<RunResult> {
  const { question, planner, sampleSize, continues } = asked;
  const conversation = continues === undefined ? undefined : conversationOf(house, continues);
  const orgSchema = await schemaForRun(house, front);
  const same = conversation === undefined ? await findSameQuestion(house, question, orgSchema) : undefined;
  if (same !== undefined && (await front.takeReport?.(same.name, titleIn(same.source))) === true)
    return runReport(house, { name: same.name, parameters: {}, sampleSize }, front);
  const planned = await planWithMeaning(house, { question, planner, orgSchema, conversation }, front);
  const { plan, usage, notice } = planned;
  const noticed = notice === undefined ? [] : [notice];
  if (plan.kind !== "snippet") {
    const org = await house.findOrg();
    return { kind: "report", report: declinedReport(question, plan, { org, usage, warnings: noticed }) };
  }
  const result = await runSnippet(
    house,
    {
      source: plan.source,
      planner: planned.planner,
      orgSchema,
      parameters: {},
      sampleSize,
      question,
      reading: plan.reading,
      plan: planned.journal,
      definitions: plan.definitions,
      conversation,
      reuse: asked.reuse,
      confirm: asked.confirm,
    },
    front,
  );
  if (result.kind !== "report") return result;
  const offer =
    same === undefined ? [] : [`The report ${same.name} answers this question: attest report run ${same.name}`];
  const warnings = [...noticed, ...result.report.warnings, ...offer];
  return { kind: "report", report: { ...result.report, warnings, ...(usage === undefined ? {} : { usage }) } };
}
