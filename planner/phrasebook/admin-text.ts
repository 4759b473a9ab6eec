import type { SnippetText } from "./snippet-text.ts";

/**
 * Writes the reads that give the ids of all admins: those with roles of their own and the members of groups with roles. Okta's
 * own administrators group does not list its members and is left out. Gives the name of the list of ids.
 */
export function addAdmins(snippet: SnippetText): string {
  return snippet.once("admins", () => writeAdmins(snippet));
}

function writeAdmins(snippet: SnippetText): string {
  const ids = snippet.name("adminIds");
  snippet.use("each");
  snippet.add(
    "const assignees = await okta.listUsersWithRoleAssignments({}).all()",
    "const groups = await okta.listGroups({ expand: 'stats' }).all()",
    "const privileged = groups.filter((group) => group._embedded.stats.hasAdminPrivilege && group.profile.name !== 'Okta Administrators')",
    "const byGroup = await each(privileged, async (group) => {",
    "  const groupRoles = await okta.listGroupAssignedRoles({ groupId: group.id }).all()",
    "  return groupRoles.length === 0 ? [] : await okta.listGroupUsers({ groupId: group.id }).all()",
    "})",
    `const ${ids} = [...new Set([...assignees.map((one) => one.id), ...byGroup.flat().map((user) => user.id)])]`,
  );
  return ids;
}
