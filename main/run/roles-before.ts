import { z } from "zod";
import type { RolesAt } from "./role-watch.ts";

const reach = z.enum(["all", "some", "none", "unknown"]);
const role = z.object({
  name: z.string(),
  reach: z.object({ users: reach, groups: reach, apps: reach }),
  limit: z.string().optional(),
  limitedTo: z.array(z.string()),
  hidden: z.string().optional(),
  // Runs of older versions did not keep these; no answer depends on them.
  type: z.string().default("CUSTOM"),
  permissions: z.array(z.string()).default([]),
});
const attached = z.object({
  at: z.string(),
  read: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("read"), roles: z.array(role) }),
    z.object({ kind: z.literal("unread"), refused: z.boolean(), why: z.string() }),
  ]),
});

/** The roles under which a run was read so far, from what its journal keeps; undefined where it keeps none. */
export function rolesBefore(detail: string | undefined): RolesAt | undefined {
  if (detail === undefined) return undefined;
  const { at, read } = attached.parse(JSON.parse(detail));
  if (read.kind === "unread") return { at, read };
  return {
    at,
    read: {
      kind: "read",
      roles: read.roles.map((one) => ({ ...one, limit: one.limit, hidden: one.hidden })),
    },
  };
}
