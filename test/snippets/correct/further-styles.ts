import type { CorrectSnippet } from "../correct-snippet.ts";

/** More questions in more styles. */
export const furtherStyles: readonly CorrectSnippet[] = [
  {
    name: "Each inside a helper with inline rows",
    source: `import { okta, each } from 'okta'

export const title = 'Users with groups and apps'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).first(50)
  const rows = await each(users, async ({ id, profile: { login } }) => {
    const groups = await okta.listUserGroups({ id }).all()
    const links = await okta.listAppLinks({ id }).all()
    return { login, groups: groups.length, apps: links.map(({ label }) => label ?? '').filter((label) => label !== '') }
  })
  return rows
}
`,
  },
  {
    name: "Apps of a user by filter",
    source: `import { okta, filter } from 'okta'

export const title = 'Apps of a user'
export const params = { login: 'ada@example.com' }

export default async function ({ login }: typeof params) {
  const user = await okta.getUser({ id: login })
  const apps = await okta.listApplications({ filter: filter\`user.id eq \${user.id}\`, expand: \`user/\${user.id}\` }).all()
  return apps.map((app) => ({ app: app.label, scope: app._embedded.user.scope, assigned: app._embedded.user.created }))
}
`,
  },
  {
    name: "First page only, with a while loop",
    source: `import { okta } from 'okta'

export const title = 'Batches'

export default async function () {
  const users = [...(await okta.listUsers({ search: 'status eq "ACTIVE"' }).all())]
  const rows: { batch: number; logins: string[] }[] = []
  while (users.length > 0) {
    const some = users.splice(0, 20)
    rows.push({ batch: rows.length + 1, logins: some.map((user) => user.profile.login) })
  }
  return rows
}
`,
  },
  {
    name: "Classic for loop",
    source: `import { okta } from 'okta'

export const title = 'Neighbours'

export default async function () {
  const policies = await okta.listPolicies({ type: 'PASSWORD' }).all()
  const sorted = [...policies].sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0))
  const rows = []
  for (let i = 0; i < sorted.length; i++) {
    const policy = sorted[i]
    const next = sorted[i + 1]
    if (!policy) continue
    rows.push({ policy: policy.name, before: next?.name ?? null, place: i })
  }
  return rows
}
`,
  },
  {
    name: "Custom schema with optional nested and Number",
    source: `import { okta } from 'okta'

export const title = 'Long log retention'

export default async function () {
  const pools = await okta.listAgentPools({ poolType: 'AD' }).all()
  const oldest = pools.map((pool) => {
    const times = pool.agents.map((agent) => agent.lastConnection ?? 0).filter((time) => time > 0)
    return { pool: pool.name, oldest: times.length > 0 ? new Date(Math.min(...times)).toISOString() : null, agents: pool.agents.length }
  })
  return oldest
}
`,
  },
  {
    name: "Rows by keys of a const table",
    source: `import { okta } from 'okta'

export const title = 'Users by what their status means'

const meanings = new Map([
  ['ACTIVE', 'can sign in'],
  ['STAGED', 'not invited'],
  ['PROVISIONED', 'invited'],
])

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => ({ login: user.profile.login, status: user.status, meaning: meanings.get(user.status) ?? 'other' }))
}
`,
  },
  {
    name: "Object table by status",
    source: `import { okta } from 'okta'

export const title = 'Users by what their status means'

const meaning: Record<string, string> = { ACTIVE: 'can sign in', LOCKED_OUT: 'is locked' }

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => ({ login: user.profile.login, meaning: meaning[user.status] ?? 'other' }))
}
`,
  },
  {
    name: "Filter with type guard arrow and Boolean",
    source: `import { okta, each } from 'okta'

export const title = 'Factors that exist'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const firsts = await each(users, async (user) => {
    const [factor] = await okta.listFactors({ userId: user.id }).all()
    return factor ? { login: user.profile.login, type: factor.factorType } : null
  })
  return firsts.filter((one) => one !== null)
}
`,
  },
  {
    name: "Groups by prefix",
    source: `import { okta } from 'okta'

export const title = 'Groups by prefix'
export const params = { prefix: 'App-' }

export default async function ({ prefix }: typeof params) {
  const groups = await okta.listGroups({ q: prefix, expand: 'stats' }).all()
  return groups.map((g) => ({
    name: g.profile.name,
    type: g.type,
    members: g._embedded.stats.usersCount,
  }))
}
`,
  },
  {
    name: "Optional date parameter with null",
    source: `import { okta, filter } from 'okta'

export const title = 'Users created in a range'
export const params = { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z', types: ['Employee', 'Contractor'] }

export default async function ({ from, until, types }: typeof params) {
  const users = await okta.listUsers({ search: filter\`created ge \${from} and created lt \${until}\` }).all()
  return users
    .filter((user) => types.includes(user.profile.userType ?? ''))
    .map(({ profile, created }) => ({ login: profile.login, userType: profile.userType ?? null, created }))
}
`,
  },
  {
    name: "Then on a read",
    source: `import { okta } from 'okta'

export const title = 'Number of groups'

export default async function () {
  const count = await okta.listGroups().all().then((groups) => groups.length)
  return [{ groups: count }]
}
`,
  },
  {
    name: "Async iteration with counter and break",
    source: `import { okta } from 'okta'

export const title = 'The first hundred devices'

export default async function () {
  const rows = []
  for await (const device of okta.listDevices()) {
    if (rows.length >= 100) break
    rows.push({ name: device.profile.displayName, managed: device.profile.managed ?? false })
  }
  return rows
}
`,
  },
  {
    name: "Rows through JSON-like copy and Object.assign",
    source: `import { okta } from 'okta'

export const title = 'Copy'

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => Object.assign({ login: user.profile.login }, { status: user.status }))
}
`,
  },
  {
    name: "Nested function and closure variable",
    source: `import { okta, each } from 'okta'

export const title = 'Roles per admin'

export default async function () {
  const seen = new Map<string, number>()
  const remember = (label: string) => {
    seen.set(label, (seen.get(label) ?? 0) + 1)
  }
  const admins = await okta.listUsersWithRoleAssignments().all()
  await each(admins, async (admin) => {
    for (const role of await okta.listAssignedRolesForUser({ userId: admin.id }).all()) remember(role.label)
  })
  return [...seen].map(([role, admins]) => ({ role, admins }))
}
`,
  },
  {
    name: "FindLast, at and sort by date",
    source: `import { okta, filter, daysAgo, now } from 'okta'

export const title = 'Last suspicious activity'

export default async function () {
  const events = await okta.listLogEvents({ since: daysAgo(30), until: now(), filter: 'eventType sw "user.account"' }).all()
  const last = events.findLast((event) => event.severity === 'WARN')
  const first = events.at(0)
  return [{ last: last?.published ?? null, first: first?.published ?? null, type: last?.eventType ?? null }]
}
`,
  },
  {
    name: "Promise all of two counts with destructured lengths",
    source: `import { okta } from 'okta'

export const title = 'Counts'

export default async function () {
  const [{ length: users }, { length: groups }] = await Promise.all([okta.listUsers().all(), okta.listGroups().all()])
  return [{ users, groups }]
}
`,
  },
  {
    name: "Role targets of apps",
    source: `import { okta, each } from 'okta'

export const title = 'App admins and their apps'

export default async function () {
  const admins = await okta.listUsersWithRoleAssignments().all()
  const nested = await each(admins, async ({ id }) => {
    const roles = (await okta.listAssignedRolesForUser({ userId: id }).all()).filter((role) => role.type === 'APP_ADMIN')
    return each(roles, async (role) => {
      const targets = await okta.listApplicationTargetsForApplicationAdministratorRoleForUser({ userId: id, roleAssignmentId: role.id }).all()
      return { admin: id, role: role.label, apps: targets.map((target) => target.displayName ?? target.name) }
    })
  })
  return nested.flat()
}
`,
  },
  {
    name: "A rows helper typed with Row list",
    source: `import { okta, type Row, type Group } from 'okta'

export const title = 'Groups'

function toRows(groups: readonly Group[]): { name: string; type: string }[] {
  return groups.map((group) => ({ name: group.profile.name, type: group.type }))
}

export default async function () {
  return toRows(await okta.listGroups().all())
}
`,
  },
];
