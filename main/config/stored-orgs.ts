import { join } from "node:path";
import { Low } from "lowdb";
import { z } from "zod";
import { Secret } from "../../terms/secret.ts";
import { settingsFile } from "./settings-file.ts";

const tokenShape = z.object({ address: z.string(), token: z.string(), connectedAt: z.string() });
const deviceShape = z.object({
  address: z.string(),
  clientId: z.string(),
  refreshToken: z.string(),
  proofKey: z.string().optional(),
  connectedAt: z.string(),
});
const storedOrgs = z.object({
  current: z.string().nullable(),
  orgs: z.record(z.string(), z.union([tokenShape, deviceShape])),
});
type StoredOrgs = z.infer<typeof storedOrgs>;

/** What `connect` was given: a token, or a person's sign-in through a native app. */
export type StoredCredential =
  | { readonly kind: "token"; readonly token: Secret }
  | {
      readonly kind: "device";
      readonly clientId: string;
      readonly refreshToken: Secret;
      /** Undefined where the app demands no proof of possession. */
      readonly proofKey: Secret | undefined;
    };

/** An org that `connect` stored: its address as resolved, and the credential. */
export interface StoredOrg {
  readonly name: string;
  readonly address: string;
  readonly credential: StoredCredential;
}

async function openStore(folder: string): Promise<Low<StoredOrgs>> {
  const store = new Low<StoredOrgs>(
    settingsFile(join(folder, "credentials.json"), (value) => storedOrgs.parse(value)),
    {
      current: null,
      orgs: {},
    },
  );
  await store.read();
  return store;
}

function credentialIn(stored: StoredOrgs["orgs"][string]): StoredCredential {
  if ("token" in stored) return { kind: "token", token: new Secret(stored.token) };
  const { clientId, refreshToken, proofKey } = stored;
  return {
    kind: "device",
    clientId,
    refreshToken: new Secret(refreshToken),
    proofKey: proofKey === undefined ? undefined : new Secret(proofKey),
  };
}

function textOf(credential: StoredCredential): { token: string } | { clientId: string; refreshToken: string } {
  if (credential.kind === "token") return { token: credential.token.reveal() };
  const { clientId, refreshToken, proofKey } = credential;
  const bound = proofKey === undefined ? {} : { proofKey: proofKey.reveal() };
  return { clientId, refreshToken: refreshToken.reveal(), ...bound };
}

/** The org in use, from the credential store: the one file of the data folder that holds a token. */
export async function findStoredOrg(folder: string): Promise<StoredOrg | undefined> {
  const { data } = await openStore(folder);
  const found = data.current === null ? undefined : data.orgs[data.current];
  return found === undefined || data.current === null
    ? undefined
    : { name: data.current, address: found.address, credential: credentialIn(found) };
}

/** Stores an org under its name and makes it the one in use. */
export async function storeOrg(folder: string, org: StoredOrg): Promise<void> {
  const store = await openStore(folder);
  store.data.orgs[org.name] = {
    address: org.address,
    ...textOf(org.credential),
    connectedAt: new Date().toISOString(),
  };
  store.data.current = org.name;
  await store.write();
}
