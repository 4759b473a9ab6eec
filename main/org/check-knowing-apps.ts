import type { CheckResult, CheckSurroundings } from "../../executor/check/checked.ts";
import { lacksAppAttribute, readsAppAttributes } from "../../executor/check/schema-known.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import { alertingClient } from "../alerts/alerting-client.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import { freshForMs, knownSchema } from "./org-schema.ts";
import { appsFor, readAppSchemas } from "./read-app-schemas.ts";
import { mayLookUp } from "./schema-for-run.ts";

/** What a check said, and the schema that it was made against. */
export interface CheckedAgainst {
  readonly result: CheckResult;
  readonly orgSchema: OrgSchema;
}

/** Reads the schemas of the apps that a snippet is about, but those read today, where that may be sent. */
async function schemaWithApps(house: House, front: Front, source: string): Promise<OrgSchema | undefined> {
  const org = await house.findOrg();
  if (org === undefined) return undefined;
  const what = "the attributes of the users of the org's apps (listApplications, getApplicationUserSchema)";
  if (!(await mayLookUp(house, front, what))) return undefined;
  const { origin } = org.address;
  const client = alertingClient(house, org, "attest");
  const choose = appsFor(source, Date.now() - freshForMs);
  try {
    await readAppSchemas(house.folder, origin, { client, signal: front.signal, choose });
  } finally {
    client.close();
  }
  return knownSchema(house.folder, origin);
}

/**
 * Checks a snippet. The schema of an app is a request of its own, so only a snippet that reads profiles of app users has them
 * read: then it is checked again, where that made a difference.
 */
export async function checkKnowingApps(
  house: House,
  front: Front,
  source: string,
  surroundings: CheckSurroundings,
): Promise<CheckedAgainst> {
  const { orgSchema } = surroundings;
  const result = await house.checker().check(source, surroundings);
  const isAbout =
    result.kind === "findings" ? lacksAppAttribute(result.findings) : readsAppAttributes(result.checked.lineage);
  const fuller = isAbout ? await schemaWithApps(house, front, source) : undefined;
  if (fuller === undefined || fuller.version === orgSchema.version) return { result, orgSchema };
  return { result: await house.checker().check(source, { ...surroundings, orgSchema: fuller }), orgSchema: fuller };
}
