// Question: Which accounts were created some time ago and never activated?
// Area: lifecycle
// Key: id

// Counts: users with status STAGED (no invitation sent) or PROVISIONED (invitation not taken up) created before the time asked for
// Traps: an import may stage people long before their first day

import { daysAgo, daysSince, filter, okta } from "okta";

export const title = "Accounts that were never activated";
export const params = { days: 14 };

export default async function ({ days }: typeof params) {
  const limit = daysAgo(days);
  const users = await okta
    .listUsers({ search: filter`(status eq "STAGED" or status eq "PROVISIONED") and created lt ${limit}` })
    .all();
  return users.map((user) => ({
    id: user.id,
    login: user.profile.login,
    status: user.status,
    created: user.created,
    invited: user.activated,
    days: daysSince(user.created) ?? null,
  }));
}
