import type { JsonObject } from "../json.ts";
import type { Org } from "../org.ts";
import { entries } from "./entry.ts";

const zone = (name: string, type: string, usage: string, more: JsonObject): JsonObject => ({
  type,
  name,
  status: "ACTIVE",
  usage,
  system: false,
  ...more,
});

/** The network zones of the org. */
export function networkZones(org: Org): readonly JsonObject[] {
  return entries(org, "nzo", "/api/v1/zones", [
    zone("LegacyIpZone", "IP", "POLICY", {
      system: true,
      gateways: [{ type: "CIDR", value: "192.0.2.0/24" }],
      proxies: null,
    }),
    zone("BlockedIpZone", "IP", "BLOCKLIST", {
      system: true,
      gateways: [{ type: "RANGE", value: "203.0.113.5-203.0.113.60" }],
      proxies: null,
    }),
    zone("DefaultEnhancedDynamicZone", "DYNAMIC_V2", "BLOCKLIST", {
      status: "INACTIVE",
      system: true,
      asns: { include: [], exclude: [] },
      locations: { include: [], exclude: [] },
      ipServiceCategories: { include: ["ALL_ANONYMIZERS"], exclude: [] },
    }),
    zone("Head office", "IP", "POLICY", { gateways: [{ type: "CIDR", value: "198.51.100.0/25" }], proxies: null }),
    zone("Embargo", "DYNAMIC", "BLOCKLIST", {
      asns: [],
      locations: [{ country: "KP", region: null }],
      proxyType: "Any",
    }),
  ]);
}
