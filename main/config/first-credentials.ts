import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Secret } from "../../terms/secret.ts";
import { settingsFile } from "./settings-file.ts";
import type { StoredCredential } from "./stored-credential.ts";

const common = { address: z.string(), connectedAt: z.string() };
const shape = z.object({
  current: z.string().nullable(),
  orgs: z.record(
    z.string(),
    z.union([
      z.object({ ...common, token: z.string() }),
      z.object({ ...common, clientId: z.string(), refreshToken: z.string(), proofKey: z.string().optional() }),
    ]),
  ),
});
type FirstOrg = z.infer<typeof shape>["orgs"][string];

/** An org of the first versions, which kept orgs and secrets together in one file. */
export interface FirstStoredOrg {
  readonly name: string;
  readonly address: string;
  readonly credential: StoredCredential;
  /** ISO 8601. */
  readonly addedAt: string;
}

/** Where the first versions kept them. */
export function firstCredentialsPath(folder: string): string {
  return join(folder, "credentials.json");
}

/** True where that file is still there. */
export function hasFirstCredentials(folder: string): boolean {
  return existsSync(firstCredentialsPath(folder));
}

function credentialOf(org: FirstOrg): StoredCredential {
  if ("token" in org) return { kind: "token", token: new Secret(org.token) };
  const { clientId, refreshToken, proofKey } = org;
  return {
    kind: "device",
    clientId,
    refreshToken: new Secret(refreshToken),
    proofKey: proofKey === undefined ? undefined : new Secret(proofKey),
  };
}

/** What stands in that file; undefined where it has gone. Throws `config/invalid` for one that Attest did not write so. */
export async function readFirstCredentials(
  folder: string,
): Promise<{ readonly current: string | null; readonly orgs: readonly FirstStoredOrg[] } | undefined> {
  const read = await settingsFile(firstCredentialsPath(folder), (value) => shape.parse(value)).read();
  if (read === null) return undefined;
  const orgs = Object.entries(read.orgs).map(([name, org]) => ({
    name,
    address: org.address,
    credential: credentialOf(org),
    addedAt: org.connectedAt,
  }));
  return { current: read.current, orgs };
}

/** Takes the file away, when everything in it is kept elsewhere. */
export async function removeFirstCredentials(folder: string): Promise<void> {
  await rm(firstCredentialsPath(folder), { force: true });
}
