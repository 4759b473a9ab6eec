import { z } from "zod";
import { roleKinds, type HeldRole, type RoleKind, type RoleReach } from "./held-role.ts";

/** A permission of a custom role, and the conditions that Okta puts on it: how, then on what, then which attributes. */
export interface RolePermission {
  readonly label: string;
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> | null | undefined;
}

/** An entry of a resource set. */
export interface RoleResource {
  readonly orn?: string | undefined;
  readonly conditions?: unknown;
  readonly _links?: { readonly self?: { readonly href: string } | undefined } | undefined;
}

const permissionsShape = z.object({
  permissions: z.array(
    z.object({
      label: z.string(),
      conditions: z.record(z.string(), z.record(z.string(), z.array(z.string()))).nullish(),
    }),
  ),
});
const resourcesShape = z.object({
  resources: z.array(
    z.object({
      orn: z.string().optional(),
      conditions: z.unknown().optional(),
      _links: z.object({ self: z.object({ href: z.string() }).optional() }).optional(),
    }),
  ),
});

/** The permissions of a custom role, as Okta lists them. Throws a ZodError for what is none. */
export function permissionsIn(page: unknown): readonly RolePermission[] {
  return permissionsShape.parse(page).permissions;
}

/** The resources of a resource set, as Okta lists them. Throws a ZodError for what is none. */
export function resourcesIn(page: unknown): readonly RoleResource[] {
  return resourcesShape.parse(page).resources;
}

/** A resource's place, as "users", "groups/00g…" or "groups/00g…/users", from its link or its name (ORN). */
function placeOf({ orn = "", _links }: RoleResource): string {
  const href = _links?.self?.href ?? "";
  const linked = /\/api\/v1\/([^?]+)$/.exec(href)?.[1];
  return linked ?? orn.split(":").slice(4).join("/");
}

function isConditioned({ conditions: condition }: RoleResource): boolean {
  return typeof condition === "object" && condition !== null && Object.keys(condition).length > 0;
}

function reachIn(resource: RoleResource, kind: RoleKind): RoleReach {
  const [first, id, inner] = placeOf(resource).split("/");
  const shows = inner === "users" || inner === "contained_resources" ? "users" : first;
  if (shows !== kind) return "none";
  return id === undefined && !isConditioned(resource) ? "all" : "some";
}

function widest(reaches: readonly RoleReach[]): RoleReach {
  return reaches.includes("all") ? "all" : reaches.includes("some") ? "some" : "none";
}

/** The permissions that let a role see the profile of users. */
const profilePermission = /^okta[.]users[.](read|manage|userprofile[.]manage)$/;

/** What conditions hide, where every permission to see profiles has one: one without shows everything. */
function hiddenBy(permissions: readonly RolePermission[]): string | undefined {
  const seeing = permissions.filter((one) => profilePermission.test(one.label));
  const conditioned = seeing.filter((one) => Object.keys(one.conditions ?? {}).length > 0);
  if (conditioned.length === 0 || conditioned.length < seeing.length) return undefined;
  const words = conditioned.flatMap((one) =>
    Object.entries(one.conditions ?? {}).map(([how, byResource]) => {
      const names = Object.values(byResource).flat().toSorted().join(", ");
      return how.toLowerCase() === "include" ? `all but ${names}` : names;
    }),
  );
  return [...new Set(words)].join("; ");
}

/** What a custom role shows: its permissions, within its resource set. */
export function customReach(
  permissions: readonly RolePermission[],
  resources: readonly RoleResource[],
): Omit<HeldRole, "name"> {
  const reachOf = (kind: RoleKind): RoleReach =>
    permissions.some((one) => one.label.startsWith(`okta.${kind}.`))
      ? widest(resources.map((one) => reachIn(one, kind)))
      : "none";
  const reach = { users: reachOf("users"), groups: reachOf("groups"), apps: reachOf("apps") };
  const isLimited = roleKinds.some((kind) => reach[kind] === "some");
  return {
    reach,
    limit: isLimited ? `a resource set of ${resources.length}` : undefined,
    limitedTo: [...resources.map(placeOf).toSorted(), ...permissions.map((one) => one.label).toSorted()],
    hidden: hiddenBy(permissions),
    type: "CUSTOM",
    permissions: permissions.map((one) => one.label).toSorted(),
  };
}
