import { parseOrgAddress } from "../okta/org-address.ts";
import type { Secret } from "../terms/secret.ts";
import { storeOrg } from "./config/stored-orgs.ts";
import type { House } from "./house.ts";
import { clientFor } from "./org/connected-org.ts";
import { refreshSchema } from "./org/org-schema.ts";
import { resolvedAddress } from "./org/resolved-address.ts";
import { readCredentialOwner } from "./org/read-credential-owner.ts";

/** What `connect` did. */
export interface Connected {
  readonly origin: string;
  /** Login of the administrator whose token it is. */
  readonly login: string;
  readonly storedIn: string;
}

/** Tests an address and a token, then stores them as the org in use. Throws what the org answered; then nothing is stored. */
export async function connect(
  house: House,
  given: { readonly address: string; readonly token: Secret },
  signal: AbortSignal,
): Promise<Connected> {
  const address = await resolvedAddress(parseOrgAddress(given.address), house.folder);
  house.journal().protect(given.token);
  const client = clientFor({ address, credential: { kind: "token", token: given.token } }, house.settings);
  try {
    const { login } = await readCredentialOwner(client, signal);
    await refreshSchema(house.folder, address.origin, client, signal);
    await storeOrg(house.folder, { name: new URL(address.origin).host, address: address.origin, token: given.token });
    return { origin: address.origin, login, storedIn: `${house.folder}/credentials.json` };
  } finally {
    client.close();
  }
}
