import type { MessageParam } from "@anthropic-ai/sdk/resources/messages";
import { definitions as ownDefinitions } from "../../registry/meanings.ts";
import type { Plan } from "../../terms/plan.ts";
import type { PlannerContext } from "../context.ts";
import type { ModelAnswer } from "../models/answer-stream.ts";
import { createModel } from "../models/messages-api.ts";
import { renderFirstMessage } from "../prompt/first-message.ts";
import { listFittingReads } from "../tools/find-operations.ts";
import type { ToolOutcome, Toolbox } from "../tools/tool.ts";
import { toolset, useTool } from "../tools/toolset.ts";
import {
  assistantMessage,
  declaredTools,
  onlyTools,
  systemBlocks,
  toolResults,
  withCacheMark,
} from "./conversation.ts";
import type { ModelOptions } from "./model-options.ts";
import { liftConversation } from "./lift-conversation.ts";
import { restorePlan } from "./restore-plan.ts";
import { assertWithin, defaultBounds, gaveUp, type LoopBounds } from "./stop-conditions.ts";

/** How many operations the first message names. */
const firstOperations = 14;

function openToolbox(question: string, context: PlannerContext, options: ModelOptions): Toolbox {
  return {
    words: question.match(/[\p{L}\p{N}_-]+/gu) ?? [],
    describe: options.describe,
    check: context.check,
    lookUp: context.lookUp,
    definitions: [...context.definitions, ...Object.values(ownDefinitions)],
    requests: [],
    counts: new Set(),
    findings: new Map(),
  };
}

/** A signal that ends with the operator's, or with `model/gave-up` when the time is used up. */
function boundSignal(
  timeMs: number,
  outer: AbortSignal | undefined,
): { readonly signal: AbortSignal; readonly stop: () => void } {
  const timer = new AbortController();
  const seconds = Math.round(timeMs / 1000);
  const waiting = setTimeout(
    () => timer.abort(gaveUp("time", timeMs, `The model reached no plan in ${seconds} seconds.`)),
    timeMs,
  );
  const signal = outer === undefined ? timer.signal : AbortSignal.any([timer.signal, outer]);
  return { signal, stop: () => clearTimeout(waiting) };
}

/** Does what the model asked for, in its order; what stands after an ending is not done. */
async function takeTurn(answer: ModelAnswer, toolbox: Toolbox, options: ModelOptions): Promise<readonly ToolOutcome[]> {
  const outcomes: ToolOutcome[] = [];
  for (const call of answer.toolCalls) {
    const line = toolset.find((one) => one.name === call.name)?.progress(call.input);
    if (line !== undefined) options.onProgress?.(line);
    outcomes.push(await useTool(call.name, call.input, toolbox));
    if (outcomes.at(-1)?.kind === "plan") break;
  }
  return outcomes;
}

function worstFinding(toolbox: Toolbox): { readonly times: number; readonly finding: string } {
  const [finding, times] = [...toolbox.findings].toSorted(([, a], [, b]) => b - a)[0] ?? ["", 0];
  return { times, finding };
}

async function converse(
  messages: MessageParam[],
  toolbox: Toolbox,
  options: ModelOptions,
  bounds: LoopBounds,
  signal: AbortSignal,
): Promise<Plan> {
  const model = createModel(options, async (exchange) => options.onExchange?.(exchange));
  let tokens = 0;
  let plainText = 0;
  for (let rounds = 0; ; rounds += 1) {
    assertWithin({ rounds, tokens, plainText, sameFinding: worstFinding(toolbox) }, bounds);
    options.onProgress?.(rounds === 0 ? "asking the model" : `asking the model, round ${rounds + 1}`);
    const sent = withCacheMark(messages);
    const answer = await model.ask({
      round: rounds,
      system: systemBlocks,
      tools: declaredTools,
      messages: sent,
      signal,
    });
    tokens += answer.inputTokens + answer.outputTokens;
    const outcomes = await takeTurn(answer, toolbox, options);
    const end = outcomes.at(-1);
    if (end?.kind === "plan") return end.plan;
    plainText = answer.toolCalls.length === 0 ? plainText + 1 : 0;
    const said = answer.toolCalls.length === 0 ? onlyTools : toolResults(answer.toolCalls, outcomes);
    messages.push(assistantMessage(answer.content), said);
  }
}

/**
 * Plans a question with a model. Logins, addresses and ids never reach it; a snippet comes back only when it passes the check.
 * Throws failures of `model/…`, `run/cancelled`, and of look-ups; then nothing was run.
 */
export async function planWithModel(question: string, context: PlannerContext, options: ModelOptions): Promise<Plan> {
  const lifted = liftConversation(question, context.earlier);
  const toolbox = openToolbox(lifted.words, context, options);
  const bounds = { ...defaultBounds, ...options.bounds };
  const first = renderFirstMessage({
    question: lifted.text,
    clock: context.clock,
    definitions: toolbox.definitions,
    operations: listFittingReads(lifted.words, firstOperations),
    canLookUp: context.lookUp !== undefined,
    earlier: lifted.earlier,
  });
  const { signal, stop } = boundSignal(bounds.timeMs, options.signal);
  try {
    const plan = await converse([{ role: "user", content: first }], toolbox, options, bounds, signal);
    return restorePlan(plan, lifted.values);
  } finally {
    stop();
  }
}
