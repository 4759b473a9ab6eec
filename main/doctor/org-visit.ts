import type { OktaClient } from "../../okta/client.ts";
import type { Exchange } from "../../terms/exchange.ts";
import type { House } from "../house.ts";
import { clientFor, type ConfiguredOrg } from "../org/connected-org.ts";

/** A look at an org: what it is read with, and every exchange so far, since headers tell what no body does. */
export interface OrgVisit {
  readonly house: House;
  readonly org: ConfiguredOrg;
  readonly client: OktaClient;
  readonly exchanges: readonly Exchange[];
  readonly signal: AbortSignal;
}

/** Begins a visit. Close its client at the end. */
export function beginVisit(house: House, org: ConfiguredOrg, signal: AbortSignal): OrgVisit {
  const exchanges: Exchange[] = [];
  const client = clientFor(org, house.settings, { onExchange: (exchange) => exchanges.push(exchange) });
  return { house, org, client, exchanges, signal };
}
