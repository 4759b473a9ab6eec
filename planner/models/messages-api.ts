import { setTimeout } from "node:timers/promises";
import { APIError } from "@anthropic-ai/sdk";
import type {
  MessageCreateParamsStreaming,
  MessageParam,
  TextBlockParam,
  Tool,
} from "@anthropic-ai/sdk/resources/messages";
import { AnswerStream, type ModelAnswer } from "./answer-stream.ts";
import type { ModelExchange } from "../../terms/model-exchange.ts";
import { cutOff, modelFailure, refused, unreachable, unreadable } from "./model-failure.ts";
import type { ModelSettings } from "./model-settings.ts";
import { type MessagesClient, openClient } from "./open-client.ts";
import { retryWaitMs } from "./retry-wait.ts";

/** What one round says to the model. */
interface ModelRequest {
  readonly round: number;
  readonly system: readonly TextBlockParam[];
  readonly tools: readonly Tool[];
  readonly messages: readonly MessageParam[];
  readonly signal: AbortSignal;
}

/** A model behind the Messages API. */
export interface Model {
  /** One answer, whole. Throws a failure of `model/…` or `run/cancelled`; each exchange is handed out, also one that failed. */
  ask(request: ModelRequest): Promise<ModelAnswer>;
}

/** What an endpoint does not take: found out by its first 400, then left out. */
interface Allowances {
  forcedTools: boolean;
  strictTools: boolean;
  effort: boolean;
}

const defaultMaxAnswerTokens = 8000;
const brokeOff = "the answer broke off before its end";
const noMessage = "no event of a message came";

function toBody(request: ModelRequest, settings: ModelSettings, allowed: Allowances): MessageCreateParamsStreaming {
  const tools = request.tools.map(({ strict: _strict, ...tool }) =>
    allowed.strictTools ? { ...tool, strict: true } : tool,
  );
  return {
    model: settings.model,
    max_tokens: settings.maxAnswerTokens ?? defaultMaxAnswerTokens,
    system: [...request.system],
    tools,
    tool_choice: { type: allowed.forcedTools ? "any" : "auto" },
    messages: [...request.messages],
    ...(settings.effort === undefined || !allowed.effort ? {} : { output_config: { effort: settings.effort } }),
    stream: true,
  };
}

/** Whether a refused request may pass without what the endpoint named. Changes `allowed`. */
function giveWay(error: unknown, allowed: Allowances): boolean {
  if (!(error instanceof APIError) || error.status !== 400) return false;
  const reason = error.apiMessage ?? error.message;
  if (allowed.forcedTools && /tool_choice/.test(reason)) allowed.forcedTools = false;
  else if (allowed.effort && /output_config|effort/.test(reason)) allowed.effort = false;
  else if (allowed.strictTools && /strict|input_schema/.test(reason)) allowed.strictTools = false;
  else return false;
  return true;
}

function assertWhole(answer: ModelAnswer | undefined, settings: ModelSettings): ModelAnswer {
  if (answer === undefined) throw unreachable(settings, brokeOff);
  if (answer.stopReason === "refusal") throw refused(undefined, "it gave no answer to this question");
  if (answer.stopReason === "max_tokens") throw cutOff(settings.maxAnswerTokens ?? defaultMaxAnswerTokens);
  return answer;
}

function errorText(error: unknown): string {
  if (error instanceof APIError && error.error !== undefined) return JSON.stringify(error.error);
  return JSON.stringify({ error: error instanceof Error ? error.message : "unknown" });
}

async function exchangeOnce(
  client: MessagesClient,
  settings: ModelSettings,
  body: MessageCreateParamsStreaming,
  { round, signal }: ModelRequest,
  keep: (exchange: ModelExchange) => Promise<void>,
): Promise<ModelAnswer | undefined> {
  const sentAt = new Date().toISOString();
  const stream = new AnswerStream();
  const kept = (status: number | undefined, response: string, answer?: ModelAnswer): Promise<void> =>
    keep({
      round,
      request: JSON.stringify(body),
      response,
      status,
      sentAt,
      endedAt: new Date().toISOString(),
      inputTokens: answer?.inputTokens ?? 0,
      cacheReadTokens: answer?.cacheReadTokens ?? 0,
      cacheWriteTokens: answer?.cacheWriteTokens ?? 0,
      outputTokens: answer?.outputTokens ?? 0,
    });
  try {
    for await (const part of await client.create(body, { signal })) stream.accept(part);
    // The SDK ends an aborted stream as if it were over.
    signal.throwIfAborted();
  } catch (error) {
    await kept(error instanceof APIError ? error.status : undefined, errorText(error));
    throw error;
  }
  const answer = stream.finish();
  const missing = stream.begun ? brokeOff : noMessage;
  await kept(200, JSON.stringify(answer ?? { error: missing }), answer);
  if (!stream.begun) throw unreadable(settings, noMessage);
  return answer;
}

async function waitFor(waitMs: number, settings: ModelSettings, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(waitMs, undefined, { signal });
  } catch (error) {
    throw modelFailure(error, settings, signal);
  }
}

/** A model behind the endpoint of `settings`; `keep` gets each exchange before its answer is used. */
export function createModel(settings: ModelSettings, keep: (exchange: ModelExchange) => Promise<void>): Model {
  let opened: Promise<MessagesClient> | undefined;
  const maxRetries = settings.maxRetries ?? 2;
  const allowed: Allowances = { forcedTools: true, strictTools: true, effort: true };

  async function exchange(request: ModelRequest, attempt: number): Promise<ModelAnswer> {
    try {
      return assertWhole(
        await exchangeOnce(
          await (opened ??= openClient(settings)),
          settings,
          toBody(request, settings, allowed),
          request,
          keep,
        ),
        settings,
      );
    } catch (error) {
      if (giveWay(error, allowed)) return exchange(request, attempt);
      const failure = modelFailure(error, settings, request.signal);
      const waitMs = attempt < maxRetries ? retryWaitMs(failure, error, attempt) : undefined;
      if (waitMs === undefined) throw failure;
      await waitFor(waitMs, settings, request.signal);
      return exchange(request, attempt + 1);
    }
  }

  return { ask: (request) => exchange(request, 0) };
}
