import { before, daysTo, type Dump, type Expect, pages, type User, type World } from "./world.ts";

const withStatus = (dump: Dump, ...statuses: readonly string[]): readonly User[] =>
  dump.users.filter((user) => statuses.includes(user.status));

function inactiveUsers({ dump, now }: World) {
  const old = withStatus(dump, "ACTIVE").filter((user) => before(now, user.created, 90));
  const rows = old
    .filter((user) => before(now, user.lastLogin, 90))
    .map(({ id, status, created, lastLogin, profile: { login } }) => ({
      id,
      login,
      status,
      created,
      lastLogin,
      days: daysTo(now, lastLogin),
    }));
  return { rows, cheapest: pages(old.length, 200) };
}

function lockedOutUsers({ dump, now }: World) {
  const rows = withStatus(dump, "LOCKED_OUT").map((user) => ({
    id: user.id,
    login: user.profile.login,
    status: "LOCKED_OUT",
    since: user.statusChanged,
    days: daysTo(now, user.statusChanged),
    lastLogin: user.lastLogin,
    source: user.credentials.provider.type,
  }));
  return { rows, cheapest: pages(rows.length, 200) };
}

function longSuspendedUsers({ dump, now }: World) {
  const rows = withStatus(dump, "SUSPENDED")
    .filter((user) => user.statusChanged !== null && before(now, user.statusChanged, 30))
    .map((user) => ({
      id: user.id,
      login: user.profile.login,
      status: "SUSPENDED",
      since: user.statusChanged,
      days: daysTo(now, user.statusChanged),
      department: user.profile["department"] ?? null,
    }));
  return { rows, cheapest: pages(rows.length, 200) };
}

function neverActivatedUsers({ dump, now }: World) {
  const rows = withStatus(dump, "STAGED", "PROVISIONED")
    .filter((user) => before(now, user.created, 14))
    .map((user) => ({
      id: user.id,
      login: user.profile.login,
      status: user.status,
      created: user.created,
      invited: user.activated,
      days: daysTo(now, user.created),
    }));
  return { rows, cheapest: pages(rows.length, 200) };
}

/** Names of what hangs on users, by user, and the sizes of the lists that hold it. */
function heldBy(
  holders: readonly { readonly id: string; readonly name: string }[],
  ties: readonly { readonly holderId: string; readonly userId: string }[],
) {
  const names = new Map(holders.map(({ id, name }) => [id, name]));
  const sizes = new Map<string, number>(holders.map(({ id }) => [id, 0]));
  const byUser = new Map<string, string[]>();
  for (const { holderId, userId } of ties) {
    const name = names.get(holderId);
    if (name === undefined) continue;
    sizes.set(holderId, (sizes.get(holderId) ?? 0) + 1);
    const known = byUser.get(userId);
    if (known === undefined) byUser.set(userId, [name]);
    else known.push(name);
  }
  return { byUser, sizes: [...sizes.values()] };
}

function deactivatedUsersHoldingAccess({ dump }: World) {
  const gone = withStatus(dump, "DEPROVISIONED");
  const held = heldBy(
    dump.groups.filter(({ type }) => type !== "BUILT_IN").map(({ id, profile: { name } }) => ({ id, name })),
    dump.groupMembers.map(({ groupId, userId }) => ({ holderId: groupId, userId })),
  );
  const assigned = heldBy(
    dump.apps.map(({ id, label }) => ({ id, name: label })),
    dump.appUsers.map(({ appId, userId }) => ({ holderId: appId, userId })),
  );
  const rows = gone.flatMap((user) => {
    const groups = held.byUser.get(user.id) ?? [];
    const apps = assigned.byUser.get(user.id) ?? [];
    const apiTokens = dump.apiTokens.filter((token) => token.userId === user.id).map((token) => token.name);
    if (groups.length + apps.length + apiTokens.length === 0) return [];
    const { id, status, statusChanged: since } = user;
    return [{ id, login: user.profile.login, status, since, groups, apps, apiTokens }];
  });
  const groupPages = held.sizes.filter((size) => size > 0).reduce((sum, size) => sum + pages(size, 1000), 0);
  const appPages = assigned.sizes.reduce((sum, size) => sum + pages(size, 500), 0);
  return { rows, cheapest: pages(gone.length, 200) + 1 + groupPages + 1 + appPages + 1 };
}

