import { answerJson, type Answer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { forbidden, notFound, oktaError } from "../http/okta-error.ts";
import { limitOf } from "../http/page.ts";
import { customRoleObjects, permissionObjects } from "../org/custom-role-objects.ts";
import { customRoleId } from "../org/custom-roles.ts";
import { objectId } from "../org/object-id.ts";
import { adminIndexes } from "../org/person-roles.ts";
import { resourceSetEndpoints } from "./resource-sets.ts";

const bucket = "/api/v1/iam";

function listAssignees(call: Call): Answer {
  if (!call.sight.roles) return forbidden();
  const { org } = call;
  const limit = limitOf(call, { defaultLimit: 100, maxLimit: 200 });
  if (typeof limit !== "number") return limit;
  const indexes = adminIndexes(org, call.settings.assigneesThroughGroups);
  const after = call.query.get("after");
  const start = after === null ? 0 : indexes.indexOf(org.personIndex.get(after) ?? -1) + 1;
  if (after !== null && start === 0) return oktaError(400, "E0000029", "Invalid paging request.");
  const page = indexes.slice(start, start + limit);
  const ids = page.flatMap((index) => org.people[index]?.id ?? []);
  const href = `${org.origin}${call.path}`;
  const next = `${href}?after=${ids.at(-1) ?? ""}&limit=${limit}`;
  return answerJson({
    value: ids.map((id) => ({
      id,
      orn: `orn:okta:directory:${objectId(org.seed, "00o", 0)}:users:${id}`,
      _links: {
        self: { href: `${org.origin}/api/v1/users/${id}` },
        roles: { href: `${org.origin}/api/v1/users/${id}/roles` },
      },
    })),
    _links: {
      self: { href: `${href}?limit=${limit}` },
      ...(start + limit < indexes.length ? { next: { href: next } } : {}),
    },
  });
}

function selfLink(call: Call): { readonly link: readonly string[] } {
  return { link: [`<${call.org.adminOrigin}${call.path}>; rel="self"`] };
}

/** An admin who may not see roles sees its own all the same. */
function seesRole(call: Call, index: number): boolean {
  return call.sight.roles || call.sight.ownRoles.has(index);
}

function listRoles(call: Call): Answer {
  const roles = customRoleObjects(call.org).filter((_, index) => seesRole(call, index));
  return answerJson({ roles, _links: { self: { href: `${call.org.adminOrigin}${call.path}` } } }, selfLink(call));
}

function findRole(call: Call): number | Answer {
  const asked = call.parameter("roleIdOrLabel");
  const { customRoles, seed } = call.org;
  const index = customRoles.findIndex((role, at) => role.label === asked || customRoleId(seed, at) === asked);
  if (index < 0) return notFound(asked, "CustomRole");
  return seesRole(call, index) ? index : forbidden();
}

function getRole(call: Call): Answer {
  const index = findRole(call);
  return typeof index === "number" ? answerJson(customRoleObjects(call.org)[index], selfLink(call)) : index;
}

function listPermissions(call: Call): Answer {
  const index = findRole(call);
  return typeof index === "number" ? answerJson({ permissions: permissionObjects(call.org, index) }) : index;
}

function getPermission(call: Call): Answer {
  const index = findRole(call);
  if (typeof index !== "number") return index;
  const asked = call.parameter("permissionType");
  const found = permissionObjects(call.org, index).find((one) => one["label"] === asked);
  return found === undefined ? notFound(asked, "Permission") : answerJson(found, selfLink(call));
}

/** Reads of who has a role, and of the org's custom roles. These page in the body, not by headers. */
export const iamEndpoints: readonly Endpoint[] = [
  { operationId: "listUsersWithRoleAssignments", path: "/api/v1/iam/assignees/users", bucket, answer: listAssignees },
  { operationId: "listRoles", path: "/api/v1/iam/roles", bucket, answer: listRoles },
  { operationId: "getRole", path: "/api/v1/iam/roles/:roleIdOrLabel", bucket, answer: getRole },
  {
    operationId: "listRolePermissions",
    path: "/api/v1/iam/roles/:roleIdOrLabel/permissions",
    bucket,
    answer: listPermissions,
  },
  {
    operationId: "getRolePermission",
    path: "/api/v1/iam/roles/:roleIdOrLabel/permissions/:permissionType",
    bucket,
    answer: getPermission,
  },
  ...resourceSetEndpoints,
];
