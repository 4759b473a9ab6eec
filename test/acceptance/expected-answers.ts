// The expected answers of the acceptance questions, computed from the emulated org's dump by other means than a snippet's:
// plain loops over its collections. The dump's items are as the API returns them.

import type { Emulator } from "../../emulator/start-emulator.ts";

interface User {
  readonly id: string;
  readonly status: string;
  readonly lastLogin: string | null;
  readonly profile: { readonly login: string; readonly userType: string | null };
}

interface App {
  readonly id: string;
  readonly label: string;
}

interface AppUser {
  readonly appId: string;
  readonly userId: string;
  readonly scope: string;
}

/** The collections of a dump that the questions need. */
export interface Dump {
  readonly users: readonly User[];
  readonly groups: readonly { readonly id: string; readonly profile: { readonly name: string } }[];
  readonly apps: readonly App[];
  readonly appUsers: readonly AppUser[];
  readonly factors: readonly { readonly userId: string; readonly status: string; readonly factorType: string }[];
  readonly userRoles: readonly { readonly userId: string }[];
  readonly groupRoles: readonly { readonly groupId: string }[];
  readonly groupMembers: readonly { readonly groupId: string; readonly userId: string }[];
}

/** The dump of an emulated org, as what its items are: the API's own objects. */
export function dumpOf(emulator: Emulator): Dump {
  return emulator.dump() as unknown as Dump;
}

/** An expected row: the user's id, and the columns that the answer shares with it. */
export interface ExpectedUser {
  readonly id: string;
  readonly login: string;
}

function appByLabel(dump: Dump, label: string): App {
  const found = dump.apps.filter((app) => app.label === label);
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`the emulated org has ${found.length} apps labelled ${label}`);
  return found[0];
}

function usersById(dump: Dump): ReadonlyMap<string, User> {
  return new Map(dump.users.map((user) => [user.id, user]));
}

function activeAppUsers(dump: Dump, label: string): readonly { readonly user: User; readonly assignment: AppUser }[] {
  const app = appByLabel(dump, label);
  const users = usersById(dump);
  return dump.appUsers
    .filter((one) => one.appId === app.id)
    .flatMap((assignment) => {
      const user = users.get(assignment.userId);
      return user !== undefined && user.status === "ACTIVE" ? [{ user, assignment }] : [];
    });
}

/** Active factors of a user that count as MFA: status ACTIVE, and neither a security question. */
function activeFactors(dump: Dump): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const factor of dump.factors) {
    if (factor.status !== "ACTIVE" || factor.factorType === "question") continue;
    counts.set(factor.userId, (counts.get(factor.userId) ?? 0) + 1);
  }
  return counts;
}

/** "Which active users have access to GitHub and no active MFA factor?" */
export function githubWithoutFactor(dump: Dump): readonly (ExpectedUser & { readonly activeFactors: number })[] {
  const counts = activeFactors(dump);
  return activeAppUsers(dump, "GitHub")
    .filter(({ user }) => (counts.get(user.id) ?? 0) === 0)
    .map(({ user }) => ({ id: user.id, login: user.profile.login, activeFactors: 0 }));
}

/** "Which active users have GitHub access via app assignment?" */
export function githubByAssignment(dump: Dump): readonly (ExpectedUser & { readonly scope: string })[] {
  return activeAppUsers(dump, "GitHub").map(({ user, assignment }) => ({
    id: user.id,
    login: user.profile.login,
    scope: assignment.scope,
  }));
}

/** "List users with an admin role who have not signed in for 30 days", at a time given in milliseconds. */
export function dormantAdmins(
  dump: Dump,
  nowMs: number,
): readonly (ExpectedUser & { readonly lastLogin: string | null })[] {
  const adminGroups = new Set(dump.groupRoles.map((role) => role.groupId));
  const admins = new Set(dump.userRoles.map((role) => role.userId));
  for (const member of dump.groupMembers) if (adminGroups.has(member.groupId)) admins.add(member.userId);
  const cutoff = nowMs - 30 * 24 * 3_600_000;
  return dump.users
    .filter((user) => admins.has(user.id))
    .filter((user) => user.lastLogin === null || Date.parse(user.lastLogin) < cutoff)
    .map((user) => ({ id: user.id, login: user.profile.login, lastLogin: user.lastLogin }));
}
