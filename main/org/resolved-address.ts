import { join } from "node:path";
import { Low } from "lowdb";
import { z } from "zod";
import { parseOrgAddress, type OrgAddress } from "../../okta/org-address.ts";
import { resolveOrgAddress } from "../../okta/resolve-org-address.ts";
import { settingsFile } from "../config/settings-file.ts";

const storedShape = z.record(z.string(), z.string());

const resolved = new Map<string, Promise<OrgAddress>>();

/** Domains whose address says which org it is, and this machine's emulators, need no look. */
function isPlain(address: OrgAddress): boolean {
  return address.adminOrigin !== undefined || address.origin.startsWith("http:");
}

async function resolve(address: OrgAddress, folder: string): Promise<OrgAddress> {
  const store = new Low(
    settingsFile(join(folder, "custom-domains.json"), (value) => storedShape.parse(value)),
    {},
  );
  await store.read();
  const known = store.data[address.origin];
  if (known !== undefined) return parseOrgAddress(known);
  const found = await resolveOrgAddress(address, new AbortController().signal);
  // The domain itself serves Okta's API too. What is lost is links to the org's other names, which are not followed then.
  if (found === undefined) return address;
  store.data[address.origin] = found.origin;
  await store.write();
  return found;
}

/**
 * The org that an address means: a custom domain is looked up once and remembered in the data folder, so that one org has one name in
 * approvals and journal, whichever of its domains is set. A domain that names no org stays as it is.
 */
export function resolvedAddress(address: OrgAddress, folder: string): OrgAddress | Promise<OrgAddress> {
  if (isPlain(address)) return address;
  const key = `${folder} ${address.origin}`;
  const known = resolved.get(key);
  if (known !== undefined) return known;
  const found = resolve(address, folder);
  resolved.set(key, found);
  return found;
}
