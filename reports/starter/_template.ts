// Question: What an administrator would ask, in one sentence?
// Area: access, admins, certificates, data, devices, groups, inactivity, lifecycle, mfa, network, passwords, policies, sign-in or tokens
// Key: id

// Counts: who or what has a row, in the words of the definitions that the report uses
// Traps: what a reader could take the rows for and they are not

import { filter, okta } from "okta";

export const title = "What the rows are";
export const params = { status: "ACTIVE" };

export default async function ({ status }: typeof params) {
  const users = await okta.listUsers({ search: filter`status eq ${status}` }).all();
  // Every condition of the question is a column, so that a reader sees why a row is here.
  return users.map((user) => ({ id: user.id, login: user.profile.login, status: user.status }));
}
