import type { OrgSchema } from "../../registry/org-schema.ts";
import { alertingClient } from "../alerts/alerting-client.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import { probeUsers } from "./known-counts.ts";
import { currentSchema, knownSchema } from "./org-schema.ts";

/**
 * Whether built-in look-ups may be sent. With nobody to ask and no `--yes` they may not: then nothing at all is sent before an
 * approval.
 */
export async function mayLookUp(house: House, front: Front, what: string): Promise<boolean> {
  if (house.settings.lookUps === "off") return false;
  if (front.yes) return true;
  if (front.decide === undefined) return false;
  if (house.settings.lookUps === "auto") return true;
  return (await front.allowLookUp?.(what)) ?? false;
}

/** The schema that a snippet is checked against before a run: the org's own where it may be read, else what is known of it. */
export async function schemaForRun(house: House, front: Front): Promise<OrgSchema> {
  const org = await house.findOrg();
  if (org === undefined) return knownSchema(house.folder, undefined);
  const { origin } = org.address;
  const known = knownSchema(house.folder, origin);
  if (
    !(await mayLookUp(
      house,
      front,
      "the org's profile attributes and size (getUserSchema, getGroupSchema, listGroups)",
    ))
  )
    return known;
  const client = alertingClient(house, org, "attest");
  try {
    const [schema] = await Promise.all([
      currentSchema(house.folder, origin, client, front.signal),
      probeUsers(house.folder, origin, client, front.signal),
    ]);
    return schema;
  } finally {
    client.close();
  }
}
