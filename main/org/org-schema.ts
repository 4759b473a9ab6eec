import { existsSync, readFileSync } from "node:fs";
import { chmod, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { OktaClient } from "../../okta/client.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import { baseSchema, parseOrgSchema } from "../../registry/schema-attributes.ts";
import { hashText } from "../../terms/snippet.ts";

/** After this time a kept schema is read again when the org may be asked. */
const freshForMs = 24 * 3_600_000;

/** What an org's schemas say, as Okta sent it, and when. */
interface KeptSchema {
  readonly readAt: string;
  readonly user: unknown;
  readonly group: unknown;
}

function pathOf(folder: string, origin: string): string {
  return join(folder, `schema-${hashText(origin).slice(0, 16)}.json`);
}

function isKeptSchema(value: unknown): value is KeptSchema {
  return typeof value === "object" && value !== null && "readAt" in value && "user" in value && "group" in value;
}

function readKept(folder: string, origin: string): KeptSchema | undefined {
  const path = pathOf(folder, origin);
  if (!existsSync(path)) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isKeptSchema(value) ? value : undefined;
  } catch {
    // A cut-off cache is no loss: base attributes serve until the schema is read again.
    return undefined;
  }
}

function toSchema(kept: KeptSchema): OrgSchema {
  return parseOrgSchema(kept.user, kept.group, kept.readAt);
}

/** The org's schema as last read, else Okta's base attributes. Sends nothing. */
export function knownSchema(folder: string, origin: string | undefined): OrgSchema {
  const kept = origin === undefined ? undefined : readKept(folder, origin);
  return kept === undefined ? baseSchema() : toSchema(kept);
}

async function readJson(
  client: OktaClient,
  operationId: string,
  parameters: object,
  signal: AbortSignal,
): Promise<unknown> {
  const read = await client.read({ operationId, parameters: { ...parameters } }, signal);
  return read.kind === "response" ? JSON.parse(read.text) : undefined;
}

/**
 * The org's schema, read again where what is kept is older than a day. A credential that may not read schemas gets Okta's base
 * attributes, marked as such.
 */
export async function currentSchema(
  folder: string,
  origin: string,
  client: OktaClient,
  signal: AbortSignal,
): Promise<OrgSchema> {
  const kept = readKept(folder, origin);
  if (kept !== undefined && Date.now() - Date.parse(kept.readAt) < freshForMs) return toSchema(kept);
  return refreshSchema(folder, origin, client, signal);
}

/** Reads the org's schema from Okta and keeps it. Where it cannot be read, what was kept before stays, else Okta's base attributes. */
export async function refreshSchema(
  folder: string,
  origin: string,
  client: OktaClient,
  signal: AbortSignal,
): Promise<OrgSchema> {
  const [user, group] = await Promise.all([
    readJson(client, "getUserSchema", { schemaId: "default" }, signal),
    readJson(client, "getGroupSchema", {}, signal),
  ]);
  if (user === undefined || group === undefined) return knownSchema(folder, origin);
  const fresh: KeptSchema = { readAt: new Date().toISOString(), user, group };
  const path = pathOf(folder, origin);
  await writeFile(`${path}.${process.pid}.new`, JSON.stringify(fresh), { mode: 0o600 });
  await chmod(`${path}.${process.pid}.new`, 0o600);
  await rename(`${path}.${process.pid}.new`, path);
  return toSchema(fresh);
}
