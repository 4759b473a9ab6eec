// Question: Who has been suspended for more than 30 days?
// Area: lifecycle
// Key: id

// Counts: users with status SUSPENDED whose status changed before the time asked for
// Traps: a suspended user keeps apps, groups and roles; the status says nothing of why

import { daysAgo, daysSince, filter, okta } from "okta";

export const title = "Users suspended for some time";
export const params = { days: 30 };

export default async function ({ days }: typeof params) {
  const limit = daysAgo(days);
  const users = await okta.listUsers({ search: filter`status eq "SUSPENDED" and statusChanged lt ${limit}` }).all();
  return users.map((user) => ({
    id: user.id,
    login: user.profile.login,
    status: user.status,
    since: user.statusChanged,
    days: daysSince(user.statusChanged) ?? null,
    department: user.profile.department ?? null,
  }));
}
