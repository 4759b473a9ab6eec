import type { OktaClient } from "../../okta/client.ts";
import type { ConfiguredOrg } from "../org/connected-org.ts";
import type { AlertDesk } from "./alert-desk.ts";

/** The client, with every read noted at the desk. */
export function alertingClient(client: OktaClient, org: ConfiguredOrg, desk: AlertDesk): OktaClient {
  const called = { origin: org.address.origin, name: org.name };
  return {
    ...client,
    read: async (request, signal) => {
      const read = await client.read(request, signal);
      desk.see(called, read);
      return read;
    },
  };
}
