// Question: Which active users have a manager who is deactivated?
// Area: data
// Key: id

// Counts: active users whose managerId is the id, login or employee number of a deactivated user, or else whose manager is its login
// Traps: both are free text of the HR source; where no account matches, a note says how many there are, and they are left out

import { note, okta } from "okta";

export const title = "Active users whose manager is deactivated";

export default async function () {
  const users = await okta.listUsers({ search: 'created gt "1970-01-01T00:00:00.000Z"' }).all();
  const accounts = new Map<string, { login: string; status: string; since: string | null }>();
  for (const user of users) {
    const account = { login: user.profile.login, status: user.status, since: user.statusChanged };
    for (const key of [user.id, user.profile.login, user.profile.employeeNumber ?? ""]) {
      if (key !== "") accounts.set(key.toLowerCase(), account);
    }
  }
  const find = (text: string | null | undefined) => accounts.get((text ?? "").trim().toLowerCase());
  const led = users.filter(({ status, profile }) => status === "ACTIVE" && (profile.managerId || profile.manager));
  const unmatched = led.filter(({ profile }) => !find(profile.managerId) && !find(profile.manager));
  note(`${unmatched.length} active users name a manager whom no account matches.`);
  return led
    .map((user) => {
      const manager = find(user.profile.managerId) ?? find(user.profile.manager);
      return {
        id: user.id,
        login: user.profile.login,
        status: user.status,
        managerId: user.profile.managerId ?? null,
        manager: user.profile.manager ?? null,
        managerLogin: manager?.login ?? null,
        managerStatus: manager?.status ?? null,
        managerSince: manager?.since ?? null,
      };
    })
    .filter((row) => row.managerStatus === "DEPROVISIONED");
}
