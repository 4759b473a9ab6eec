import type { LookUpRequest, LookUpResult, PlannerContext } from "../../planner/context.ts";
import type { ModelExchange } from "../../terms/model-exchange.ts";
import type { ModelOptions } from "../../planner/model-loop/model-options.ts";
import { planWithModel } from "../../planner/model-loop/plan-with-model.ts";
import type { Finding } from "../../terms/finding.ts";
import type { Plan } from "../../terms/plan.ts";
import { isFailure, type FailureDescription } from "../../terms/failure.ts";
import { Secret } from "../../terms/secret.ts";
import { type EndpointAnswer, type SeenRequest, startEndpoint } from "./messages-endpoint.ts";

/** The key that no request but its header, and nothing that is kept, may hold. */
export const key = "sk-test-0123456789";

/** How one planning went. */
export interface Planning {
  readonly plan: Plan | undefined;
  readonly failure: FailureDescription | undefined;
  readonly seen: readonly SeenRequest[];
  readonly exchanges: readonly ModelExchange[];
  readonly progress: readonly string[];
}

/** What a test changes of the usual planning. */
export interface PlanningSetting {
  readonly question?: string;
  readonly check?: (source: string) => readonly Finding[] | Promise<readonly Finding[]>;
  readonly lookUp?: (request: LookUpRequest) => LookUpResult;
  readonly options?: Partial<ModelOptions>;
}

/** Plans a question against an endpoint that gives `answers`. */
export async function planAgainst(
  answers: readonly EndpointAnswer[],
  setting: PlanningSetting = {},
): Promise<Planning> {
  const endpoint = await startEndpoint(answers);
  const exchanges: ModelExchange[] = [];
  const progress: string[] = [];
  const { check, lookUp } = setting;
  const context: PlannerContext = {
    check: async (source) => check?.(source) ?? [],
    lookUp: lookUp === undefined ? undefined : async (request) => lookUp(request),
    definitions: [{ name: "contractor", version: 1, meaning: "userType is C.", condition: 'userType same "C"' }],
    clock: "2026-11-23T20:00:00.000Z",
  };
  const options: ModelOptions = {
    apiKey: new Secret(key),
    baseUrl: endpoint.baseUrl,
    model: "some-model",
    maxRetries: 0,
    describe: (ids, paths) => `declared: ${[...ids, ...paths].join(", ")}`,
    onProgress: (line) => progress.push(line),
    onExchange: async (exchange) => {
      exchanges.push(exchange);
    },
    ...setting.options,
  };
  let plan: Plan | undefined;
  let failure: FailureDescription | undefined;
  try {
    plan = await planWithModel(setting.question ?? "Which active users are there?", context, options);
  } catch (error) {
    if (!isFailure(error)) throw error;
    failure = error.describe();
  } finally {
    await endpoint.close();
  }
  return { plan, failure, seen: endpoint.seen, exchanges, progress };
}

/** A tool call that ends the planning with this snippet. */
export function submit(source: string): { readonly tool: string; readonly input: object } {
  return { tool: "submit_snippet", input: { source, reading: "All users.", definitions: ["active"] } };
}

/** What the first tool result of a request's last message says. */
export function firstResult(request: SeenRequest | undefined): string {
  const block = request?.body.messages.at(-1)?.content[0];
  return typeof block === "object" && block !== null && "content" in block ? String(block.content) : "";
}
