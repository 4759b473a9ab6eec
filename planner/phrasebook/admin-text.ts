import type { SnippetText } from "./snippet-text.ts";

/**
 * Writes the reads that give all admins as `{ id, roles }`: those with roles of their own and the members of groups with roles,
 * of whom only those stay who have a role. Okta's own administrators group does not list its members and is left out. Gives the
 * name of the list.
 */
export function addAdmins(snippet: SnippetText): string {
  return snippet.once("admins", () => writeAdmins(snippet));
}

function writeAdmins(snippet: SnippetText): string {
  const list = snippet.name("holders");
  snippet.use("each");
  snippet.add(
    "const assignees = await okta.listUsersWithRoleAssignments({}).all()",
    "const groups = await okta.listGroups({ expand: 'stats' }).all()",
    "const privileged = groups.filter((group) => group._embedded.stats.hasAdminPrivilege && group.profile.name !== 'Okta Administrators')",
    "const byGroup = await each(privileged, async (group) => {",
    "  const groupRoles = await okta.listGroupAssignedRoles({ groupId: group.id }).all()",
    "  return groupRoles.length === 0 ? [] : await okta.listGroupUsers({ groupId: group.id }).all()",
    "})",
    "const adminIds = [...new Set([...assignees.map((one) => one.id), ...byGroup.flat().map((user) => user.id)])]",
    "const candidates = await each(adminIds, async (id) => {",
    "  const roles = await okta.listAssignedRolesForUser({ userId: id }).all()",
    "  return { id, roles }",
    "})",
    `const ${list} = candidates.filter((one) => one.roles.length > 0)`,
  );
  return list;
}

/** A test over `one.roles`: any of these types. */
export function roleTest(roles: readonly string[]): string {
  return `one.roles.some((role) => ${roles.map((one) => `role.type === '${one}'`).join(" || ")})`;
}
