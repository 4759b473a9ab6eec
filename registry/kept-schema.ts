import { z } from "zod";
import type { OrgSchema } from "./org-schema.ts";
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
    z.strictObject({ kind: z.literal("unknown"), nullable }),
  ]),
);

const attributes = z.array(
  z.strictObject({ name: z.string().regex(attributeName), shape, from: z.enum(["base", "custom"]) }),
);

const kept = z.strictObject({
  readAt: z.string().optional(),
  degraded: z.boolean(),
  user: attributes,
  group: attributes,
});

// The text's own order of keys is kept: the schema's version is a hash over it.
function isKept(value: unknown): value is z.infer<typeof kept> {
  return kept.safeParse(value).success;
}

/** An org's attributes as a text that is kept with each run. */
export function keptSchemaText({ readAt, degraded, user, group }: OrgSchema): string {
  return JSON.stringify({ readAt, degraded, user, group });
}

/** The attributes from such a text; undefined where it is none. */
export function parseKeptSchema(text: string): OrgSchema | undefined {
  const value: unknown = JSON.parse(text);
  return isKept(value) ? schemaOf({ ...value, readAt: value.readAt }) : undefined;
}
