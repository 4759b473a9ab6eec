import { APIConnectionError, APIError, APIUserAbortError } from "@anthropic-ai/sdk";
import { Failure, isFailure } from "../../terms/failure.ts";
import { addressOf, type ModelSettings } from "./model-settings.ts";

const nothingRan = "Nothing was run and nothing was sent to Okta.";
const goOn = "or ask with the phrasebook (--planner phrasebook), which needs no model";

/** The connection could not be made, or was lost before the answer's end. */
export function unreachable(settings: ModelSettings, reason: string, cause?: unknown): Failure<"model/unreachable"> {
  const baseUrl = addressOf(settings);
  return new Failure(
    "model/unreachable",
    { baseUrl, reason },
    {
      found: `The model endpoint ${baseUrl} could not be reached or was lost: ${reason}.`,
      why: nothingRan,
      help: `Check the network and LLM_BASE_URL, then ask again; ${goOn}.`,
    },
    cause,
  );
}

function unauthorized(status: number): Failure<"model/unauthorized"> {
  return new Failure(
    "model/unauthorized",
    { status },
    {
      found: `The model endpoint refused the key (${status}).`,
      why: nothingRan,
      help: `Set LLM_API_KEY to a key of this endpoint that may use this model; ${goOn}.`,
    },
  );
}

function unknown(settings: ModelSettings, error: APIError): Failure<"model/unknown"> {
  const baseUrl = addressOf(settings);
  const isMessagesApi = error.type === "not_found_error";
  return new Failure(
    "model/unknown",
    { model: settings.model, baseUrl },
    {
      found: isMessagesApi
        ? `The endpoint ${baseUrl} has no model "${settings.model}" (404).`
        : `There is no Messages API at ${baseUrl} (404).`,
      why: nothingRan,
      help: isMessagesApi
        ? "Set LLM_MODEL to a model that this key may use."
        : "Set LLM_BASE_URL to the address in front of /v1/messages, without /v1.",
    },
  );
}

function overloaded(status: number): Failure<"model/overloaded"> {
  const limited = status === 429;
  return new Failure(
    "model/overloaded",
    { status },
    {
      found: limited
        ? "The model endpoint's rate limit for this key is used up (429)."
        : `The model endpoint is overloaded (${status}).`,
      why: nothingRan,
      help: `Wait a minute and ask again; ${goOn}.`,
    },
  );
}

/** Any other answer that is no message; a refusal of the model itself has no status. */
export function refused(status: number | undefined, reason: string): Failure<"model/refused"> {
  return new Failure(
    "model/refused",
    { status, reason },
    {
      found:
        status === undefined
          ? `The model refused to answer: ${reason}.`
          : `The model endpoint refused the request (${status}): ${reason}.`,
      why: nothingRan,
      help: `Say the question in other words; ${goOn}.`,
    },
  );
}

/** The answer was longer than one message may be. */
export function cutOff(maxTokens: number): Failure<"model/cut-off"> {
  return new Failure(
    "model/cut-off",
    { maxTokens },
    {
      found: `The model's answer was cut off at ${maxTokens} tokens.`,
      why: `Half a snippet is none. ${nothingRan}`,
      help: "Ask for less at once, or split the question.",
    },
  );
}

/** What came is no message of the Messages API. */
export function unreadable(settings: ModelSettings, reason: string, cause?: unknown): Failure<"model/unreadable"> {
  const baseUrl = addressOf(settings);
  return new Failure(
    "model/unreadable",
    { baseUrl, reason },
    {
      found: `The model endpoint ${baseUrl} answered with something else than a message: ${reason}.`,
      why: nothingRan,
      help: "Check that LLM_BASE_URL is the address of an endpoint that speaks the Messages API.",
    },
    cause,
  );
}

const overloadTypes: Readonly<Record<string, number>> = { overloaded_error: 529, rate_limit_error: 429 };

function fromApiError(error: APIError, settings: ModelSettings): Failure {
  // An error in mid-stream comes with a type and without a status.
  const status = error.status ?? overloadTypes[error.type ?? ""];
  if (status === 401 || status === 403) return unauthorized(status);
  if (status === 404) return unknown(settings, error);
  if (status === 429 || status === 529) return overloaded(status);
  return refused(status, error.apiMessage ?? error.type ?? "no reason given");
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return "code" in error && typeof error.code === "string" ? error.code : error.message.slice(0, 200);
}

/** What the SDK or the network threw, as a failure with a message for the operator. An aborted signal gives its own reason, else `run/cancelled`. */
export function modelFailure(error: unknown, settings: ModelSettings, signal: AbortSignal | undefined): Failure {
  if (isFailure(error)) return error;
  if (isFailure(signal?.reason)) return signal.reason;
  if (error instanceof APIUserAbortError || signal?.aborted === true) return cancelled();
  if (error instanceof APIConnectionError) return unreachable(settings, reasonOf(error), error);
  if (error instanceof APIError) return fromApiError(error, settings);
  if (error instanceof SyntaxError) return unreadable(settings, "an event that is not JSON", error);
  return unreachable(settings, reasonOf(error), error);
}

function cancelled(): Failure<"run/cancelled"> {
  return new Failure(
    "run/cancelled",
    {},
    { found: "The planning was stopped.", why: nothingRan, help: "Ask again whenever you like." },
  );
}
