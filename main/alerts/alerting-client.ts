import type { OktaClient } from "../../okta/client.ts";
import type { House } from "../house.ts";
import { clientFor, type ClientHooks, type ConfiguredOrg } from "../org/connected-org.ts";
import type { Asker } from "./call-tally.ts";

/** A client for an org, as `clientFor` makes it, with every read noted at the desk of the house. */
export function alertingClient(house: House, org: ConfiguredOrg, asker: Asker, hooks: ClientHooks = {}): OktaClient {
  const client = clientFor(org, house.settings, hooks);
  const called = { origin: org.address.origin, name: org.name };
  return {
    ...client,
    read: async (request, signal) => {
      const read = await client.read(request, signal);
      house.alerts().see(called, asker, read);
      return read;
    },
  };
}
