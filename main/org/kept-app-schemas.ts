import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type AppSchema, baseAppUser, uniteAttributes } from "../../registry/app-attributes.ts";
import { keptAttributes } from "../../registry/kept-schema.ts";
import type { AppName, SchemaAttribute } from "../../registry/org-schema.ts";
import type { AppUsers } from "../../registry/schema-attributes.ts";
import { hashText } from "../../terms/snippet.ts";
import { writePrivate } from "./write-private.ts";

/** An app of the org, with its users' attributes as far as they are known. */
export interface KeptApp extends AppName {
  readonly id: string;
  /** When its schema was read, ISO 8601, and what it says; neither for an app whose schema is not known. */
  readonly readAt?: string;
  readonly attributes?: readonly SchemaAttribute[];
}

const fileShape = z.object({
  apps: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      name: z.string(),
      readAt: z.string().exactOptional(),
      attributes: keptAttributes.exactOptional(),
    }),
  ),
});

function pathOf(folder: string, origin: string): string {
  return join(folder, `app-schemas-${hashText(origin).slice(0, 16)}.json`);
}

/** The org's apps as last listed; undefined where they never were. */
export function readKeptApps(folder: string, origin: string): readonly KeptApp[] | undefined {
  const path = pathOf(folder, origin);
  if (!existsSync(path)) return undefined;
  try {
    return fileShape.parse(JSON.parse(readFileSync(path, "utf8"))).apps;
  } catch {
    // A cut-off cache is no loss: the usual attributes serve until the schemas are read again.
    return undefined;
  }
}

/** Keeps the org's apps in place of those that were kept before. */
export async function keepApps(folder: string, origin: string, apps: readonly KeptApp[]): Promise<void> {
  await writePrivate(pathOf(folder, origin), JSON.stringify({ apps }));
}

/** What is known of the users of the org's apps; undefined where its apps were never listed. */
export function knownAppUsers(folder: string, origin: string): AppUsers | undefined {
  const apps = readKeptApps(folder, origin);
  if (apps === undefined) return undefined;
  const known = apps.flatMap(({ label, name, attributes }): readonly AppSchema[] =>
    attributes === undefined ? [] : [{ label, name, attributes }],
  );
  return {
    appUser: known.length === 0 ? baseAppUser : uniteAttributes(known),
    apps: { known: known.length, all: apps.length },
  };
}
