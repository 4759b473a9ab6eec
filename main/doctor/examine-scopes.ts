import { listStarterReports } from "../../reports/starter-reports.ts";
import { scopesNamedIn } from "../report/report-needs.ts";
import type { Examined } from "./doctor-line.ts";
import type { OrgVisit } from "./org-visit.ts";

/** What Attest itself reads beside a run: the org's attributes, and the roles that may shorten an answer. */
const ownScopes = ["okta.roles.read", "okta.schemas.read"];

/** Says which of the scopes that Attest and its starter reports need were granted. */
export async function examineScopes({ org, client }: OrgVisit): Promise<Examined> {
  if (org.credential.kind === "token") {
    return { state: "good", found: "An API token has none: it may do what the roles of its owner allow." };
  }
  const needs = (await listStarterReports()).map(({ source }) => scopesNamedIn(source));
  const scopes = [...new Set([...ownScopes, ...needs.flat()])].toSorted();
  const missing = await client.missingScopes(scopes);
  const granted = scopes.filter((scope) => !missing.includes(scope));
  if (missing.length === 0) {
    return { state: "good", found: `All ${scopes.length} that the starter reports need: ${granted.join(", ")}.` };
  }
  const lacking = needs.filter((needed) => needed.some((scope) => missing.includes(scope)));
  const has = granted.length === 0 ? "None" : granted.join(", ");
  return {
    state: granted.length === 0 ? "broken" : "poor",
    found: `${has} granted; not granted: ${missing.join(", ")}, which ${lacking.length} of ${needs.length} starter reports need.`,
    help: "A super administrator grants scopes under Applications > (the app) > Okta API Scopes. attest doctor --reports says what each is for.",
  };
}
