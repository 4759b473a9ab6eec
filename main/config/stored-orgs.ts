import { join } from "node:path";
import { Low } from "lowdb";
import { z } from "zod";
import { Secret } from "../../terms/secret.ts";
import { PrivateFile } from "./private-file.ts";

const storedOrg = z.object({ address: z.string(), token: z.string(), connectedAt: z.string() });
const storedOrgs = z.object({ current: z.string().nullable(), orgs: z.record(z.string(), storedOrg) });
type StoredOrgs = z.infer<typeof storedOrgs>;

/** An org that `connect` stored: its address as resolved, and the token. */
export interface StoredOrg {
  readonly name: string;
  readonly address: string;
  readonly token: Secret;
}

async function openStore(folder: string): Promise<Low<StoredOrgs>> {
  const store = new Low<StoredOrgs>(
    new PrivateFile(join(folder, "credentials.json"), (value) => storedOrgs.parse(value)),
    {
      current: null,
      orgs: {},
    },
  );
  await store.read();
  return store;
}

/** The org in use, from the credential store: the one file of the data folder that holds a token. */
export async function findStoredOrg(folder: string): Promise<StoredOrg | undefined> {
  const { data } = await openStore(folder);
  const found = data.current === null ? undefined : data.orgs[data.current];
  return found === undefined || data.current === null
    ? undefined
    : { name: data.current, address: found.address, token: new Secret(found.token) };
}

/** Stores an org under its name and makes it the one in use. */
export async function storeOrg(folder: string, org: StoredOrg): Promise<void> {
  const store = await openStore(folder);
  store.data.orgs[org.name] = {
    address: org.address,
    token: org.token.reveal(),
    connectedAt: new Date().toISOString(),
  };
  store.data.current = org.name;
  await store.write();
}
