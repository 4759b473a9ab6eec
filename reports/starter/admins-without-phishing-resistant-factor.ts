// Question: Which admins have no phishing-resistant factor?
// Area: mfa
// Key: id

// Counts: everybody with an admin role, also through a group, without an ACTIVE webauthn, u2f or signed_nonce factor
// Traps: Okta does not say whether its list of admins holds those through groups, so the members of admin groups are read too

import { each, filter, okta } from "okta";

export const title = "Admins without a phishing-resistant factor";

const resistant = ["webauthn", "u2f", "signed_nonce"];

const batchesOf = (ids: readonly string[]) =>
  ids.filter((_, at) => at % 50 === 0).map((_, batch) => ids.filter((__, at) => Math.floor(at / 50) === batch));

export default async function () {
  const assignees = await okta.listUsersWithRoleAssignments().all();
  const groups = await okta.listGroups({ expand: "stats" }).all();
  const adminGroups = groups.filter((group) => group._embedded.stats.hasAdminPrivilege);
  const members = await each(adminGroups, (group) => okta.listGroupUsers({ groupId: group.id }).all());
  const ids = [...new Set([...assignees.map((one) => one.id), ...members.flat().map((one) => one.id)])];
  const users = await each(batchesOf(ids), (batch) =>
    okta.listUsers({ search: batch.map((id) => filter`id eq ${id}`).join(" or ") }).all(),
  );
  const rows = await each(users.flat(), async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all();
    const types = factors.filter((one) => one.status === "ACTIVE").map((one) => one.factorType);
    return {
      id: user.id,
      login: user.profile.login,
      status: user.status,
      factorTypes: [...new Set(types)].toSorted(),
      phishingResistant: types.filter((type) => resistant.includes(type)).length,
    };
  });
  return rows.filter((row) => row.status !== "DEPROVISIONED" && row.phishingResistant === 0);
}
