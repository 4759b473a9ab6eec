import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { EmulatorSettings } from "../emulator-options.ts";
import type { Org } from "../org/org.ts";
import type { Answer } from "./answer.ts";
import { answerWith, rateLimited } from "./apply-fault.ts";
import type { Call, Endpoint } from "./call.ts";
import type { Parcel } from "./delivery.ts";
import type { Faults } from "./faults.ts";
import { createObjectCache } from "./object-cache.ts";
import { oktaError } from "./okta-error.ts";
import { createRateLimits } from "./rate-limits.ts";

/** What Hono hands to a handler of the emulator: Node's own request and response are in it. */
export type Served = Context<{ Bindings: HttpBindings }>;

/** A request let in: what to send, and what to do when it is sent. */
export interface Admitted {
  readonly parcel: Parcel;
  readonly done: () => void;
}

const noQuery = new URLSearchParams();
const nothing = (): void => undefined;

function queryOf(url: string): URLSearchParams {
  const at = url.indexOf("?");
  return at < 0 ? noQuery : new URLSearchParams(url.slice(at + 1));
}

function wrongMethod(method: string): Answer | undefined {
  if (method === "GET" || method === "HEAD") return undefined;
  return oktaError(405, "E0000022", "The endpoint does not support the provided HTTP method");
}

/** Works out the answer of an endpoint under the org's limits and faults. */
export function createServing(
  org: Org,
  settings: EmulatorSettings,
  faults: Faults,
): (context: Served, endpoint: Endpoint) => Admitted {
  const spend = createRateLimits(settings);
  const objects = createObjectCache(org);
  let inFlight = 0;
  const callOf = (context: Served, url: string): Call => ({
    org,
    settings,
    objects,
    path: context.req.path,
    parameter: (name) => context.req.param(name) ?? "",
    query: queryOf(url),
  });
  return (context, endpoint) => {
    const refusal = wrongMethod(context.req.method);
    if (refusal !== undefined) return { parcel: { answer: refusal }, done: nothing };
    const crowded = settings.maxConcurrent > 0 && inFlight >= settings.maxConcurrent;
    const spent = spend(endpoint.bucket);
    const none = { ...spent, limit: 0, remaining: 0 };
    if (crowded) return { parcel: { answer: rateLimited(), spent: none }, done: nothing };
    if (!spent.allowed) return { parcel: { answer: rateLimited(), spent }, done: nothing };
    const url = context.env.incoming.url ?? context.req.path;
    const fault = faults.pick(url);
    const answer = answerWith(fault, endpoint, callOf(context, url));
    inFlight += 1;
    return {
      parcel: { answer, fault, spent: fault?.kind === "rate-limited" ? none : spent },
      done: () => {
        inFlight -= 1;
      },
    };
  };
}
