import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { findOperation } from "../../registry/catalogue.ts";
import type { EmulatorSettings } from "../emulator-options.ts";
import type { OAuthOffice } from "../oauth/oauth-office.ts";
import type { OrgState } from "../org/org.ts";
import type { Principal } from "../org/principal.ts";
import { isAnswer, type Answer } from "./answer.ts";
import { answerApproval, approvalPath } from "./approve-device.ts";
import type { Endpoint } from "./call.ts";
import { createDelivery, type Parcel } from "./delivery.ts";
import { createDoor } from "./door.ts";
import { parseFaults, type Faults } from "./faults.ts";
import { htmlPage } from "./html-page.ts";
import { oktaError } from "./okta-error.ts";
import { createServing, type HttpContext } from "./serve-endpoint.ts";

/** Tells the node adaptor that the answer is on the wire: Link lines are written past its `Headers`, which would join them. */
const alreadySent = new Response(null, { headers: { "x-hono-already-sent": "true" } });

/** Path on which faults are put in place: `PUT` with a JSON list of rules, or `{ seed, rules }`. No path of Okta's. */
const faultsPath = "/emulator/faults";

const apiRoots = /^\/(api|oauth2|integrations|privileged-access|attack-protection)\//;

/** What an app is made of besides the org. */
export interface AppParts {
  readonly settings: EmulatorSettings;
  readonly faults: Faults;
  readonly oauth: OAuthOffice;
  readonly endpoints: readonly Endpoint[];
}

function unknownPath(context: HttpContext): Answer {
  return apiRoots.test(context.req.path)
    ? oktaError(404, "E0000008", "The requested path was not found")
    : htmlPage(404);
}

interface Guarded {
  readonly endpoint: Endpoint;
  readonly scopes: readonly string[];
}

/** The endpoints of each path by their methods, in the order of the endpoints. */
function byPath(endpoints: readonly Endpoint[]): ReadonlyMap<string, ReadonlyMap<string, Guarded>> {
  const paths = new Map<string, Map<string, Guarded>>();
  for (const endpoint of endpoints) {
    const methods = paths.get(endpoint.path) ?? new Map<string, Guarded>();
    const scopes = endpoint.operationId === undefined ? [] : (findOperation(endpoint.operationId)?.scopes ?? []);
    methods.set(endpoint.method ?? "GET", { endpoint, scopes });
    paths.set(endpoint.path, methods);
  }
  return paths;
}

/** Lets a request in, or gives the refusal; whoever watches is told of those that are let in. */
function createKnock(
  org: OrgState,
  settings: EmulatorSettings,
  oauth: OAuthOffice,
): (context: HttpContext, scopes: readonly string[]) => Principal | Answer {
  const enter = createDoor(org, settings, oauth);
  return (context, scopes) => {
    const { headers, url = "" } = context.env.incoming;
    const { authorization, dpop } = headers;
    const who = enter({
      method: context.req.method,
      path: context.req.path,
      authorization,
      dpop: Array.isArray(dpop) ? dpop[0] : dpop,
      scopes,
    });
    if (!isAnswer(who)) {
      const [scheme = ""] = (authorization ?? "").split(" ", 1);
      settings.onAdmitted?.({ method: context.req.method, target: url, scheme, scopes: who.scopes });
    }
    return who;
  };
}

/** The emulated org's HTTP side: routes, credential, limits, faults and delays around the endpoints. */
export function createApp(
  org: OrgState,
  { settings, faults, oauth, endpoints }: AppParts,
): Hono<{ Bindings: HttpBindings }> {
  const deliver = createDelivery(settings);
  const serve = createServing(org, { settings, faults, oauth });
  const knock = createKnock(org, settings, oauth);
  const send = async (context: HttpContext, parcel: Parcel): Promise<Response> => {
    await deliver(context.env.outgoing, parcel);
    return alreadySent;
  };
  const app = new Hono<{ Bindings: HttpBindings }>();
  for (const [path, methods] of byPath(endpoints)) {
    app.all(path, async (context) => {
      const asked = context.req.method === "HEAD" ? "GET" : context.req.method;
      const guarded = methods.get(asked);
      const isOpen = guarded?.endpoint.open === true;
      const who = isOpen ? undefined : knock(context, guarded?.scopes ?? []);
      if (who !== undefined && isAnswer(who)) return send(context, { answer: who });
      if (guarded === undefined) {
        const refusal = oktaError(405, "E0000022", "The endpoint does not support the provided HTTP method");
        return send(context, { answer: refusal });
      }
      const body = asked === "GET" ? "" : await context.req.text();
      const { parcel, done } = serve(context, guarded.endpoint, { principal: who, body });
      try {
        return await send(context, parcel);
      } finally {
        done();
      }
    });
  }
  app.put(faultsPath, async (context) => {
    const plan = parseFaults(await context.req.json().catch(() => undefined));
    if (plan === undefined) return context.json({ error: "A list of { kind, path, … } is wanted." }, 400);
    faults.replace(plan);
    return context.json({ faults: plan.rules.length });
  });
  app.post(approvalPath, async (context) => {
    const { status, text } = answerApproval(org, oauth, settings.clock(), await context.req.json());
    return context.json({ text }, status);
  });
  app.notFound((context) => {
    const who = apiRoots.test(context.req.path) ? knock(context, []) : undefined;
    return send(context, { answer: who !== undefined && isAnswer(who) ? who : unknownPath(context) });
  });
  return app;
}
