import type { PlannerContext } from "../../planner/context.ts";
import { planWithModel } from "../../planner/model-loop/plan-with-model.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import { Failure, isFailure } from "../../terms/failure.ts";
import type { ModelExchange } from "../../terms/model-exchange.ts";
import type { ModelUsage } from "../../terms/model-usage.ts";
import type { Plan } from "../../terms/plan.ts";
import type { Conversation } from "./conversation.ts";
import { describeOperations } from "./describe-operations.ts";
import type { Front } from "../front.ts";
import { planningGate } from "../gates/planning-gate.ts";
import { settleGates } from "../gates/settle-gates.ts";
import type { House } from "../house.ts";
import { operatorName } from "../operator.ts";
import { checkKnowingApps } from "../org/check-knowing-apps.ts";
import { mayLookUp } from "../org/schema-for-run.ts";
import type { OrgDefinition } from "../../terms/definition.ts";
import { definitionsOfOrg } from "../definition/definitions-of-org.ts";
import { followWithPhrasebook } from "./follow-with-phrasebook.ts";
import { createLookUp } from "./look-up.ts";
import { usageOf } from "./model-usage.ts";

/** Which planner answers a question. */
export type PlannerName = "phrasebook" | "model";

/** A plan, and the chain of the journal that holds how it was reached. */
export interface Planned {
  readonly plan: Plan;
  readonly journal: string;
  readonly planner: PlannerName;
  /** Why no model was asked although one is set; undefined where that is not so. */
  readonly notice: string | undefined;
  /** Undefined where no model was asked. */
  readonly usage: ModelUsage | undefined;
}

/** What a question is planned with. */
export interface PlanRequest {
  readonly question: string;
  readonly planner: PlannerName | undefined;
  readonly orgSchema: OrgSchema;
  readonly conversation: Conversation | undefined;
  /** What the operator said that words of this question mean, for this once. */
  readonly meant: readonly OrgDefinition[];
}

async function contextFor(house: House, request: PlanRequest, front: Front): Promise<PlannerContext> {
  const org = await house.findOrg();
  const lookUps =
    org !== undefined && (await mayLookUp(house, front, "names and counts that the question's words need"));
  return {
    check: async (source) => {
      const { result } = await checkKnowingApps(house, front, source, { orgSchema: request.orgSchema });
      return result.kind === "findings" ? result.findings : [];
    },
    lookUp: lookUps ? createLookUp(house, request.orgSchema, front) : undefined,
    definitions: [
      ...request.meant,
      ...(await definitionsOfOrg(house)).filter((one) => !request.meant.some((other) => other.name === one.name)),
    ],
    earlier: request.conversation?.earlier,
    orgSchema: request.orgSchema,
    clock: new Date().toISOString(),
  };
}

function choosePlanner(
  house: House,
  wanted: PlannerName | undefined,
  front: Front,
): Pick<Planned, "planner" | "notice"> {
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
  if (wanted === "phrasebook" || house.settings.model === undefined)
    return { planner: "phrasebook", notice: undefined };
  const gate = planningGate(house, operatorName());
  if (gate.open) return { planner: "model", notice: undefined };
  front.onProgress({ kind: "planning", text: `No model is asked: ${gate.why}. The phrasebook plans.` });
  return { planner: "phrasebook", notice: `No model was asked: ${gate.why}. The phrasebook planned.` };
}

async function makePlan(
  house: House,
  request: PlanRequest,
  planner: PlannerName,
  onExchange: (exchange: ModelExchange) => Promise<void>,
  front: Front,
): Promise<Plan> {
  const context = await contextFor(house, request, front);
  const { model } = house.settings;
  if (planner === "phrasebook" || model === undefined) return followWithPhrasebook(request.question, context);
  return planWithModel(request.question, context, {
    ...model,
    bounds: model.timeMs === undefined ? undefined : { timeMs: model.timeMs },
    describe: describeOperations(request.orgSchema),
    signal: front.signal,
    onProgress: (text) => front.onProgress({ kind: "planning", text }),
    onExchange,
  });
}

/** Plans a question and keeps how it was done. What ends the planning badly is kept too, then thrown. */
export async function planQuestion(house: House, request: PlanRequest, front: Front): Promise<Planned> {
  const { planner, notice } = choosePlanner(house, request.planner, front);
  const org = await house.findOrg();
  const journal = await house.journal().beginPlan({
    question: request.question,
    planner,
    org: org?.address.origin,
    operator: operatorName(),
    conversation: request.conversation?.name,
  });
  const exchanges: ModelExchange[] = [];
  const keepExchange = async (exchange: ModelExchange): Promise<void> => {
    exchanges.push(exchange);
    house.onExchange?.(exchange);
    await journal.keepExchange(exchange);
  };
  try {
    const plan = await makePlan(house, request, planner, keepExchange, front);
    const { model } = house.settings;
    const usage = model === undefined ? undefined : usageOf(journal.plan, exchanges, model);
    await journal.end(usage === undefined ? plan : { ...plan, usage });
    return { plan, journal: journal.plan, planner, notice, usage };
  } catch (error) {
    if (isFailure(error)) await journal.end({ kind: "failed", failure: error.describe() });
    throw error;
  } finally {
    if (planner === "model") await settleGates(house, new Date());
  }
}
