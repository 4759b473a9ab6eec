import { answerJson, type Answer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { forbidden, notFound } from "../http/okta-error.ts";
import { customRoleId, resourceSetId } from "../org/custom-roles.ts";
import { dateText, dayMs } from "../org/clock-text.ts";
import type { JsonObject } from "../org/json.ts";
import { objectId } from "../org/object-id.ts";
import type { Org } from "../org/org.ts";
import type { RoleGrant } from "../org/role-rows.ts";

function resourceSet(org: Org, index: number): JsonObject {
  const id = resourceSetId(org.seed, index);
  const self = `${org.origin}/api/v1/iam/resource-sets/${id}`;
  const created = dateText(org.now - 700 * dayMs);
  return {
    id,
    label: org.customRoles[index]?.resourceSet,
    description: `What ${org.customRoles[index]?.label} may reach`,
    created,
    lastUpdated: created,
    _links: {
      self: { href: self },
      resources: { href: `${self}/resources` },
      bindings: { href: `${self}/bindings` },
    },
  };
}

const listLink = (call: Call): { readonly link: readonly string[] } => ({
  link: [`<${call.org.origin}${call.path}>; rel="self"`],
});

/** An admin who may not see roles sees the sets that its own are bound to. */
const seesSet = (call: Call, index: number): boolean => call.sight.roles || call.sight.ownRoles.has(index);

function findSet(call: Call): number | Answer {
  const asked = call.parameter("resourceSetIdOrLabel");
  const { customRoles, seed } = call.org;
  const index = customRoles.findIndex((role, at) => role.resourceSet === asked || resourceSetId(seed, at) === asked);
  if (index < 0) return notFound(asked, "IAMPolicy");
  return seesSet(call, index) ? index : forbidden();
}

function listSets(call: Call): Answer {
  const indexes = call.org.customRoles.map((_, index) => index).filter((index) => seesSet(call, index));
  const sets = indexes.map((index) => resourceSet(call.org, index));
  return answerJson(
    { "resource-sets": sets, _links: { self: { href: `${call.org.origin}${call.path}` } } },
    listLink(call),
  );
}

function getSet(call: Call): Answer {
  const index = findSet(call);
  return typeof index === "number" ? answerJson(resourceSet(call.org, index), listLink(call)) : index;
}

/** A resource's path under /api/v1, with the id in place of the name. */
function resourcePath(org: Org, resource: string): string {
  const [kind = "", name, inner] = resource.split("/");
  if (name === undefined) return kind;
  const id =
    kind === "apps" ? org.apps.find((app) => app.label === name)?.id : org.groups.find((one) => one.name === name)?.id;
  return [kind, id, ...(inner === undefined ? [] : [inner])].join("/");
}

function listResources(call: Call): Answer {
  const index = findSet(call);
  if (typeof index !== "number") return index;
  const { org } = call;
  const reached = (org.customRoles[index]?.resources ?? []).map((resource) => resourcePath(org, resource));
  const created = dateText(org.now - 700 * dayMs);
  const resources = reached.map((path, at) => ({
    id: objectId(org.seed, "ire", index * 10 + at),
    orn: `orn:okta:directory:${objectId(org.seed, "00o", 0)}:${path.replaceAll("/", ":")}`,
    created,
    lastUpdated: created,
    _links: { self: { href: `${org.origin}/api/v1/${path}` } },
  }));
  const set = { "resource-set": { href: `${org.origin}/api/v1/iam/resource-sets/${resourceSetId(org.seed, index)}` } };
  return answerJson({ resources, _links: set }, listLink(call));
}

function listBindings(call: Call): Answer {
  const index = findSet(call);
  if (typeof index !== "number") return index;
  const { org } = call;
  const id = customRoleId(org.seed, index);
  const self = `${org.origin}/api/v1/iam/resource-sets/${resourceSetId(org.seed, index)}`;
  const binding = {
    id,
    _links: { self: { href: `${self}/bindings/${id}` }, members: { href: `${self}/bindings/${id}/members` } },
  };
  return answerJson(
    { roles: [binding], _links: { self: { href: `${self}/bindings` }, "resource-set": { href: self } } },
    listLink(call),
  );
}

function holders(
  org: Org,
  grants: ReadonlyMap<number, readonly RoleGrant[]>,
  custom: number,
): readonly (readonly [number, RoleGrant])[] {
  return [...grants].flatMap(([index, held]) =>
    held
      .filter((grant) => typeof grant.role === "object" && grant.role.custom === custom)
      .map((grant) => [index, grant] as const),
  );
}

function listMembers(call: Call): Answer {
  const index = findSet(call);
  if (typeof index !== "number") return index;
  const { org } = call;
  const asked = call.parameter("roleIdOrLabel");
  if (asked !== customRoleId(org.seed, index) && asked !== org.customRoles[index]?.label)
    return notFound(asked, "CustomRole");
  const member = (grant: RoleGrant, href: string): JsonObject => ({
    id: objectId(org.seed, "irb", grant.index),
    created: dateText(org.now - 300 * dayMs),
    lastUpdated: dateText(org.now - 300 * dayMs),
    _links: { self: { href } },
  });
  const people = holders(org, org.userGrants, index).map(([at, grant]) =>
    member(grant, `${org.origin}/api/v1/users/${org.people[at]?.id}`),
  );
  const groups = holders(org, org.groupGrants, index).map(([at, grant]) =>
    member(grant, `${org.origin}/api/v1/groups/${org.groups[at]?.id}`),
  );
  const binding = `${org.origin}/api/v1/iam/resource-sets/${resourceSetId(org.seed, index)}/bindings/${customRoleId(org.seed, index)}`;
  return answerJson({ members: [...people, ...groups], _links: { binding: { href: binding } } });
}

const bucket = "/api/v1/iam";
const sets = "/api/v1/iam/resource-sets";
const one = `${sets}/:resourceSetIdOrLabel`;

/** Reads of resource sets: what a custom role may reach and who holds it. */
export const resourceSetEndpoints: readonly Endpoint[] = [
  { operationId: "listResourceSets", path: sets, bucket, answer: listSets },
  { operationId: "getResourceSet", path: one, bucket, answer: getSet },
  { operationId: "listResourceSetResources", path: `${one}/resources`, bucket, answer: listResources },
  { operationId: "listBindings", path: `${one}/bindings`, bucket, answer: listBindings },
  { operationId: "listMembersOfBinding", path: `${one}/bindings/:roleIdOrLabel/members`, bucket, answer: listMembers },
];
