import { parseOrgAddress } from "../okta/org-address.ts";
import type { Secret } from "../terms/secret.ts";
import { storeOrg } from "./config/stored-orgs.ts";
import type { House } from "./house.ts";
import { clientFor, type ConfiguredOrg } from "./org/connected-org.ts";
import { secretsOf } from "./org/org-credential.ts";
import { refreshSchema } from "./org/org-schema.ts";
import { resolvedAddress } from "./org/resolved-address.ts";
import { readCredentialOwner } from "./org/read-credential-owner.ts";

/** What `connect` did. */
export interface Connected {
  readonly origin: string;
  /** Login of the administrator whose credential it is. */
  readonly login: string;
  readonly storedIn: string;
}

/** Reads with a credential that is new, for whether it works and whose it is. Throws what the org answered. */
export async function finishConnecting(house: House, org: ConfiguredOrg, signal: AbortSignal): Promise<Connected> {
  for (const secret of secretsOf(org.credential)) house.journal().protect(secret);
  const { origin } = org.address;
  const client = clientFor(org, house.settings);
  try {
    const { login } = await readCredentialOwner(client, signal);
    await refreshSchema(house.folder, origin, client, signal);
    return { origin, login, storedIn: `${house.folder}/credentials.json` };
  } finally {
    client.close();
  }
}

/** Tests an address and a token, then stores them as the org in use. Throws what the org answered; then nothing is stored. */
export async function connect(
  house: House,
  given: { readonly address: string; readonly token: Secret },
  signal: AbortSignal,
): Promise<Connected> {
  const address = await resolvedAddress(parseOrgAddress(given.address), house.folder);
  const credential = { kind: "token", token: given.token } as const;
  const connected = await finishConnecting(house, { address, credential }, signal);
  await storeOrg(house.folder, { name: new URL(address.origin).host, address: address.origin, credential });
  return connected;
}
