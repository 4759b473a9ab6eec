import { z } from "zod";
import { listStarterReports } from "../../reports/starter-reports.ts";
import { scopesNamedIn } from "../report/report-needs.ts";
import type { Examined } from "./doctor-line.ts";
import type { OrgVisit } from "./org-visit.ts";

/** What Attest itself reads beside a run: the org's attributes, and the roles that may shorten an answer. */
const ownScopes = ["okta.roles.read", "okta.schemas.read"];

/** The scope that lets an app read what it was granted. */
const grantsScope = "okta.appGrants.read";
const grantsShape = z.array(z.object({ scopeId: z.string() }));

/** Scopes of the app that let it do more than read; none where its grants cannot be read. */
async function readMoreThanReading({ org, client, signal }: OrgVisit): Promise<readonly string[]> {
  if (org.credential.kind === "token" || (await client.missingScopes([grantsScope])).length > 0) return [];
  const parameters = { appId: org.credential.app.clientId };
  const read = await client.read({ operationId: "listScopeConsentGrants", parameters }, signal);
  const grants = read.kind === "response" ? (grantsShape.safeParse(read.body).data ?? []) : [];
  return grants
    .map((one) => one.scopeId)
    .filter((scope) => /^okta[.].*[.]manage([.]|$)/.test(scope))
    .toSorted();
}

/** Says which of the scopes that Attest and its starter reports need were granted. */
export async function examineScopes(visit: OrgVisit): Promise<Examined> {
  const { org, client } = visit;
  if (org.credential.kind === "token") {
    return { state: "good", found: "An API token has none: it may do what the roles of its owner allow." };
  }
  const needs = (await listStarterReports()).map(({ source }) => scopesNamedIn(source));
  const scopes = [...new Set([...ownScopes, ...needs.flat()])].toSorted();
  const missing = await client.missingScopes(scopes);
  const granted = scopes.filter((scope) => !missing.includes(scope));
  const more = await readMoreThanReading(visit);
  const beside = more.length === 0 ? "" : ` It can do more than read: ${more.join(", ")}.`;
  const takeAway = "Attest asks for reading scopes alone: take the others away under Okta API Scopes.";
  if (missing.length === 0) {
    const found = `All ${scopes.length} that the starter reports need: ${granted.join(", ")}.${beside}`;
    return more.length === 0 ? { state: "good", found } : { state: "poor", found, help: takeAway };
  }
  const lacking = needs.filter((needed) => needed.some((scope) => missing.includes(scope)));
  const has = granted.length === 0 ? "None" : granted.join(", ");
  return {
    state: granted.length === 0 ? "broken" : "poor",
    found: `${has} granted; not granted: ${missing.join(", ")}, which ${lacking.length} of ${needs.length} starter reports need.${beside}`,
    help: `A super administrator grants scopes under Applications > (the app) > Okta API Scopes. attest doctor --reports says what each is for.${more.length === 0 ? "" : ` ${takeAway}`}`,
  };
}
