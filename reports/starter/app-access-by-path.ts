// Question: Who has an app, and is that directly, by a group, or both?
// Area: access
// Key: id

// Counts: everybody assigned to the app, with all groups that would give it
// Traps: Okta marks an assignment USER where both hold, so the members of the app's groups are compared

import { each, named, okta } from "okta";

export const title = "Users of an app and how they came to it";
export const params = { app: "GitHub" };

export default async function ({ app }: typeof params) {
  const target = named(await okta.listApplications().all(), "label", app);
  const assigned = await okta.listApplicationUsers({ appId: target.id, expand: "user" }).all();
  const granting = await okta.listApplicationGroupAssignments({ appId: target.id, expand: "group" }).all();
  const groups = await each(granting, async (grant) => {
    const members = await okta.listGroupUsers({ groupId: grant.id }).all();
    return { name: grant._embedded.group.profile.name, members: new Set(members.map((one) => one.id)) };
  });
  return assigned.map((one) => {
    const byGroups = groups.filter((group) => group.members.has(one.id));
    return {
      id: one.id,
      login: one._embedded.user.profile.login,
      status: one._embedded.user.status,
      app: target.label,
      scope: one.scope,
      path: one.scope === "GROUP" ? "by group" : byGroups.length > 0 ? "direct and by group" : "direct",
      groups: byGroups.map((group) => group.name),
      assigned: one.created,
    };
  });
}
