import type { OktaClient } from "../../okta/client.ts";
import type { Exchange } from "../../terms/exchange.ts";
import { alertingClient } from "../alerts/alerting-client.ts";
import type { House } from "../house.ts";
import { clientFor, type ClientHooks, type ConfiguredOrg } from "../org/connected-org.ts";

/** A look at an org: what it is read with, and every exchange so far, since headers tell what no body does. */
export interface OrgVisit {
  readonly house: House;
  readonly org: ConfiguredOrg;
  readonly client: OktaClient;
  readonly exchanges: readonly Exchange[];
  readonly signal: AbortSignal;
}

type Visited = Pick<OrgVisit, "house" | "org" | "signal">;

function visitWith(open: (hooks: ClientHooks) => OktaClient, visited: Visited): OrgVisit {
  const exchanges: Exchange[] = [];
  return { ...visited, client: open({ onExchange: (exchange) => exchanges.push(exchange) }), exchanges };
}

/** Begins a visit of the org in use. Close its client at the end. */
export function beginVisit(house: House, org: ConfiguredOrg, signal: AbortSignal): OrgVisit {
  return visitWith((hooks) => alertingClient(house, org, "attest", hooks), { house, org, signal });
}

/** As `beginVisit`, with a credential that is only tried: whoever gave it is told what became of it, so nothing is alerted. */
export function beginTrial(house: House, org: ConfiguredOrg, signal: AbortSignal): OrgVisit {
  return visitWith((hooks) => clientFor(org, house.settings, hooks), { house, org, signal });
}
