import type { HttpBindings } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { publicPath } from "../endpoints/meta.ts";
import type { EmulatorSettings } from "../emulator-options.ts";
import { hashOf } from "../org/random.ts";
import type { Org } from "../org/org.ts";
import type { Answer } from "./answer.ts";
import { answerWith, htmlPage, rateLimited } from "./apply-fault.ts";
import type { Endpoint } from "./call.ts";
import { createFaults, type FaultRule } from "./faults.ts";
import { createObjectCache } from "./object-cache.ts";
import { oktaError } from "./okta-error.ts";
import { createRateLimits, type Spent } from "./rate-limits.ts";
import { requestId, send, sendBroken } from "./send.ts";

type Environment = { Bindings: HttpBindings };
type Served = Context<Environment>;

/** Tells the node adaptor that the answer is on the wire: Link lines are written past its `Headers`, which would join them. */
const alreadySent = new Response(null, { headers: { "x-hono-already-sent": "true" } });

/** Path on which tests put faults in place: `PUT` with a JSON list of rules. No path of Okta's. */
export const faultsPath = "/emulator/faults";

/** Why a request is refused before any endpoint sees it, or undefined. */
function refuse(context: Served, token: string): Answer | undefined {
  const given = context.env.incoming.headers.authorization;
  if (given === `SSWS ${token}` || context.req.path === publicPath) return undefined;
  if (given === undefined) return oktaError(403, "E0000005", "Invalid session");
  const refusal = oktaError(401, "E0000011", "Invalid token provided");
  return { ...refusal, headers: { "www-authenticate": "SSWS" } };
}

const noQuery = new URLSearchParams();

function queryOf(url: string): URLSearchParams {
  const at = url.indexOf("?");
  return at < 0 ? noQuery : new URLSearchParams(url.slice(at + 1));
}

/** The emulated org's HTTP side: routes, credential, limits, faults and delays around the endpoints. */
export function createApp(
  org: Org,
  settings: EmulatorSettings,
  token: string,
  endpoints: readonly Endpoint[],
): Hono<Environment> {
  const spend = createRateLimits(settings);
  const faults = createFaults(settings.seed, settings.faults);
  const objects = createObjectCache(org);
  let served = 0;
  let inFlight = 0;

  const envelope = (spent: Spent | undefined) => ({
    nowMs: settings.clock(),
    requestId: requestId(settings.seed, served),
    spent,
  });

  const deliver = async (
    context: Served,
    answer: Answer,
    spent: Spent | undefined,
    fault?: FaultRule,
  ): Promise<Response> => {
    const { outgoing } = context.env;
    served += 1;
    const delay =
      settings.latencyMs +
      (settings.jitterMs > 0 ? settings.jitterMs * hashOf(settings.seed, "jitter", served) : 0) +
      (fault?.kind === "slow" ? (fault.delayMs ?? 5000) : 0);
    const wire = envelope(spent);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    if (fault === undefined) send(outgoing, answer, wire);
    else sendBroken(outgoing, answer, wire, fault);
    return alreadySent;
  };

  const serve = async (context: Served, endpoint: Endpoint): Promise<Response> => {
    const refusal = refuse(context, token);
    if (refusal !== undefined) return deliver(context, refusal, undefined);
    if (context.req.method !== "GET" && context.req.method !== "HEAD") {
      return deliver(
        context,
        oktaError(405, "E0000022", "The endpoint does not support the provided HTTP method"),
        undefined,
      );
    }
    const concurrent = settings.maxConcurrent > 0 && inFlight >= settings.maxConcurrent;
    const spent = spend(endpoint.bucket);
    if (concurrent) return deliver(context, rateLimited(), { ...spent, limit: 0, remaining: 0 });
    if (!spent.allowed) return deliver(context, rateLimited(), spent);
    const url = context.env.incoming.url ?? context.req.path;
    const fault = faults.pick(url);
    const call = {
      org,
      settings,
      objects,
      path: context.req.path,
      parameter: (name: string) => context.req.param(name) ?? "",
      query: queryOf(url),
    };
    inFlight += 1;
    try {
      const answer = answerWith(fault, endpoint, call);
      return await deliver(
        context,
        answer,
        fault?.kind === "rate-limited" ? { ...spent, limit: 0, remaining: 0 } : spent,
        fault,
      );
    } finally {
      inFlight -= 1;
    }
  };

  const app = new Hono<Environment>();
  for (const endpoint of endpoints) app.all(endpoint.path, (context) => serve(context, endpoint));
  app.put(faultsPath, async (context) => {
    const rules: unknown = await context.req.json();
    faults.replace(Array.isArray(rules) ? rules : []);
    return context.json({ faults: Array.isArray(rules) ? rules.length : 0 });
  });
  app.notFound((context) => {
    const api = /^\/(api|oauth2|integrations|privileged-access|attack-protection)\//.test(context.req.path);
    const unknown = oktaError(404, "E0000008", "The requested path was not found");
    return deliver(context, api ? (refuse(context, token) ?? unknown) : htmlPage(404), undefined);
  });
  return app;
}
