import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OktaClient } from "../../okta/client.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import { baseSchema, parseOrgSchema } from "../../registry/schema-attributes.ts";
import { hashText } from "../../terms/snippet.ts";
import { knownAppUsers } from "./kept-app-schemas.ts";
import { longestUnread, readAppSchemas } from "./read-app-schemas.ts";
import { writePrivate } from "./write-private.ts";

/** After this time a kept schema is read again when the org may be asked. */
export const freshForMs: number = 24 * 3_600_000;

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

/** The org's schemas as last read; Okta's own attributes for what was not. Sends nothing. */
export function knownSchema(folder: string, origin: string | undefined): OrgSchema {
  if (origin === undefined) return baseSchema();
  const kept = readKept(folder, origin);
  return parseOrgSchema(kept?.user, kept?.group, kept?.readAt, knownAppUsers(folder, origin));
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
 * The org's schemas; those of users and groups are read again where what is kept is older than a day. A credential that may not
 * read schemas gets Okta's base attributes, marked as such.
 */
export async function currentSchema(
  folder: string,
  origin: string,
  client: OktaClient,
  signal: AbortSignal,
): Promise<OrgSchema> {
  const kept = readKept(folder, origin);
  if (kept !== undefined && Date.now() - Date.parse(kept.readAt) < freshForMs) return knownSchema(folder, origin);
  return refreshSchema(folder, origin, client, signal);
}

/**
 * Reads the schemas of the org's users and groups from Okta and keeps them. Where they cannot be read, what was kept before
 * stays, else Okta's base attributes.
 */
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
  await writePrivate(pathOf(folder, origin), JSON.stringify(fresh));
  return knownSchema(folder, origin);
}

/** As `refreshSchema`, and reads the schemas of the users of up to 200 of the org's apps before, whatever their age. */
export async function refreshAllSchemas(
  folder: string,
  origin: string,
  client: OktaClient,
  signal: AbortSignal,
): Promise<OrgSchema> {
  await readAppSchemas(folder, origin, { client, signal, choose: longestUnread });
  return refreshSchema(folder, origin, client, signal);
}
