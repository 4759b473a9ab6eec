import type { MistakenSnippet } from "../mistaken-snippet.ts";

/** What a snippet gives that are no rows, and a function that gives none. */
export const rows: readonly MistakenSnippet[] = [
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
