import type { MistakenSnippet } from "../mistaken-snippet.ts";

/** Reads, rows and helpers used in a way that cannot work. */
export const flowAndHelpers: readonly MistakenSnippet[] = [
  {
    name: "a read in a loop",
    source: `import { okta } from 'okta'

export const title = 'Users and factors'

export default async function () {
  const users = await okta.listUsers().all()
  const rows = []
  for (const user of users) {
    const factors = await okta.listFactors({ userId: user.id }).all()
    rows.push({ login: user.profile.login, factors: factors.length })
  }
  return rows
}
`,
    line: 9,
    code: "gate/await-in-loop",
  },
  {
    name: "a helper that reads, called in a loop",
    source: `import { okta } from 'okta'

export const title = 'Users and groups'

async function countGroups(id: string) {
  return (await okta.listUserGroups({ id }).all()).length
}

export default async function () {
  const users = await okta.listUsers().all()
  const rows = []
  for (const user of users) {
    rows.push({ login: user.profile.login, groups: await countGroups(user.id) })
  }
  return rows
}
`,
    line: 13,
    code: "gate/await-in-loop",
  },
  {
    name: "Promise.all over a list",
    source: `import { okta } from 'okta'

export const title = 'Groups by size'

export default async function () {
  const groups = await okta.listGroups().all()
  return Promise.all(
    groups.map(async (group) => {
      const members = await okta.listGroupUsers({ groupId: group.id }).all()
      return { name: group.profile.name, members: members.length }
    }),
  )
}
`,
    line: 9,
    code: "gate/await-in-loop",
  },
  {
    name: "Promise.all over reads of a map",
    source: `import { okta } from 'okta'

export const title = 'Apps by users'

export default async function () {
  const apps = await okta.listApplications().all()
  const lists = await Promise.all(apps.map((app) => okta.listApplicationUsers({ appId: app.id }).all()))
  return apps.map((app, index) => ({ app: app.label, users: lists[index]?.length ?? 0 }))
}
`,
    line: 7,
    code: "gate/await-in-loop",
  },
  {
    name: "an async callback of forEach",
    source: `import { okta } from 'okta'

export const title = 'Admins and roles'

export default async function () {
  const rows: { login: string; roles: number }[] = []
  const admins = await okta.listUsersWithRoleAssignments().all()
  admins.forEach(async (admin) => {
    const roles = await okta.listAssignedRolesForUser({ userId: admin.id }).all()
    rows.push({ login: admin.id, roles: roles.length })
  })
  return rows
}
`,
    line: 9,
    code: "gate/await-in-loop",
  },
  {
    name: "an async callback of reduce",
    source: `import { okta } from 'okta'

export const title = 'Members of all groups'

export default async function () {
  const groups = await okta.listGroups().all()
  const total = await groups.reduce(async (sum, group) => {
    const members = await okta.listGroupUsers({ groupId: group.id }).all()
    return (await sum) + members.length
  }, Promise.resolve(0))
  return [{ groups: groups.length, total }]
}
`,
    line: 8,
    code: "gate/await-in-loop",
  },
  {
    name: "a read that is not awaited",
    source: `import { okta } from 'okta'

export const title = 'Users and groups'

export default async function () {
  const users = await okta.listUsers().all()
  const groups = okta.listGroups().all()
  return users.map((user) => ({ login: user.profile.login, groups: groups.length }))
}
`,
    line: 8,
    code: "TS2339",
  },
  {
    name: "a list that is not read",
    source: `import { okta } from 'okta'

export const title = 'Users'

export default async function () {
  const users = okta.listUsers()
  return users.map((user) => ({ login: user.profile.login }))
}
`,
    line: 7,
    code: "TS2339",
  },
  {
    name: "rows that hold rows",
    source: `import { okta, each } from 'okta'

export const title = 'Groups and members'

export default async function () {
  const groups = await okta.listGroups().all()
  return each(groups, async (group) => {
    const members = await okta.listGroupUsers({ groupId: group.id }).all()
    return {
      group: group.profile.name,
      members: members.map((user) => ({ login: user.profile.login })),
    }
  })
}
`,
    line: 11,
    code: "check/cell",
  },
  {
    name: "a whole object in a cell",
    source: `import { okta } from 'okta'

export const title = 'Users and profiles'

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => ({
    login: user.profile.login,
    profile: user.profile,
  }))
}
`,
    line: 9,
    code: "check/cell",
  },
  {
    name: "lists of rows not joined",
    source: `import { okta, each } from 'okta'

export const title = 'Members'

export default async function () {
  const groups = await okta.listGroups().all()
  return each(groups, async (group) => {
    const members = await okta.listGroupUsers({ groupId: group.id }).all()
    return members.map((user) => ({ group: group.profile.name, login: user.profile.login }))
  })
}
`,
    line: 5,
    code: "check/rows",
  },
  {
    name: "rows with different columns",
    source: `import { okta } from 'okta'

export const title = 'Users'

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => {
    if (user.status === 'ACTIVE') return { login: user.profile.login, lastLogin: user.lastLogin }
    return { login: user.profile.login, since: user.statusChanged }
  })
}
`,
    line: 8,
    code: "check/rows",
  },
  {
    name: "one object and not a list",
    source: `import { okta } from 'okta'

export const title = 'Number of users'

export default async function () {
  const users = await okta.listUsers().all()
  return { users: users.length }
}
`,
    line: 5,
    code: "check/rows",
  },
  {
    name: "columns named by values",
    source: `import { okta } from 'okta'

export const title = 'Users by status'

export default async function () {
  const users = await okta.listUsers().all()
  const counts: Record<string, number> = {}
  for (const user of users) counts[user.status] = (counts[user.status] ?? 0) + 1
  return [counts]
}
`,
    line: 5,
    code: "check/rows",
  },
  {
    name: "named by a path that does not exist",
    source: `import { okta, named } from 'okta'

export const title = 'One group'

export default async function () {
  const groups = await okta.listGroups().all()
  const group = named(groups, 'name', 'Sales')
  return [{ id: group.id }]
}
`,
    line: 7,
    code: "TS2345",
  },
  {
    name: "named of a list that is not awaited",
    source: `import { okta, named } from 'okta'

export const title = 'One app'

export default async function () {
  const app = named(okta.listApplications().all(), 'label', 'GitHub')
  return [{ id: app.id }]
}
`,
    line: 6,
    code: "TS2345",
  },
  {
    name: "each over a listing",
    source: `import { okta, each } from 'okta'

export const title = 'Users'

export default async function () {
  return each(okta.listUsers(), async (user) => ({ login: user.profile.login }))
}
`,
    line: 6,
    code: "TS2345",
  },
  {
    name: "each that is not awaited",
    source: `import { okta, each } from 'okta'

export const title = 'Users without groups'

export default async function () {
  const users = await okta.listUsers().all()
  const rows = each(users, async (user) => {
    const groups = await okta.listUserGroups({ id: user.id }).all()
    return { login: user.profile.login, groups: groups.length }
  })
  return rows.filter((row) => row.groups === 0)
}
`,
    line: 11,
  },
  {
    name: "a date where a text is wanted",
    source: `import { okta, isBefore } from 'okta'

export const title = 'Users without a sign-in'

export default async function () {
  const users = await okta.listUsers().all()
  return users
    .filter((user) => isBefore(user.lastLogin, new Date('2026-01-01')))
    .map((user) => ({ login: user.profile.login }))
}
`,
    line: 8,
    code: "TS2345",
  },
  {
    name: "the time of the machine",
    source: `import { okta, now, isBefore } from 'okta'

export const title = 'Users without a sign-in'

export default async function () {
  const limit = new Date(Date.now() - 90 * 24 * 3600 * 1000).toISOString()
  const users = await okta.listUsers().all()
  return users.filter((user) => isBefore(user.lastLogin, limit)).map((user) => ({ login: user.profile.login }))
}
`,
    line: 6,
    code: "gate/clock",
  },
  {
    name: "days since never, compared",
    source: `import { okta, daysSince } from 'okta'

export const title = 'Users without a sign-in'

export default async function () {
  const users = await okta.listUsers().all()
  return users
    .filter((user) => daysSince(user.lastLogin) > 90)
    .map((user) => ({ login: user.profile.login }))
}
`,
    line: 8,
    code: "TS2532",
  },
  {
    name: "a failure caught",
    source: `import { okta, each } from 'okta'

export const title = 'Users and factors'

export default async function () {
  const users = await okta.listUsers().all()
  return each(users, async (user) => {
    try {
      const factors = await okta.listFactors({ userId: user.id }).all()
      return { login: user.profile.login, factors: factors.length }
    } catch {
      return { login: user.profile.login, factors: 0 }
    }
  })
}
`,
    line: 8,
    code: "gate/try",
  },
  {
    name: "a request by hand",
    source: `import { okta } from 'okta'

export const title = 'Users'

export default async function () {
  const answer = await fetch('https://example.okta.com/api/v1/users')
  return [{ status: answer.status }]
}
`,
    line: 6,
    code: "gate/name",
  },
  {
    name: "a helper that does not exist",
    source: `import { okta } from 'okta'

export const title = 'Users'

export default async function () {
  const users = await okta.listUsers().all()
  const byStatus = groupBy(users, (user) => user.status)
  return Object.entries(byStatus).map(([status, list]) => ({ status, users: list.length }))
}
`,
    line: 7,
    code: "TS2304",
  },
  {
    name: "an arrow as the exported function",
    source: `import { okta } from 'okta'

export const title = 'Users'

export default async () => {
  const users = await okta.listUsers().all()
  return users.map((user) => ({ login: user.profile.login }))
}
`,
    line: 5,
  },
];
