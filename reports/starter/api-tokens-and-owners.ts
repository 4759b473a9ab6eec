// Question: Which API tokens are there, who owns them, and may they do everything?
// Area: tokens
// Key: id

// Counts: every API token with its owner's status and roles
// Traps: a token has the power its owner has now; Okta keeps no last use, which is worked out from its sliding window of 30 days

import { daysSince, each, filter, okta } from "okta";

export const title = "API tokens and their owners";

export default async function () {
  const tokens = await okta.listApiTokens().all();
  const ownerIds = [...new Set(tokens.map((token) => token.userId))];
  if (ownerIds.length === 0) return [];
  const search = ownerIds.map((id) => filter`id eq ${id}`).join(" or ");
  const users = await okta.listUsers({ search }).all();
  const owners = await each(users, async (user) => {
    const roles = await okta.listAssignedRolesForUser({ userId: user.id }).all();
    return { user, roles };
  });
  const byId = new Map(owners.map((owner) => [owner.user.id, owner]));
  return tokens.map((token) => {
    const owner = byId.get(token.userId);
    return {
      id: token.id,
      name: token.name,
      owner: owner?.user.profile.login ?? null,
      ownerStatus: owner?.user.status ?? null,
      roles: owner?.roles.map((role) => role.label) ?? [],
      superAdmin: owner?.roles.some((role) => role.type === "SUPER_ADMIN") ?? false,
      network: token.network?.connection ?? null,
      created: token.created,
      expiresAt: token.expiresAt,
      daysUnused: (daysSince(token.expiresAt) ?? 0) + 30,
    };
  });
}
