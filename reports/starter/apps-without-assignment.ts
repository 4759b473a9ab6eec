// Question: Which active apps are assigned to nobody?
// Area: access
// Key: id

// Counts: active apps without an assigned user and without an assigned group
// Traps: an app open to everyone needs no assignment, and neither does a service app: both are marked and kept

import { each, filter, okta } from "okta";

export const title = "Active apps without an assignment";
export const params = { status: "ACTIVE" };

export default async function ({ status }: typeof params) {
  const apps = await okta.listApplications({ filter: filter`status eq ${status}` }).all();
  const counted = await each(apps, async (app) => {
    const users = await okta.listApplicationUsers({ appId: app.id }).first(1);
    return { app, users: users.length };
  });
  const unused = counted.filter((one) => one.users === 0);
  const rows = await each(unused, async ({ app, users }) => {
    const groups = await okta.listApplicationGroupAssignments({ appId: app.id }).first(1);
    return {
      id: app.id,
      label: app.label,
      name: app.name,
      status: app.status,
      signOnMode: app.signOnMode,
      openToEveryone: app.settings?.implicitAssignment ?? false,
      lastUpdated: app.lastUpdated,
      users,
      groups: groups.length,
    };
  });
  return rows.filter((row) => row.groups === 0);
}
