import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { EmulatorSettings } from "../emulator-options.ts";
import { publicPath } from "../endpoints/meta.ts";
import type { Org } from "../org/org.ts";
import type { Answer } from "./answer.ts";
import { htmlPage } from "./apply-fault.ts";
import type { Endpoint } from "./call.ts";
import { createDelivery, type Parcel } from "./delivery.ts";
import { createFaults, parseFaults } from "./faults.ts";
import { oktaError } from "./okta-error.ts";
import { createServing, type Served } from "./serve-endpoint.ts";

/** Tells the node adaptor that the answer is on the wire: Link lines are written past its `Headers`, which would join them. */
const alreadySent = new Response(null, { headers: { "x-hono-already-sent": "true" } });

/** Path on which tests put faults in place: `PUT` with a JSON list of rules. No path of Okta's. */
const faultsPath = "/emulator/faults";

const apiRoots = /^\/(api|oauth2|integrations|privileged-access|attack-protection)\//;

/** Why a request is refused before any endpoint sees it, or undefined. */
function refuse(context: Served, token: string): Answer | undefined {
  const given = context.env.incoming.headers.authorization;
  if (given === `SSWS ${token}` || context.req.path === publicPath) return undefined;
  if (given === undefined) return oktaError(403, "E0000005", "Invalid session");
  return { ...oktaError(401, "E0000011", "Invalid token provided"), headers: { "www-authenticate": "SSWS" } };
}

function unknownPath(context: Served): Answer {
  return apiRoots.test(context.req.path)
    ? oktaError(404, "E0000008", "The requested path was not found")
    : htmlPage(404);
}

/** The emulated org's HTTP side: routes, credential, limits, faults and delays around the endpoints. */
export function createApp(
  org: Org,
  settings: EmulatorSettings,
  token: string,
  endpoints: readonly Endpoint[],
): Hono<{ Bindings: HttpBindings }> {
  const faults = createFaults(settings.seed, settings.faults);
  const deliver = createDelivery(settings);
  const serve = createServing(org, settings, faults);
  const send = async (context: Served, parcel: Parcel): Promise<Response> => {
    await deliver(context.env.outgoing, parcel);
    return alreadySent;
  };
  const app = new Hono<{ Bindings: HttpBindings }>();
  for (const endpoint of endpoints) {
    app.all(endpoint.path, async (context) => {
      const refusal = refuse(context, token);
      if (refusal !== undefined) return send(context, { answer: refusal });
      const { parcel, done } = serve(context, endpoint);
      try {
        return await send(context, parcel);
      } finally {
        done();
      }
    });
  }
  app.put(faultsPath, async (context) => {
    const rules = parseFaults(await context.req.json());
    if (rules === undefined) return context.json({ error: "A list of { kind, path, … } is wanted." }, 400);
    faults.replace(rules);
    return context.json({ faults: rules.length });
  });
  app.notFound((context) => {
    const refusal = apiRoots.test(context.req.path) ? refuse(context, token) : undefined;
    return send(context, { answer: refusal ?? unknownPath(context) });
  });
  return app;
}
