import { z } from "zod";
import type { OrgSchema, SchemaAttribute } from "./org-schema.ts";
import { attributeName, schemaOf } from "./schema-attributes.ts";
import type { Shape } from "./shape.ts";

const nullable = z.boolean().exactOptional();

// Only what an org's attributes can be: such a text may come out of a file that someone else made.
const shape: z.ZodType<Shape> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("string"), values: z.array(z.string()).exactOptional(), nullable }),
    z.strictObject({ kind: z.literal("number"), integer: z.boolean().exactOptional(), nullable }),
    z.strictObject({ kind: z.literal("boolean"), nullable }),
    z.strictObject({ kind: z.literal("array"), items: shape, nullable }),
    z.strictObject({ kind: z.literal("union"), of: z.array(shape), nullable }),
    z.strictObject({ kind: z.literal("unknown"), nullable }),
  ]),
);

const attribute = z.strictObject({ name: z.string().regex(attributeName), shape, from: z.enum(["base", "custom"]) });

/** A list of attributes as it may stand in a file. */
export const keptAttributes: z.ZodType<readonly SchemaAttribute[]> = z.array(attribute);

const appUser = z.array(
  attribute.extend({
    ofApps: z.number().int(),
    apps: z.array(z.strictObject({ label: z.string(), name: z.string() })),
  }),
);

const kept = z.strictObject({
  readAt: z.string().optional(),
  degraded: z.boolean(),
  user: z.array(attribute),
  group: z.array(attribute),
  // Runs of before 2026-11-26 kept none.
  appUser: appUser.exactOptional(),
  apps: z.strictObject({ known: z.number().int(), all: z.number().int().optional() }).exactOptional(),
});

// The text's own order of keys is kept: the schema's version is a hash over it.
function isKept(value: unknown): value is z.infer<typeof kept> {
  return kept.safeParse(value).success;
}

/** An org's attributes as a text that is kept with each run. */
export function keptSchemaText({ readAt, degraded, user, group, appUser, apps }: OrgSchema): string {
  return JSON.stringify({ readAt, degraded, user, group, appUser, apps });
}

/** The attributes from such a text; undefined where it is none. */
export function parseKeptSchema(text: string): OrgSchema | undefined {
  const value: unknown = JSON.parse(text);
  if (!isKept(value)) return undefined;
  const { apps, ...rest } = value;
  return schemaOf({
    ...rest,
    readAt: value.readAt,
    ...(apps === undefined ? {} : { apps: { known: apps.known, all: apps.all } }),
  });
}
