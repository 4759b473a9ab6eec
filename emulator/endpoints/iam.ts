import { answerJson, type Answer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound, oktaError } from "../http/okta-error.ts";
import { limitOf } from "../http/page.ts";
import { customRoleObjects } from "../org/custom-role-objects.ts";
import { dateText, dayMs } from "../org/clock-text.ts";
import { objectId } from "../org/object-id.ts";
import { adminIndexes } from "../org/person-roles.ts";
import { resourceSetEndpoints } from "./resource-sets.ts";
import { customRoleId, customRoles } from "../org/role-rows.ts";

const bucket = "/api/v1/iam";

function listAssignees(call: Call): Answer {
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

function listRoles(call: Call): Answer {
  const roles = customRoleObjects(call.org);
  return answerJson({ roles, _links: { self: { href: `${call.org.adminOrigin}${call.path}` } } }, selfLink(call));
}

function findRole(call: Call): number | Answer {
  const asked = call.parameter("roleIdOrLabel");
  const index = customRoles.findIndex((role, at) => role.label === asked || customRoleId(call.org.seed, at) === asked);
  return index < 0 ? notFound(asked, "CustomRole") : index;
}

function getRole(call: Call): Answer {
  const index = findRole(call);
  return typeof index === "number" ? answerJson(customRoleObjects(call.org)[index], selfLink(call)) : index;
}

function listPermissions(call: Call): Answer {
  const index = findRole(call);
  if (typeof index !== "number") return index;
  const role = `${call.org.adminOrigin}/api/v1/iam/roles/${customRoleId(call.org.seed, index)}`;
  const created = dateText(call.org.now - (700 - index) * dayMs);
  const permissions = (customRoles[index]?.permissions ?? []).map((label) => ({
    label,
    created,
    lastUpdated: created,
    conditions: null,
    _links: { role: { href: role }, self: { href: `${role}/permissions/${label}` } },
  }));
  return answerJson({ permissions });
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
  ...resourceSetEndpoints,
];