function oldPasswords({ dump, now }: World) {
  const users = withStatus(dump, "ACTIVE", "LOCKED_OUT", "RECOVERY", "PASSWORD_EXPIRED");
  const rows = users
    .filter((user) => user.credentials.provider.type === "OKTA" && before(now, user.passwordChanged, 365))
    .map((user) => ({
      id: user.id,
      login: user.profile.login,
      status: user.status,
      passwordOf: "OKTA",
      passwordChanged: user.passwordChanged,
      days: daysTo(now, user.passwordChanged),
    }));
  return { rows, cheapest: pages(users.length, 200) };
}

function duplicateUsers({ dump }: World) {
  const addresses = (user: User): readonly string[] =>
    [user.profile["email"], user.profile["secondEmail"]].flatMap((one) => (one ? [one.trim().toLowerCase()] : []));
  const owners = new Map<string, User[]>();
  for (const user of dump.users) {
    for (const address of new Set(addresses(user))) {
      const known = owners.get(address);
      if (known === undefined) owners.set(address, [user]);
      else known.push(user);
    }
  }
  const rows = [...owners].flatMap(([address, [one, other, third]]) => {
    if (third !== undefined) throw new Error("the emulated org shares an address between three");
    if (one === undefined || other === undefined) return [];
    return [
      {
        id: one.id,
        login: one.profile.login,
        status: one.status,
        otherId: other.id,
        otherLogin: other.profile.login,
        otherStatus: other.status,
        shared: `address ${address}`,
      },
    ];
  });
  return { rows, cheapest: pages(dump.users.length, 200) };
}

function usersWithDeactivatedManager({ dump }: World) {
  const byKey = new Map<string, User>();
  for (const user of dump.users.toReversed()) {
    for (const key of [user.profile["employeeNumber"], user.profile.login, user.id])
      if (key) byKey.set(key.toLowerCase(), user);
  }
  const find = (text: string | null | undefined): User | undefined => byKey.get((text ?? "").trim().toLowerCase());
  const rows = withStatus(dump, "ACTIVE").flatMap((user) => {
    const { login, managerId, manager } = user.profile;
    const found = find(managerId) ?? find(manager);
    if (found?.status !== "DEPROVISIONED") return [];
    return [
      {
        id: user.id,
        login,
        status: "ACTIVE",
        managerId: managerId ?? null,
        manager: manager ?? null,
        managerLogin: found.profile.login,
        managerStatus: "DEPROVISIONED",
        managerSince: found.statusChanged,
      },
    ];
  });
  return { rows, cheapest: pages(dump.users.length, 200) };
}

function usersWithMissingAttributes({ dump }: World) {
  const active = withStatus(dump, "ACTIVE");
  const blank = (text: string | null | undefined): boolean => text === null || text === undefined || /^\s*$/.test(text);
  const rows = active.flatMap(({ id, status, profile }) => {
    const missing: string[] = [];
    if (blank(profile["department"])) missing.push("department");
    if (blank(profile["manager"]) && blank(profile["managerId"])) missing.push("manager");
    if (blank(profile["userType"])) missing.push("userType");
    return missing.length === 0 ? [] : [{ id, login: profile.login, status, missing }];
  });
  return { rows, cheapest: pages(active.length, 200) };
}

/** What the reports on users must answer. */
export const usersExpected: Readonly<Record<string, Expect>> = {
  "inactive-users": inactiveUsers,
  "locked-out-users": lockedOutUsers,
  "long-suspended-users": longSuspendedUsers,
  "never-activated-users": neverActivatedUsers,
  "deactivated-users-holding-access": deactivatedUsersHoldingAccess,
  "old-passwords": oldPasswords,
  "duplicate-users": duplicateUsers,
  "users-with-deactivated-manager": usersWithDeactivatedManager,
  "users-with-missing-attributes": usersWithMissingAttributes,
};
