import type { PlanJournal } from "../../audit/plan-journal.ts";
import type { PlannerContext } from "../../planner/context.ts";
import { planWithModel } from "../../planner/model-loop/plan-with-model.ts";
import { planWithPhrasebook } from "../../planner/phrasebook/plan-with-phrasebook.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import { Failure, isFailure } from "../../terms/failure.ts";
import type { Plan } from "../../terms/plan.ts";
import { describeOperations } from "./describe-operations.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import { operatorName } from "../operator.ts";
import { mayLookUp } from "../org/schema-for-run.ts";
import { createLookUp } from "./look-up.ts";

/** Which planner answers a question. */
export type PlannerName = "phrasebook" | "model";

/** A plan, and the chain of the journal that holds how it was reached. */
export interface Planned {
  readonly plan: Plan;
  readonly journal: string;
  readonly planner: PlannerName;
}

/** What a question is planned with. */
export interface PlanRequest {
  readonly question: string;
  readonly planner: PlannerName | undefined;
  readonly orgSchema: OrgSchema;
}

async function contextFor(house: House, request: PlanRequest, front: Front): Promise<PlannerContext> {
  const org = await house.findOrg();
  const lookUps =
    org !== undefined && (await mayLookUp(house, front, "names and counts that the question's words need"));
  return {
    check: async (source) => {
      const result = await house.checker().check(source, { orgSchema: request.orgSchema });
      return result.kind === "findings" ? result.findings : [];
    },
    lookUp: lookUps ? createLookUp(house, request.orgSchema, front) : undefined,
    definitions: [],
    orgSchema: request.orgSchema,
    clock: new Date().toISOString(),
  };
}

function choosePlanner(house: House, wanted: PlannerName | undefined): PlannerName {
  if (wanted === "model" && house.settings.model === undefined) {
    throw new Failure(
      "config/missing",
      { setting: "LLM_API_KEY" },
      {
        found: "No model is configured.",
        why: "The question was to be planned by a model, so nothing was planned.",
        help: "Set LLM_API_KEY (and LLM_BASE_URL, LLM_MODEL), or leave --planner out to use the phrasebook.",
      },
    );
  }
  return wanted ?? (house.settings.model === undefined ? "phrasebook" : "model");
}

async function makePlan(
  house: House,
  request: PlanRequest,
  planner: PlannerName,
  journal: PlanJournal,
  front: Front,
): Promise<Plan> {
  const context = await contextFor(house, request, front);
  const { model } = house.settings;
  if (planner === "phrasebook" || model === undefined) return planWithPhrasebook(request.question, context);
  return planWithModel(request.question, context, {
    ...model,
    describe: describeOperations(request.orgSchema),
    signal: front.signal,
    onProgress: (text) => front.onProgress({ kind: "planning", text }),
    onExchange: (exchange) => journal.keepExchange(exchange),
  });
}

/** Plans a question and keeps how it was done. What ends the planning badly is kept too, then thrown. */
export async function planQuestion(house: House, request: PlanRequest, front: Front): Promise<Planned> {
  const planner = choosePlanner(house, request.planner);
  const org = await house.findOrg();
  const journal = await house
    .journal()
    .beginPlan({ question: request.question, planner, org: org?.address.origin, operator: operatorName() });
  try {
    const plan = await makePlan(house, request, planner, journal, front);
    await journal.end(plan);
    return { plan, journal: journal.plan, planner };
  } catch (error) {
    if (isFailure(error)) await journal.end({ kind: "failed", failure: error.describe() });
    throw error;
  }
}
