import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { EmulatorSettings } from "../emulator-options.ts";
import type { OAuthOffice } from "../oauth/oauth-office.ts";
import type { OrgState } from "../org/org.ts";
import type { Principal } from "../org/principal.ts";
import { createSights, sightless } from "../org/sight.ts";
import { createSearchIndex } from "../writes/search-index.ts";
import { applyFault } from "./apply-fault.ts";
import { areaRefusal } from "./area-refusal.ts";
import type { Call, Endpoint } from "./call.ts";
import type { Parcel } from "./delivery.ts";
import type { Faults } from "./faults.ts";
import { createObjectCache } from "./object-cache.ts";
import { rateLimited } from "./okta-error.ts";
import { createRateLimits } from "./rate-limits.ts";

/** What Hono hands to a handler of the emulator: Node's own request and response are in it. */
export type HttpContext = Context<{ Bindings: HttpBindings }>;

/** What became of a request: what to send, and what to do when it is sent. */
export interface Served {
  readonly parcel: Parcel;
  readonly done: () => void;
}

/** Who sent a request, and what came with it. */
export interface Sent {
  readonly principal: Principal | undefined;
  readonly body: string;
}

/** What serving needs besides the org. */
export interface ServingParts {
  readonly settings: EmulatorSettings;
  readonly faults: Faults;
  readonly oauth: OAuthOffice;
}

const noQuery = new URLSearchParams();
const nothing = (): void => undefined;

function queryOf(url: string): URLSearchParams {
  const at = url.indexOf("?");
  return at < 0 ? noQuery : new URLSearchParams(url.slice(at + 1));
}

/** Works out the answer of an endpoint under the org's limits and faults. */
export function createServing(
  org: OrgState,
  { settings, faults, oauth }: ServingParts,
): (context: HttpContext, endpoint: Endpoint, sent: Sent) => Served {
  const spend = createRateLimits(settings);
  const objects = createObjectCache(org);
  const sightOf = createSights(org);
  const { searchLagMs, clock } = settings;
  const index = {
    people: createSearchIndex(org.people, searchLagMs, clock),
    groups: createSearchIndex(org.groups, searchLagMs, clock),
  };
  let inFlight = 0;
  const callOf = (context: HttpContext, url: string, { principal, body }: Sent): Call => ({
    org,
    state: org,
    settings,
    objects,
    index,
    oauth,
    principal,
    sight: principal === undefined ? sightless : sightOf(principal),
    method: context.req.method,
    path: context.req.path,
    parameter: (name) => context.req.param(name) ?? "",
    query: queryOf(url),
    header: (name) => {
      const value = context.env.incoming.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    body,
  });
  return (context, endpoint, sent) => {
    const crowded = settings.maxConcurrent > 0 && inFlight >= settings.maxConcurrent;
    const spent = spend(endpoint.bucket);
    const none = { ...spent, limit: 0, remaining: 0 };
    if (crowded) return { parcel: { answer: rateLimited(), spent: none }, done: nothing };
    if (!spent.allowed) return { parcel: { answer: rateLimited(), spent }, done: nothing };
    const url = context.env.incoming.url ?? context.req.path;
    const fault = faults.pick(url);
    const call = callOf(context, url, sent);
    const refusal = endpoint.open === true ? undefined : areaRefusal(call.path, call.sight);
    const answer = refusal ?? applyFault(fault, endpoint, call);
    inFlight += 1;
    return {
      parcel: { answer, fault, spent: fault?.kind === "rate-limited" ? none : spent },
      done: () => {
        inFlight -= 1;
      },
    };
  };
}
