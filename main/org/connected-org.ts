import { createOktaClient, type OktaClient } from "../../okta/client.ts";
import { parseOrgAddress, type OrgAddress } from "../../okta/org-address.ts";
import { Failure } from "../../terms/failure.ts";
import type { Settings } from "../config/settings.ts";
import { findStoredOrg, storeOrg, type StoredOrg } from "../config/stored-orgs.ts";
import { resolvedAddress } from "./resolved-address.ts";
import { createCredential, type OrgCredential } from "./org-credential.ts";

/** An org and how to reach it: the environment's, else the one that `connect` stored. */
export interface ConfiguredOrg {
  readonly address: OrgAddress;
  readonly credential: OrgCredential;
}

function missing(setting: string, found: string): Failure<"config/missing"> {
  return new Failure(
    "config/missing",
    { setting },
    {
      found,
      why: "Attest has no org to ask, so nothing was sent.",
      help: "Set OKTA_DOMAIN and OKTA_API_TOKEN (or OKTA_CLIENT_ID and OKTA_PRIVATE_KEY_FILE) in the environment or in .env, or run attest connect.",
    },
  );
}

/** The credential that the environment names; undefined where it names none. */
function credentialOf({ oktaToken, oktaApp }: Settings): OrgCredential | undefined {
  if (oktaToken !== undefined) return { kind: "token", token: oktaToken };
  if (oktaApp?.privateKey === undefined) return undefined;
  return { kind: "service-app", app: { ...oktaApp, privateKey: oktaApp.privateKey } };
}

function storedCredential(stored: StoredOrg, folder: string): OrgCredential {
  if (stored.credential.kind === "token") return stored.credential;
  const { clientId, refreshToken, proofKey } = stored.credential;
  return {
    kind: "device",
    app: { clientId, dpop: proofKey !== undefined },
    session: { refreshToken, proofKey },
    keep: (session) => storeOrg(folder, { ...stored, credential: { kind: "device", clientId, ...session } }),
  };
}

/** The org in use, or undefined where none is configured. Throws `config/missing` where one half of it is set. */
export async function findConfiguredOrg(settings: Settings, folder: string): Promise<ConfiguredOrg | undefined> {
  const { oktaDomain } = settings;
  const credential = credentialOf(settings);
  if (credential !== undefined) {
    if (oktaDomain !== undefined) {
      return { address: await resolvedAddress(parseOrgAddress(oktaDomain), folder), credential };
    }
    const setting = credential.kind === "token" ? "OKTA_API_TOKEN" : "OKTA_CLIENT_ID";
    throw missing("OKTA_DOMAIN", `${setting} is set, but OKTA_DOMAIN is not.`);
  }
  const stored = await findStoredOrg(folder);
  const named = oktaDomain === undefined ? undefined : await resolvedAddress(parseOrgAddress(oktaDomain), folder);
  if (stored !== undefined && (named === undefined || named.origin === stored.address)) {
    return { address: parseOrgAddress(stored.address), credential: storedCredential(stored, folder) };
  }
  if (oktaDomain !== undefined) throw missing("OKTA_API_TOKEN", "OKTA_DOMAIN is set, but no credential is.");
  return undefined;
}

/** The org in use. Throws `config/missing` where none is configured. */
export async function getConfiguredOrg(settings: Settings, folder: string): Promise<ConfiguredOrg> {
  const org = await findConfiguredOrg(settings, folder);
  if (org === undefined) throw missing("OKTA_DOMAIN", "No org is configured.");
  return org;
}

/** A client for an org, with the settings' pacing. `scopes`: those of the run that it is for. */
export function clientFor(
  org: ConfiguredOrg,
  settings: Settings,
  hooks: Pick<Parameters<typeof createOktaClient>[0], "onWaiting" | "scopes"> = {},
): OktaClient {
  return createOktaClient({
    address: org.address,
    credential: createCredential(org.address.origin, org.credential),
    concurrency: settings.concurrency,
    reserve: settings.reserve,
    ...hooks,
  });
}
