// Question: Which active users have not signed in for 90 days?
// Area: inactivity
// Key: id

// Counts: users with status ACTIVE, older than the time asked for, whose last sign-in lies before it or who never signed in
// Traps: lastLogin is a sign-in to Okta, not to an app; service and API users never sign in

import { daysAgo, daysSince, filter, isBefore, okta } from "okta";

export const title = "Active users without a sign-in for some time";
export const params = { days: 90 };

export default async function ({ days }: typeof params) {
  const limit = daysAgo(days);
  const users = await okta.listUsers({ search: filter`status eq "ACTIVE" and created lt ${limit}` }).all();
  return users
    .filter((user) => isBefore(user.lastLogin, limit))
    .map((user) => ({
      id: user.id,
      login: user.profile.login,
      status: user.status,
      created: user.created,
      lastLogin: user.lastLogin,
      days: daysSince(user.lastLogin) ?? null,
    }));
}
