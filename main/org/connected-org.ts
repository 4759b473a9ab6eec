import { createOktaClient, type OktaClient } from "../../okta/client.ts";
import { parseOrgAddress, type OrgAddress } from "../../okta/org-address.ts";
import { Failure } from "../../terms/failure.ts";
import type { Settings } from "../config/settings.ts";
import { OrgList, type StoredOrg } from "../config/stored-orgs.ts";
import { resolvedAddress } from "./resolved-address.ts";
import { createCredential, type OrgCredential } from "./org-credential.ts";

/** An org and how to reach it: the one that was named, else the environment's, else the one in use of those that were added. */
export interface ConfiguredOrg {
  /** As it was added; the host of an org that was not. */
  readonly name: string;
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
      help: "Set OKTA_DOMAIN and OKTA_API_TOKEN (or OKTA_CLIENT_ID and OKTA_PRIVATE_KEY_FILE) in the environment or in .env, or run attest org add.",
    },
  );
}

/** The credential that the environment names; undefined where it names none. */
export function credentialOf({
  oktaToken,
  oktaApp,
}: Settings): Exclude<OrgCredential, { readonly kind: "device" }> | undefined {
  if (oktaToken !== undefined) return { kind: "token", token: oktaToken };
  if (oktaApp?.privateKey === undefined) return undefined;
  return { kind: "service-app", app: { ...oktaApp, privateKey: oktaApp.privateKey } };
}

function storedCredential(stored: StoredOrg, orgs: OrgList): OrgCredential {
  const { credential } = stored;
  switch (credential.kind) {
    case "token":
      return credential;
    case "service-app":
      return { kind: "service-app", app: credential };
    case "device": {
      const { clientId, refreshToken, proofKey } = credential;
      return {
        kind: "device",
        app: { clientId, dpop: proofKey !== undefined },
        session: { refreshToken, proofKey },
        keep: (session) =>
          orgs.store({ ...stored, credential: { kind: "device", clientId, ...session } }, { use: false }),
      };
    }
  }
}

function storedOrg(stored: StoredOrg, orgs: OrgList): ConfiguredOrg {
  return { name: stored.name, address: parseOrgAddress(stored.address), credential: storedCredential(stored, orgs) };
}

/** The org that the environment's credential is for. */
async function environmentOrg(
  settings: Settings,
  credential: OrgCredential,
  folder: string,
  orgs: OrgList,
): Promise<ConfiguredOrg> {
  if (settings.oktaDomain === undefined) {
    const setting = credential.kind === "token" ? "OKTA_API_TOKEN" : "OKTA_CLIENT_ID";
    throw missing("OKTA_DOMAIN", `${setting} is set, but OKTA_DOMAIN is not.`);
  }
  const address = await resolvedAddress(parseOrgAddress(settings.oktaDomain), folder);
  return { name: (await orgs.nameOf(address.origin)) ?? new URL(address.origin).host, address, credential };
}

/**
 * The org to ask, or undefined where none is configured. Throws `config/missing` where one half of it is set, and `config/invalid`
 * for a name that was not added.
 */
export async function findConfiguredOrg(settings: Settings, folder: string): Promise<ConfiguredOrg | undefined> {
  const orgs = new OrgList(folder, settings.keychain);
  const { oktaDomain, orgName } = settings;
  const credential = credentialOf(settings);
  if (orgName === undefined && credential !== undefined) return environmentOrg(settings, credential, folder, orgs);
  if (orgName !== undefined || oktaDomain === undefined) {
    const stored = await orgs.find(orgName);
    return stored === undefined ? undefined : storedOrg(stored, orgs);
  }
  const address = await resolvedAddress(parseOrgAddress(oktaDomain), folder);
  const name = await orgs.nameOf(address.origin);
  const stored = name === undefined ? undefined : await orgs.find(name);
  if (stored === undefined) throw missing("OKTA_API_TOKEN", "OKTA_DOMAIN is set, but no credential is.");
  return storedOrg(stored, orgs);
}

/** The org in use. Throws `config/missing` where none is configured. */
export async function getConfiguredOrg(settings: Settings, folder: string): Promise<ConfiguredOrg> {
  const org = await findConfiguredOrg(settings, folder);
  if (org === undefined) throw missing("OKTA_DOMAIN", "No org is configured.");
  return org;
}

/** What a client is told beside its org. `scopes`: those of the run that it is for. */
export type ClientHooks = Pick<Parameters<typeof createOktaClient>[0], "onWaiting" | "onExchange" | "run" | "scopes">;

/** A client for an org, with the settings' pacing. */
export function clientFor(org: ConfiguredOrg, settings: Settings, hooks: ClientHooks = {}): OktaClient {
  return createOktaClient({
    address: org.address,
    credential: createCredential(org.address.origin, org.credential),
    concurrency: settings.concurrency,
    reserve: settings.reserve,
    ...hooks,
  });
}
