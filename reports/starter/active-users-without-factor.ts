// Question: Which active users have no MFA factor at all?
// Area: mfa
// Key: id

import { each, filter, okta } from "okta";

export const title = "Active users without an MFA factor";
export const params = { status: "ACTIVE" };

export default async function ({ status }: typeof params) {
  const users = await okta.listUsers({ search: filter`status eq ${status}` }).all();
  const counted = await each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all();
    return { id: user.id, login: user.profile.login, status: user.status, factors: factors.length };
  });
  return counted.filter((row) => row.factors === 0);
}
