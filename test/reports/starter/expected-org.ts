import { dayMs, type Dump, type Expect, type Group, pages, type World } from "./world.ts";

const count = (items: readonly string[], wanted: string): number => items.filter((one) => one === wanted).length;
const groupName = (dump: Dump, id: string): string => dump.groups.find((one) => one.id === id)?.profile.name ?? id;
const membersOf = (dump: Dump, { id }: Group): number => dump.groupMembers.filter((one) => one.groupId === id).length;
const appsOf = (dump: Dump, { id }: Group): number => dump.appGroups.filter((one) => one.groupId === id).length;
const isAdmin = (dump: Dump, { id }: Group): boolean => dump.groupRoles.some((one) => one.groupId === id);

/** Requests of a list of all groups. */
const groupPages = (dump: Dump): number => pages(dump.groups.length, 200);

function emptyGroups({ dump }: World) {
  const rows = dump.groups
    .filter((group) => group.type !== "BUILT_IN" && membersOf(dump, group) === 0)
    .map((group) => ({
      id: group.id,
      name: group.profile.name,
      type: group.type,
      users: 0,
      apps: appsOf(dump, group),
      givesAdminRole: isAdmin(dump, group),
      activeRules: dump.groupRules.filter(
        ({ status, actions }) => status === "ACTIVE" && actions.assignUserToGroups.groupIds.includes(group.id),
      ).length,
      lastMembershipUpdated: group.lastMembershipUpdated,
    }));
  return { rows, cheapest: 1 + groupPages(dump) };
}

function groupsWithoutUse({ dump }: World) {
  const named = (group: Group): boolean =>
    dump.groupRules.some(({ conditions: { expression } }) =>
      [group.id, JSON.stringify(group.profile.name)].some((text) => expression.value.includes(text)),
    );
  const rows = dump.groups
    .filter((group) => group.type === "OKTA_GROUP" && membersOf(dump, group) > 0)
    .filter((group) => appsOf(dump, group) === 0 && !isAdmin(dump, group) && !named(group))
    .map((group) => ({
      id: group.id,
      name: group.profile.name,
      type: "OKTA_GROUP",
      users: membersOf(dump, group),
      apps: 0,
      pushes: 0,
      givesAdminRole: false,
      rulesNamingIt: 0,
      lastMembershipUpdated: group.lastMembershipUpdated,
    }));
  return { rows, cheapest: 1 + groupPages(dump) };
}

function groupRulesAndTargets({ dump }: World) {
  const rows = dump.groupRules.map((rule) => {
    const { groupIds } = rule.actions.assignUserToGroups;
    return {
      id: rule.id,
      rule: rule.name,
      status: rule.status,
      expression: rule.conditions.expression.value,
      groups: groupIds.map((id) => groupName(dump, id)),
      missingGroups: groupIds.filter((id) => groupName(dump, id) === id).length,
      lastUpdated: rule.lastUpdated,
    };
  });
  return { rows, cheapest: 1 + groupPages(dump) };
}

function appAccessByPath({ dump }: World) {
  const app = dump.apps.find((one) => one.label === "GitHub");
  const granting = dump.appGroups.filter((one) => one.appId === app?.id).map((one) => one.groupId);
  const assigned = dump.appUsers.filter((one) => one.appId === app?.id);
  const rows = assigned.map(({ userId, scope, created }) => {
    const user = dump.users.find((one) => one.id === userId);
    const groups = granting.filter((id) =>
      dump.groupMembers.some((one) => one.groupId === id && one.userId === userId),
    );
    const direct = groups.length === 0 ? "direct" : "direct and by group";
    return {
      id: userId,
      login: user?.profile.login ?? "",
      status: user?.status ?? "",
      app: "GitHub",
      scope,
      path: scope === "USER" ? direct : "by group",
      groups: groups.map((id) => groupName(dump, id)),
      assigned: created,
    };
  });
  const memberPages = granting
    .map((id) => pages(dump.groupMembers.filter((one) => one.groupId === id).length, 1000))
    .reduce((sum, one) => sum + one, 0);
  return { rows, cheapest: 1 + pages(assigned.length, 500) + 1 + memberPages };
}

function appsWithoutAssignment({ dump }: World) {
  const users = dump.appUsers.map((one) => one.appId);
  const active = dump.apps.filter((app) => app.status === "ACTIVE");
  const withoutUsers = active.filter((app) => count(users, app.id) === 0);
  const rows = withoutUsers
    .filter((app) => !dump.appGroups.some((one) => one.appId === app.id))
    .map((app) => ({
      id: app.id,
      label: app.label,
      name: app.name,
      status: "ACTIVE",
      signOnMode: app.signOnMode,
      openToEveryone: app.settings.implicitAssignment,
      lastUpdated: app.lastUpdated,
      users: 0,
      groups: 0,
    }));
  return { rows, cheapest: 1 + active.length + withoutUsers.length };
}

