// Question: Whose Okta password is older than a year?
// Area: passwords
// Key: id

// Counts: users who may sign in, whose password is Okta's own and was last changed before the time asked for, or never
// Traps: a password of Active Directory or another source is not Okta's to age, so those users are left out

import { daysAgo, daysSince, isBefore, okta } from "okta";

export const title = "Users with an old password";
export const params = { days: 365 };

export default async function ({ days }: typeof params) {
  const limit = daysAgo(days);
  const users = await okta
    .listUsers({
      search: 'status eq "ACTIVE" or status eq "LOCKED_OUT" or status eq "RECOVERY" or status eq "PASSWORD_EXPIRED"',
    })
    .all();
  return users
    .filter((user) => user.credentials?.provider?.type === "OKTA" && isBefore(user.passwordChanged, limit))
    .map((user) => ({
      id: user.id,
      login: user.profile.login,
      status: user.status,
      passwordOf: user.credentials?.provider?.type ?? null,
      passwordChanged: user.passwordChanged,
      days: daysSince(user.passwordChanged) ?? null,
    }));
}
