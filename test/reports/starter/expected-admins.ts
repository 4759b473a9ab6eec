import { before, daysTo, type Dump, type Expect, pages, type Role, type User, type World } from "./world.ts";

interface Admin {
  readonly user: User;
  readonly roles: readonly Role[];
}

function adminsOf(dump: Dump): readonly Admin[] {
  return dump.users
    .map((user) => ({ user, roles: dump.userRoles.filter((role) => role.userId === user.id) }))
    .filter(({ roles }) => roles.length > 0);
}

/** The list of assignees, one list of groups, the members of those with a role, and the admins' details. */
function findingAdmins(dump: Dump, admins: number): number {
  const groups = new Set(dump.groupRoles.map((role) => role.groupId)).size;
  return pages(admins, 100) + pages(dump.groups.length, 200) + groups + pages(admins, 50);
}

function adminsAndTheirRoles({ dump }: World) {
  const admins = adminsOf(dump);
  const rows = admins.flatMap(({ user, roles }) =>
    roles.map((role) => ({
      id: user.id,
      login: user.profile.login,
      status: user.status,
      lastLogin: user.lastLogin,
      roleId: role.id,
      role: role.label,
      type: role.type,
      given: role.assignmentType,
      since: role.created,
    })),
  );
  return { rows, cheapest: findingAdmins(dump, admins.length) + admins.length };
}

function adminsWithoutPhishingResistantFactor({ dump }: World) {
  const admins = adminsOf(dump);
  const rows = admins.flatMap(({ user }) => {
    const active = dump.factors.filter((one) => one.userId === user.id && one.status === "ACTIVE");
    if (active.some((one) => /^(?:webauthn|u2f|signed_nonce)$/.test(one.factorType))) return [];
    const factorTypes = [...new Set(active.map((one) => one.factorType))].toSorted();
    return [{ id: user.id, login: user.profile.login, status: user.status, factorTypes, phishingResistant: 0 }];
  });
  return { rows, cheapest: findingAdmins(dump, admins.length) + admins.length };
}

function dormantAdmins({ dump, now }: World) {
  const admins = adminsOf(dump);
  const rows = admins
    .filter(({ user }) => before(now, user.lastLogin, 30))
    .map(({ user, roles }) => ({
      id: user.id,
      login: user.profile.login,
      status: user.status,
      lastLogin: user.lastLogin,
      roles: roles.map((role) => role.label),
    }));
  return { rows, cheapest: findingAdmins(dump, admins.length) + rows.length };
}

function groupsGivingAdminRoles({ dump }: World) {
  const rows = dump.groupRoles.map((role) => ({
    id: role.groupId,
    group: dump.groups.find((group) => group.id === role.groupId)?.profile.name ?? "",
    givesAdminRole: true,
    roleId: role.id,
    role: role.label,
    type: role.type,
    members: dump.groupMembers.filter((one) => one.groupId === role.groupId).length,
    activeRules: dump.groupRules.filter(
      ({ status, actions }) => status === "ACTIVE" && actions.assignUserToGroups.groupIds.includes(role.groupId),
    ).length,
  }));
  return { rows, cheapest: 1 + pages(dump.groups.length, 200) + rows.length };
}

async function customRolesAndTheirHolders({ dump, read }: World) {
  const rows = await Promise.all(
    ((await read("/api/v1/iam/resource-sets")) as { id: string; label: string }[]).map(async (set) => {
      const path = `/api/v1/iam/resource-sets/${set.id}/bindings`;
      const [bound, ...more] = (await read(path)) as { id: string }[];
      if (bound === undefined || more.length > 0) throw new Error("a resource set has not one binding");
      const labels = ((await read(`/api/v1/iam/roles/${bound.id}/permissions`)) as { label: string }[]).map(
        (one) => one.label,
      );
      return {
        resourceSet: set.label,
        roleId: bound.id,
        role: dump.roles.find((role) => role.id === bound.id)?.label ?? null,
        permissions: labels,
        mayChange: labels.filter((label) => label.split(".").at(-1) === "manage").length,
        members: (await read(`${path}/${bound.id}/members`)).length,
      };
    }),
  );
  return { rows, cheapest: 2 + 3 * rows.length };
}

function apiTokensAndOwners({ dump, now }: World) {
  const rows = dump.apiTokens.map((token) => {
    const owner = dump.users.find((user) => user.id === token.userId);
    const roles = dump.userRoles.filter((role) => role.userId === token.userId);
    return {
      id: token.id,
      name: token.name,
      owner: owner?.profile.login ?? null,
      ownerStatus: owner?.status ?? null,
      roles: roles.map((role) => role.label),
      superAdmin: roles.some((role) => role.label === "Super Administrator"),
      network: token.network.connection,
      created: token.created,
      expiresAt: token.expiresAt,
      daysUnused: (daysTo(now, token.expiresAt) ?? 0) + 30,
    };
  });
  return { rows, cheapest: 2 + new Set(dump.apiTokens.map((token) => token.userId)).size };
}

async function serviceAppsAndScopes({ dump, read }: World) {
  const services = dump.apps.filter((app) => app.settings.oauthClient?.grant_types.includes("client_credentials"));
  const rows = await Promise.all(
    services.map(async (app) => {
      const grants = (await read(`/api/v1/apps/${app.id}/grants`)) as { scopeId: string }[];
      const roles = (await read(`/oauth2/v1/clients/${app.id}/roles`)) as { label: string }[];
      return {
        id: app.id,
        label: app.label,
        status: app.status,
        grantTypes: ["client_credentials"],
        scopes: grants.map((grant) => grant.scopeId),
        mayChange: grants.filter((grant) => grant.scopeId.split(".").at(-1) === "manage").length,
        roles: roles.map((role) => role.label),
        authentication: "private_key_jwt",
      };
    }),
  );
  return { rows, cheapest: 1 + 2 * rows.length };
}

/** What the reports on admins, tokens and service apps must answer. */
export const adminsExpected: Readonly<Record<string, Expect>> = {
  "admins-and-their-roles": adminsAndTheirRoles,
  "admins-without-phishing-resistant-factor": adminsWithoutPhishingResistantFactor,
  "dormant-admins": dormantAdmins,
  "groups-giving-admin-roles": groupsGivingAdminRoles,
  "custom-roles-and-their-holders": customRolesAndTheirHolders,
  "api-tokens-and-owners": apiTokensAndOwners,
  "service-apps-and-scopes": serviceAppsAndScopes,
};
