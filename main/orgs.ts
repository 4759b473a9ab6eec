import { OrgList, type ListedOrg } from "./config/stored-orgs.ts";
import { connect, type Connected, type GivenCredential } from "./connect.ts";
import { connectDevice, type DeviceSignIn } from "./connect-device.ts";
import type { House } from "./house.ts";
import { credentialOf } from "./org/connected-org.ts";

/** What adding an org asks of whoever is there; each is asked only where the settings do not say it. */
export interface OrgQuestions {
  readonly address: () => Promise<string>;
  readonly token: () => Promise<Extract<GivenCredential, { readonly kind: "token" }>["token"]>;
  /** Shows where to sign in, and with which code. */
  readonly show: (signIn: DeviceSignIn) => void;
}

/**
 * Adds an org under a name, its host's where none is given, and makes it the one in use. Domain and credential are the settings';
 * what they do not say is asked. Throws what the org answered; then nothing is stored.
 */
export async function addOrg(
  house: House,
  name: string | undefined,
  ask: OrgQuestions,
  signal: AbortSignal,
): Promise<Connected> {
  const { oktaDomain, oktaApp } = house.settings;
  const address = oktaDomain ?? (await ask.address());
  const credential = credentialOf(house.settings);
  if (credential !== undefined) return connect(house, { address, name, credential }, signal);
  if (oktaApp !== undefined) return connectDevice(house, { address, name, app: oktaApp }, ask.show, signal);
  return connect(house, { address, name, credential: { kind: "token", token: await ask.token() } }, signal);
}

/** The orgs that were added. */
export async function listOrgs(house: House): Promise<readonly ListedOrg[]> {
  return new OrgList(house.folder, house.settings.keychain).list();
}

/** Makes an org the one in use. Throws `config/invalid` for a name that was not added. */
export async function useOrg(house: House, name: string): Promise<void> {
  await new OrgList(house.folder, house.settings.keychain).use(name);
}

/** Forgets an org and its secrets; what was read from it stays in the journal. Throws `config/invalid` for a name that was not added. */
export async function removeOrg(house: House, name: string): Promise<void> {
  await new OrgList(house.folder, house.settings.keychain).remove(name);
}