async function expiringCertificates({ dump, read, now }: World) {
  const signing = dump.apps.filter((app) => app.status === "ACTIVE" && /^(?:SAML|WS_FED)/.test(app.signOnMode));
  const rows = await Promise.all(
    signing.map(async (app) => {
      const keys = (await read(`/api/v1/apps/${app.id}/credentials/keys`)) as { kid: string; expiresAt: string }[];
      const { id, label, status, signOnMode } = app;
      return keys
        .filter((key) => key.kid === app.credentials.signing.kid && Date.parse(key.expiresAt) < now + 90 * dayMs)
        .map(({ kid, expiresAt }) => ({ id, label, status, signOnMode, kid, expiresAt }));
    }),
  );
  return { rows: rows.flat(), cheapest: 1 + signing.length };
}

function appSignOnPolicies({ dump }: World) {
  const rows = dump.apps
    .filter((app) => app.status === "ACTIVE")
    .map((app) => {
      const policyId = /[^/]+$/.exec(app._links.accessPolicy.href)?.[0] ?? null;
      const rules = dump.policyRules.filter((rule) => rule.policyId === policyId);
      const single = rules.filter(({ actions }) => actions.appSignOn?.verificationMethod?.factorMode === "1FA");
      return {
        id: app.id,
        label: app.label,
        status: "ACTIVE",
        policyId,
        policy: dump.policies.find((policy) => policy.id === policyId)?.name ?? null,
        rules: rules.length,
        oneFactorRules: single.map((rule) => rule.name),
      };
    });
  return { rows, cheapest: 2 };
}

function networkZonesAndUse({ dump }: World) {
  const rows = dump.zones.map(({ id, name, type, status, usage, system }) => ({
    id,
    zone: name,
    type,
    status,
    usage,
    system,
    rules: dump.policyRules
      .filter((rule) => rule.conditions?.network?.include?.includes(id) === true)
      .map((rule) => `${dump.policies.find((one) => one.id === rule.policyId)?.name}: ${rule.name}`),
    apiTokens: dump.apiTokens.filter((token) => token.network.include?.includes(id) === true).map((one) => one.name),
  }));
  return { rows, cheapest: 4 };
}

function passwordPolicies({ dump }: World) {
  const policies = dump.policies.filter(({ type }) => type === "PASSWORD");
  const rows = policies.map(({ id, name, status, priority, conditions, settings }) => {
    if (settings?.password === undefined) throw new Error(`the password policy ${name} has no settings`);
    const { complexity, age, lockout } = settings.password;
    return {
      id,
      policy: name,
      priority,
      status,
      groups: (conditions?.people.groups.include ?? []).map((one) => groupName(dump, one)),
      minLength: complexity.minLength,
      maxAgeDays: age.maxAgeDays,
      historyCount: age.historyCount ?? null,
      maxAttempts: lockout.maxAttempts,
    };
  });
  return { rows, cheapest: 1 + groupPages(dump) };
}

function unmanagedDevices({ dump }: World) {
  const active = dump.devices.filter((device) => device.status === "ACTIVE");
  const rows = active.flatMap((device) =>
    dump.deviceUsers
      .filter((one) => one.deviceId === device.id && one.managementStatus === "NOT_MANAGED")
      .map(({ userId, managementStatus }) => ({
        id: device.id,
        device: device.profile.displayName,
        platform: device.profile.platform,
        status: "ACTIVE",
        userId,
        login: dump.users.find((one) => one.id === userId)?.profile.login ?? null,
        managementStatus,
        lastUpdated: device.lastUpdated,
      })),
  );
  return { rows, cheapest: pages(active.length, 200) };
}

/** What the reports on apps, groups, policies, zones and devices must answer. */
export const orgExpected: Readonly<Record<string, Expect>> = {
  "empty-groups": emptyGroups,
  "groups-without-use": groupsWithoutUse,
  "group-rules-and-targets": groupRulesAndTargets,
  "app-access-by-path": appAccessByPath,
  "apps-without-assignment": appsWithoutAssignment,
  "expiring-certificates": expiringCertificates,
  "app-sign-on-policies": appSignOnPolicies,
  "network-zones-and-use": networkZonesAndUse,
  "password-policies": passwordPolicies,
  "unmanaged-devices": unmanagedDevices,
};
