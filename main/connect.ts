import { parseOrgAddress } from "../okta/org-address.ts";
import type { ServiceApp } from "../okta/credentials/service-app.ts";
import type { Secret } from "../terms/secret.ts";
import type { StoredCredential } from "./config/stored-credential.ts";
import { OrgList } from "./config/stored-orgs.ts";
import { Failure } from "../terms/failure.ts";
import type { House } from "./house.ts";
import type { DoctorLine } from "./doctor/doctor-line.ts";
import { readOwner } from "./doctor/examine-credential.ts";
import { examineGrants } from "./doctor/examine-grants.ts";
import { beginTrial } from "./doctor/org-visit.ts";
import type { ConfiguredOrg } from "./org/connected-org.ts";
import { secretsOf } from "./org/org-credential.ts";
import { refreshSchema } from "./org/org-schema.ts";
import { resolvedAddress } from "./org/resolved-address.ts";

/** What adding an org did. */
export interface Connected {
  readonly name: string;
  readonly origin: string;
  /** Login of the administrator whose credential it is, or the app's client id. */
  readonly login: string;
  /** Where its secrets are, in words. */
  readonly storedIn: string;
  /** What to mind of the credential, as doctor says it: its roles, its scopes, its age. */
  readonly mind: readonly DoctorLine[];
}

/** What is added without a person's sign-in. */
export type GivenCredential =
  | { readonly kind: "token"; readonly token: Secret }
  | { readonly kind: "service-app"; readonly app: ServiceApp };

/** Names are typed on command lines. */
const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}$/u;

/** The name of an org: as given, else its host. Throws `config/invalid` for one that cannot be typed. */
export function orgName(given: string | undefined, origin: string): string {
  if (given === undefined) return new URL(origin).host;
  if (namePattern.test(given)) return given;
  throw new Failure(
    "config/invalid",
    { setting: "org", expected: "a name of letters, digits, dots and hyphens" },
    {
      found: "The org's name has other characters than letters, digits, dots and hyphens, or more than 64.",
      why: "It is typed on command lines; nothing was stored.",
      help: "Take a short name such as prod or preview.",
    },
  );
}

/** Reads with a credential that is new, for whether it works and whose it is. Throws what the org answered. */
export async function finishConnecting(house: House, org: ConfiguredOrg, signal: AbortSignal): Promise<Connected> {
  for (const secret of secretsOf(org.credential)) house.journal().protect(secret);
  const { origin } = org.address;
  const visit = beginTrial(house, org, signal);
  try {
    const owner = await readOwner(visit);
    await refreshSchema(house.folder, origin, visit.client, signal);
    const lines = await examineGrants(visit, owner);
    const { place } = await new OrgList(house.folder, house.settings.keychain).secrets();
    const mind = lines.filter((line) => line.state !== "good");
    return { name: org.name, origin, login: owner.login, storedIn: place, mind };
  } finally {
    visit.client.close();
  }
}

/** Tests an address and a credential, then stores them as the org in use. Throws what the org answered; then nothing is stored. */
export async function connect(
  house: House,
  given: {
    readonly address: string;
    readonly name?: string | undefined;
    readonly credential: GivenCredential;
  },
  signal: AbortSignal,
): Promise<Connected> {
  const { credential } = given;
  const address = await resolvedAddress(parseOrgAddress(given.address), house.folder);
  const name = orgName(given.name, address.origin);
  const connected = await finishConnecting(house, { name, address, credential }, signal);
  const stored: StoredCredential =
    credential.kind === "token" ? credential : { kind: "service-app", ...credential.app, keyId: credential.app.keyId };
  await new OrgList(house.folder, house.settings.keychain).store(
    { name, address: address.origin, credential: stored },
    { use: true },
  );
  return connected;
}
