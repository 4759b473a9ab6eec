import { APIError } from "@anthropic-ai/sdk";
import { modelFailure } from "./model-failure.ts";
import type { ModelSettings } from "./model-settings.ts";
import { openClient } from "./open-client.ts";

/** An endpoint that is there answers within this time. */
const patienceMs = 15_000;

/**
 * Looks whether the model's endpoint is there and takes the key, without asking the model anything: it costs nothing, and nothing
 * of the org is sent. `model`: it has the model; `endpoint`: something answers there, and whether it has the model will show.
 * Throws a failure of `model/…`, or `config/missing` where a cloud's client is not installed.
 */
export async function probeModel(settings: ModelSettings, signal: AbortSignal): Promise<"model" | "endpoint"> {
  const client = await openClient(settings);
  const patience = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  try {
    return await client.probe({ signal: patience });
  } catch (error) {
    // A gateway need not list models to serve one; an endpoint that says that it has no such model says so in Anthropic's form.
    const isUnlisted = error instanceof APIError && error.status === 404 && error.type !== "not_found_error";
    if (isUnlisted) return "endpoint";
    throw modelFailure(error, settings, signal);
  }
}
