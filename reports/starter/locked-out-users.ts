// Question: Who is locked out, and since when?
// Area: lifecycle
// Key: id

// Counts: users with status LOCKED_OUT
// Traps: somebody locked for unknown devices alone keeps the status ACTIVE; a lock in Active Directory may not show

import { daysSince, okta } from "okta";

export const title = "Locked-out users";

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "LOCKED_OUT"' }).all();
  return users.map((user) => ({
    id: user.id,
    login: user.profile.login,
    status: user.status,
    since: user.statusChanged,
    days: daysSince(user.statusChanged) ?? null,
    lastLogin: user.lastLogin,
    source: user.credentials?.provider?.type ?? null,
  }));
}
