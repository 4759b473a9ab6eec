import type { MistakenSnippet } from "../mistaken-snippet.ts";

/** Reads that are sent in loops, not awaited, caught, or made by hand. */
export const reads: readonly MistakenSnippet[] = [
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
];
