// Question: Which people have more than one account?
// Area: data
// Key: id, otherId

// Counts: pairs of accounts that share an employee number, or where one's first or second address is the other's; case is ignored
// Traps: the same name is not the same person, so names are not compared; deactivated accounts are among them

import { okta } from "okta";

export const title = "Accounts that look like one person";

export default async function () {
  const users = await okta.listUsers({ search: 'created gt "1970-01-01T00:00:00.000Z"' }).all();
  const byKey = new Map<string, { id: string; login: string; status: string }[]>();
  for (const user of users) {
    const { email, secondEmail, employeeNumber } = user.profile;
    const addresses = [email ?? "", secondEmail ?? ""].filter((text) => text !== "");
    const keys = new Set(addresses.map((text) => `address ${text.trim().toLowerCase()}`));
    if (employeeNumber) keys.add(`employee number ${employeeNumber.trim()}`);
    const { login } = user.profile;
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), { id: user.id, login, status: user.status }]);
  }
  return [...byKey].flatMap(([key, accounts]) =>
    accounts.flatMap((one, at) =>
      accounts
        .filter((_, place) => place > at)
        .map((other) => ({
          id: one.id,
          login: one.login,
          status: one.status,
          otherId: other.id,
          otherLogin: other.login,
          otherStatus: other.status,
          shared: key,
        })),
    ),
  );
}
