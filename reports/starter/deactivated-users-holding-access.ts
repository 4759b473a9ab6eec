// Question: Which deactivated users still stand in groups, apps or API tokens?
// Area: lifecycle
// Key: id

// Counts: users with status DEPROVISIONED that are members of a group besides Everyone, assigned to an app, or own an API token
// Traps: Okta keeps deactivated users in their groups; whether the app's own account is gone depends on the app

import { each, okta } from "okta";

export const title = "Deactivated users that still hold something";

export default async function () {
  const gone = await okta.listUsers({ search: 'status eq "DEPROVISIONED"' }).all();
  const groups = await okta.listGroups({ expand: "stats" }).all();
  const filled = groups.filter((group) => group.type !== "BUILT_IN" && group._embedded.stats.usersCount > 0);
  const memberships = await each(filled, async (group) => {
    const members = await okta.listGroupUsers({ groupId: group.id }).all();
    return members.map((member) => ({ id: member.id, group: group.profile.name }));
  });
  const apps = await okta.listApplications().all();
  const assignments = await each(apps, async (app) => {
    const users = await okta.listApplicationUsers({ appId: app.id }).all();
    return users.map((user) => ({ id: user.id, app: app.label }));
  });
  const tokens = await okta.listApiTokens().all();
  const groupsOf = new Map<string, string[]>();
  for (const one of memberships.flat()) groupsOf.set(one.id, [...(groupsOf.get(one.id) ?? []), one.group]);
  const appsOf = new Map<string, string[]>();
  for (const one of assignments.flat()) appsOf.set(one.id, [...(appsOf.get(one.id) ?? []), one.app]);
  return gone
    .map((user) => ({
      id: user.id,
      login: user.profile.login,
      status: user.status,
      since: user.statusChanged,
      groups: groupsOf.get(user.id) ?? [],
      apps: appsOf.get(user.id) ?? [],
      apiTokens: tokens.filter((token) => token.userId === user.id).map((token) => token.name),
    }))
    .filter((row) => row.groups.length > 0 || row.apps.length > 0 || row.apiTokens.length > 0);
}
