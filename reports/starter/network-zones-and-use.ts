// Question: Which network zones are there, and what uses them?
// Area: network
// Key: id

// Counts: all network zones, with the rules of sign-on policies and the API tokens that name them
// Traps: a zone with usage BLOCKLIST keeps everybody out without being named anywhere; rules of passwords are not read

import { okta } from "okta";

export const title = "Network zones and what uses them";

export default async function () {
  const zones = await okta.listNetworkZones().all();
  const session = await okta.listPolicies({ type: "OKTA_SIGN_ON", expand: "rules" }).all();
  const access = await okta.listPolicies({ type: "ACCESS_POLICY", expand: "rules" }).all();
  const tokens = await okta.listApiTokens().all();
  const rules = [...session, ...access].flatMap((policy) =>
    policy._embedded.rules.flatMap((rule) => {
      if (rule.type !== "SIGN_ON" && rule.type !== "ACCESS_POLICY") return [];
      const network = rule.conditions?.network;
      return [
        { name: `${policy.name}: ${rule.name}`, zones: [...(network?.include ?? []), ...(network?.exclude ?? [])] },
      ];
    }),
  );
  return zones.map((zone) => ({
    id: zone.id,
    zone: zone.name,
    type: zone.type,
    status: zone.status ?? null,
    usage: zone.usage ?? null,
    system: zone.system ?? null,
    rules: rules.filter((rule) => rule.zones.includes(zone.id)).map((rule) => rule.name),
    apiTokens: tokens.filter((token) => token.network?.include?.includes(zone.id)).map((token) => token.name),
  }));
}
