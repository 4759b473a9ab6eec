import { z } from "zod";
import type { OktaClient } from "../../okta/client.ts";
import { parseAppAttributes } from "../../registry/schema-attributes.ts";
import { keepApps, type KeptApp, readKeptApps } from "./kept-app-schemas.ts";

/** Schemas that are read in one go: one request each, out of the limit that most of the API shares. */
const mostSchemas = 200;

/** Labels of fewer letters stand in too many words. */
const shortestLabel = 3;

const listShape = z.array(z.object({ id: z.string(), label: z.string(), name: z.string().nullish() }));

/** Chooses the apps whose schema is to be read, from all of the org. */
export type ChooseApps = (apps: readonly KeptApp[]) => readonly KeptApp[];

/** Every app, those first whose schema is not known, then those whose schema was read longest ago. */
export const longestUnread: ChooseApps = (apps) =>
  apps.toSorted((a, b) => Date.parse(a.readAt ?? "1970-01-01") - Date.parse(b.readAt ?? "1970-01-01"));

/** The label where it is no part of a longer word: Box is not meant by Sandbox. */
function asWords(label: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(label)}(?![\\p{L}\\p{N}])`, "iu");
}

/** The apps that a snippet names by label or id; every app where it names none. Those read since `freshSince` (ms) are left out. */
export function appsFor(source: string, freshSince: number): ChooseApps {
  const isNamed = ({ id, label }: KeptApp): boolean =>
    source.includes(id) || (label.length >= shortestLabel && asWords(label).test(source));
  return (apps) => {
    const named = apps.filter(isNamed);
    const wanted = named.length > 0 ? named : apps;
    return longestUnread(wanted.filter(({ readAt }) => readAt === undefined || Date.parse(readAt) < freshSince));
  };
}

/** All apps of the org; undefined where the credential may not list them. */
async function listApps(client: OktaClient, signal: AbortSignal): Promise<readonly KeptApp[] | undefined> {
  const apps: KeptApp[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.read(
      { operationId: "listApplications", parameters: {}, ...(cursor === undefined ? {} : { cursor }) },
      signal,
    );
    const items = page.kind === "response" ? listShape.safeParse(page.body).data : undefined;
    if (page.kind !== "response" || items === undefined) return undefined;
    apps.push(...items.map(({ id, label, name }) => ({ id, label, name: name ?? "" })));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return apps;
}

async function readOne(client: OktaClient, app: KeptApp, signal: AbortSignal): Promise<KeptApp> {
  const read = await client.read({ operationId: "getApplicationUserSchema", parameters: { appId: app.id } }, signal);
  const readAt = new Date().toISOString();
  // Some of Okta's own apps have no schema: their users have no profile.
  if (read.kind === "failed" && read.failure.code === "okta/not-found") return { ...app, readAt, attributes: [] };
  const attributes = read.kind === "response" ? parseAppAttributes(read.body) : undefined;
  return attributes === undefined ? app : { ...app, readAt, attributes };
}

/**
 * Lists the org's apps, reads the schemas of at most the first 200 that `choose` names, and keeps them with those known before.
 * Where the credential may not read them, what was kept stays as it is.
 */
export async function readAppSchemas(
  folder: string,
  origin: string,
  {
    client,
    signal,
    choose,
  }: { readonly client: OktaClient; readonly signal: AbortSignal; readonly choose: ChooseApps },
): Promise<void> {
  const listed = await listApps(client, signal);
  if (listed === undefined) return;
  const before = new Map((readKeptApps(folder, origin) ?? []).map((app) => [app.id, app]));
  const apps = listed.map((app) => ({ ...before.get(app.id), ...app }));
  const [first, ...others] = choose(apps).slice(0, mostSchemas);
  const probe = first === undefined ? undefined : await readOne(client, first, signal);
  // Who may not read the first may read none: no request is spent on the others.
  const isAllowed = probe !== undefined && probe.readAt !== first?.readAt;
  const rest = isAllowed ? await Promise.all(others.map((app) => readOne(client, app, signal))) : [];
  const read = new Map([...(probe === undefined ? [] : [probe]), ...rest].map((app) => [app.id, app]));
  await keepApps(
    folder,
    origin,
    apps.map((app) => read.get(app.id) ?? app),
  );
}
