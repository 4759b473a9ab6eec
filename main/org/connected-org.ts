import { createOktaClient, type OktaClient } from "../../okta/client.ts";
import { createSswsCredential } from "../../okta/credentials/ssws.ts";
import { parseOrgAddress, type OrgAddress } from "../../okta/org-address.ts";
import { Failure } from "../../terms/failure.ts";
import type { Secret } from "../../terms/secret.ts";
import type { Settings } from "../config/settings.ts";
import { findStoredOrg } from "../config/stored-orgs.ts";

/** An org and how to reach it: the environment's, else the one that `connect` stored. */
export interface ConfiguredOrg {
  readonly address: OrgAddress;
  readonly token: Secret;
}

function missing(setting: string, found: string): Failure<"config/missing"> {
  return new Failure(
    "config/missing",
    { setting },
    {
      found,
      why: "Attest has no org to ask, so nothing was sent.",
      help: "Set OKTA_DOMAIN and OKTA_API_TOKEN in the environment or in .env, or run attest connect.",
    },
  );
}

/** The org in use, or undefined where none is configured. Throws `config/missing` where one half of it is set. */
export async function findConfiguredOrg(settings: Settings, folder: string): Promise<ConfiguredOrg | undefined> {
  const { oktaDomain, oktaToken } = settings;
  if (oktaDomain !== undefined && oktaToken !== undefined) {
    return { address: parseOrgAddress(oktaDomain), token: oktaToken };
  }
  if (oktaToken !== undefined) throw missing("OKTA_DOMAIN", "OKTA_API_TOKEN is set, but OKTA_DOMAIN is not.");
  const stored = await findStoredOrg(folder);
  if (stored !== undefined && (oktaDomain === undefined || parseOrgAddress(oktaDomain).origin === stored.address)) {
    return { address: parseOrgAddress(stored.address), token: stored.token };
  }
  if (oktaDomain !== undefined) throw missing("OKTA_API_TOKEN", "OKTA_DOMAIN is set, but OKTA_API_TOKEN is not.");
  return undefined;
}

/** The org in use. Throws `config/missing` where none is configured. */
export async function getConfiguredOrg(settings: Settings, folder: string): Promise<ConfiguredOrg> {
  const org = await findConfiguredOrg(settings, folder);
  if (org === undefined) throw missing("OKTA_DOMAIN", "No org is configured.");
  return org;
}

/** A client for an org, with the settings' pacing. */
export function clientFor(
  org: ConfiguredOrg,
  settings: Settings,
  hooks: Pick<Parameters<typeof createOktaClient>[0], "onWaiting"> = {},
): OktaClient {
  return createOktaClient({
    address: org.address,
    credential: createSswsCredential(org.token),
    concurrency: settings.concurrency,
    reserve: settings.reserve,
    ...hooks,
  });
}
