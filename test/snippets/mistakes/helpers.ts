import type { MistakenSnippet } from "../mistaken-snippet.ts";

/** Helpers used in a way that cannot work, and helpers that do not exist. */
export const helpers: readonly MistakenSnippet[] = [
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
];
