import {
  startDeviceSignIn,
  type DeviceApp,
  type DeviceSession,
  type DeviceSignIn,
} from "../okta/credentials/device-app.ts";
import { parseOrgAddress } from "../okta/org-address.ts";
import { isFailure } from "../terms/failure.ts";
import { OrgList } from "./config/stored-orgs.ts";
import { finishConnecting, orgName, type Connected } from "./connect.ts";
import type { House } from "./house.ts";
import { resolvedAddress } from "./org/resolved-address.ts";

export type { DeviceSignIn };

/** Scopes that a sign-in asks for, as far as the app has been granted them. */
const wantedScopes: readonly string[] = [
  "apiTokens",
  "apps",
  "authenticators",
  "devices",
  "groups",
  "logs",
  "networkZones",
  "policies",
  "roles",
  "schemas",
  "userTypes",
  "users",
].map((resource) => `okta.${resource}.read`);

/** Okta refuses all scopes for one that was not granted and does not say which, so each is tried. */
async function grantedScopes(origin: string, app: DeviceApp): Promise<readonly string[]> {
  const granted: string[] = [];
  for (const scope of wantedScopes) {
    try {
      await startDeviceSignIn(origin, app, [scope]);
      granted.push(scope);
    } catch (error) {
      if (!isFailure(error, "okta/scope-not-granted")) throw error;
    }
  }
  return granted;
}

async function startSignIn(origin: string, app: DeviceApp): Promise<DeviceSignIn> {
  try {
    return await startDeviceSignIn(origin, app, wantedScopes);
  } catch (error) {
    if (!isFailure(error, "okta/scope-not-granted")) throw error;
    const granted = await grantedScopes(origin, app);
    if (granted.length === 0) throw error;
    return startDeviceSignIn(origin, app, granted);
  }
}

/**
 * Lets a person sign in through a native app, on any device, and stores what comes of it as the org in use. `show` gets the address
 * and the code. Throws what the org answered; then nothing is stored.
 */
export async function connectDevice(
  house: House,
  given: { readonly address: string; readonly name?: string | undefined; readonly app: DeviceApp },
  show: (signIn: DeviceSignIn) => void,
  signal: AbortSignal,
): Promise<Connected> {
  const { app } = given;
  const address = await resolvedAddress(parseOrgAddress(given.address), house.folder);
  const name = orgName(given.name, address.origin);
  const signIn = await startSignIn(address.origin, app);
  show(signIn);
  const session = await signIn.finish(signal);
  const orgs = new OrgList(house.folder, house.settings.keychain);
  const keep = async ({ refreshToken, proofKey }: DeviceSession): Promise<void> => {
    house.journal().protect(refreshToken);
    const credential = { kind: "device", clientId: app.clientId, refreshToken, proofKey } as const;
    await orgs.store({ name, address: address.origin, credential }, { use: true });
  };
  const credential = { kind: "device", app, session, keep } as const;
  const connected = await finishConnecting(house, { name, address, credential }, signal);
  await keep(session);
  return connected;
}
