import { z } from "zod";
import type { OktaClient } from "../../okta/client.ts";
import { Failure, type FailureDescription } from "../../terms/failure.ts";
import { customReach, permissionsIn, resourcesIn } from "./custom-reach.ts";
import type { HeldRole, RolesRead } from "./held-role.ts";
import type { OrgCredential } from "./org-credential.ts";
import { standardRole } from "./standard-roles.ts";

const roleShape = z.object({
  id: z.string(),
  type: z.string().default("a role without a type"),
  label: z.string().nullish(),
  status: z.string().default("ACTIVE"),
  role: z.string().optional(),
  "resource-set": z.string().optional(),
});
type AssignedRole = z.infer<typeof roleShape>;
const itemsShape = z.array(z.object({ id: z.string().optional(), name: z.string().optional() }));

/** Pages of targets or resources that are read; who is confined to more than these hold is confined all the same. */
const mostPages = 5;

/** Where the roles of a kind of principal are read. */
interface RolePlaces {
  readonly holder: Readonly<Record<string, string>>;
  readonly roles: string;
  readonly groups: string;
  readonly apps: string;
}

function placesOf(credential: OrgCredential): RolePlaces {
  if (credential.kind === "service-app") {
    return {
      holder: { clientId: credential.app.clientId },
      roles: "listRolesForClient",
      groups: "listGroupTargetRoleForClient",
      apps: "listAppTargetRoleToClient",
    };
  }
  return {
    holder: { userId: "me" },
    roles: "listAssignedRolesForUser",
    groups: "listGroupTargetsForRole",
    apps: "listApplicationTargetsForApplicationAdministratorRoleForUser",
  };
}

/** Says in its failure why something could not be read. */
class Unread extends Error {
  readonly failure: FailureDescription | undefined;
  constructor(operationId: string, failure: FailureDescription | undefined) {
    super(failure?.found ?? `${operationId} answered that there is none.`);
    this.failure = failure;
  }
}

type ReadPages = (operationId: string, parameters: Readonly<Record<string, string>>) => Promise<readonly unknown[]>;

function pagesFrom(client: OktaClient, signal: AbortSignal): ReadPages {
  return async (operationId, parameters) => {
    const pages: unknown[] = [];
    let cursor: string | undefined;
    do {
      const read = await client.read({ operationId, parameters, ...(cursor === undefined ? {} : { cursor }) }, signal);
      if (read.kind !== "response") throw new Unread(operationId, read.kind === "failed" ? read.failure : undefined);
      pages.push(JSON.parse(read.text));
      cursor = read.cursor;
    } while (cursor !== undefined && pages.length < mostPages);
    return pages;
  };
}

async function readStandard(read: ReadPages, places: RolePlaces, role: AssignedRole): Promise<HeldRole> {
  const { type } = role;
  const { reach, targets } = standardRole(type);
  const name = role.label ?? type;
  const plain = { name, reach, limit: undefined, limitedTo: [], hidden: undefined, type, permissions: [] };
  if (targets === undefined) return plain;
  const pages = await read(places[targets], { ...places.holder, roleAssignmentId: role.id });
  const found = pages.flatMap((page) => itemsShape.parse(page));
  if (found.length === 0) return plain;
  const one = targets === "groups" ? "group" : "app";
  return {
    ...plain,
    reach: targets === "groups" ? { ...reach, users: "some", groups: "some" } : { ...reach, apps: "some" },
    limit: found.length === 1 ? `1 ${one}` : `${pages.length < mostPages ? "" : "at least "}${found.length} ${one}s`,
    limitedTo: found.map((target) => target.id ?? target.name ?? "").toSorted(),
  };
}

async function readCustom(read: ReadPages, role: AssignedRole): Promise<HeldRole> {
  const { role: roleIdOrLabel, "resource-set": resourceSetIdOrLabel } = role;
  if (roleIdOrLabel === undefined || resourceSetIdOrLabel === undefined) throw new Unread(role.id, undefined);
  const [permissionPages, resourcePages] = await Promise.all([
    read("listRolePermissions", { roleIdOrLabel }),
    read("listResourceSetResources", { resourceSetIdOrLabel }),
  ]);
  return {
    name: role.label ?? role.id,
    ...customReach(permissionPages.flatMap(permissionsIn), resourcePages.flatMap(resourcesIn)),
  };
}

const notKnown = { users: "unknown", groups: "unknown", apps: "unknown" } as const;

/** A role whose limits cannot be read is a role that may leave anything out. */
async function readOne(read: ReadPages, places: RolePlaces, role: AssignedRole): Promise<HeldRole> {
  try {
    return await (role.type === "CUSTOM" ? readCustom(read, role) : readStandard(read, places, role));
  } catch (error) {
    if (!(error instanceof Unread) && !(error instanceof z.ZodError)) throw error;
    const { type, label } = role;
    const name = label ?? type;
    return { name, reach: notKnown, limit: undefined, limitedTo: [], hidden: undefined, type, permissions: [] };
  }
}

function unread(error: unknown): RolesRead {
  if (error instanceof Unread) {
    const code = error.failure?.code;
    return {
      kind: "unread",
      refused: code === "okta/forbidden" || code === "okta/scope-not-granted" || code === undefined,
      why: error.message,
    };
  }
  if (error instanceof z.ZodError) {
    return { kind: "unread", refused: false, why: "What the org sent as roles is not what Okta's API sends." };
  }
  throw error;
}

/**
 * Reads the roles of a credential and what limits them: one request, one more for a role that may have targets, and two for a
 * custom role. Contract: rejects for a defect alone; what cannot be read is said in the result.
 */
export async function readRoles(
  client: OktaClient,
  credential: OrgCredential,
  signal: AbortSignal,
): Promise<RolesRead> {
  const places = placesOf(credential);
  const read = pagesFrom(client, signal);
  try {
    const pages = await read(places.roles, places.holder);
    const assigned = pages.flatMap((page) => z.array(roleShape).parse(page)).filter((role) => role.status === "ACTIVE");
    return { kind: "read", roles: await Promise.all(assigned.map((role) => readOne(read, places, role))) };
  } catch (error) {
    if (error instanceof Failure) return { kind: "unread", refused: false, why: error.message };
    return unread(error);
  }
}
