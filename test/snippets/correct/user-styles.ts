import type { CorrectSnippet } from "../correct-snippet.ts";

/** Questions about users, each in another style of writing. */
export const userStyles: readonly CorrectSnippet[] = [
  {
    name: "A type of Okta by name",
    source: `import { okta, type User } from 'okta'

export const title = 'Full names'

const fullName = ({ profile }: User): string => [profile.firstName, profile.lastName].filter(Boolean).join(' ')

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  return users.map((user) => ({ login: user.profile.login, fullName: fullName(user) }))
}
`,
  },
  {
    name: "Chunks of ids in a search",
    source: `import { okta, each, filter } from 'okta'

export const title = 'Addresses of the admins'

export default async function () {
  const admins = await okta.listUsersWithRoleAssignments().all()
  const users = await each(admins, (admin) => okta.listUsers({ search: filter\`id eq \${admin.id}\` }).all())
  return users.flat().map((user) => ({ login: user.profile.login, email: user.profile.email, status: user.status }))
}
`,
  },
  {
    name: "fromEntries and a lookup",
    source: `import { okta } from 'okta'

export const title = 'Locked-out users and when they were locked'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "LOCKED_OUT"' }).all()
  const managers = Object.fromEntries(users.map((user) => [user.id, user.profile.manager ?? 'none']))
  return users.map((user) => ({
    login: user.profile.login,
    manager: managers[user.id] ?? 'none',
    lockedSince: user.statusChanged,
  }))
}
`,
  },
  {
    name: "Accumulating with spreads in reduce",
    source: `import { okta } from 'okta'

export const title = 'Users by country'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const byCountry = users.reduce<Record<string, number>>((counts, { profile }) => {
    const country = profile.countryCode?.toUpperCase() || 'unknown'
    return { ...counts, [country]: (counts[country] ?? 0) + 1 }
  }, {})
  return Object.entries(byCountry)
    .sort(([, a], [, b]) => b - a)
    .map(([country, users]) => ({ country, users }))
}
`,
  },
  {
    name: "A curried predicate and a chain",
    source: `import { okta, isBefore, daysAgo } from 'okta'

export const title = 'Stale accounts, by kind'
export const params = { days: 120 }

const olderThan = (limit: string) => (date: string | null) => isBefore(date, limit)

export default async function ({ days }: typeof params) {
  const stale = olderThan(daysAgo(days))
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  return users
    .filter((user) => stale(user.lastLogin) && stale(user.created))
    .map((user) => {
      const { login, userType, employeeNumber } = user.profile
      const kind = !employeeNumber ? 'service or guest' : userType?.toLowerCase() === 'contractor' ? 'contractor' : 'employee'
      return { login, kind, lastLogin: user.lastLogin, created: user.created }
    })
}
`,
  },
  {
    name: "Map of Maps",
    source: `import { okta } from 'okta'

export const title = 'Departments by status'

export default async function () {
  const users = await okta.listUsers({ search: 'profile.department pr' }).all()
  const table = new Map<string, Map<string, number>>()
  for (const user of users) {
    const department = user.profile.department ?? ''
    let row = table.get(department)
    if (!row) {
      row = new Map()
      table.set(department, row)
    }
    row.set(user.status, (row.get(user.status) ?? 0) + 1)
  }
  return [...table].flatMap(([department, row]) => [...row].map(([status, count]) => ({ department, status, count })))
}
`,
  },
  {
    name: "An attribute that the operator names",
    source: `import { okta } from 'okta'

export const title = 'Active users without a value in an attribute'
export const params = { attribute: 'costCenter' }

export default async function ({ attribute }: typeof params) {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  return users
    .map((user) => {
      const value = Object.entries(user.profile).find(([name]) => name === attribute)?.[1]
      return { login: user.profile.login, isSet: value !== undefined && value !== null && value !== '' }
    })
    .filter((row) => !row.isSet)
}
`,
  },
  {
    name: "The risk of each user, with a counter",
    source: `import { okta, each } from 'okta'

export const title = 'Users with a risk'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const levels = await each(users, async (user) => {
    const risk = await okta.getUserRisk({ userId: user.id })
    return { login: user.profile.login, riskLevel: risk.riskLevel }
  })
  return levels.filter(({ riskLevel }) => riskLevel === 'HIGH' || riskLevel === 'MEDIUM')
}
`,
  },
  {
    name: "Owner, status and reason in one text",
    source: `import { okta, each, notKnown, note } from 'okta'

export const title = 'API tokens with their owners'

export default async function () {
  const tokens = await okta.listApiTokens().all()
  note(\`There are \${tokens.length} tokens.\`)
  const rows = await each(tokens, async (token, index) => {
    const owner = await okta.getUser({ id: token.userId }).orUnknown()
    const line = notKnown(owner) ? owner : \`\${owner.profile.login} (\${owner.status.toLowerCase()})\`
    return { number: index + 1, token: token.name, owner: line, expiresAt: token.expiresAt.substring(0, 10) }
  })
  return rows.sort((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1))
}
`,
  },
  {
    name: "Reasons in a list of conditions",
    source: `import { okta, isBefore, daysAgo } from 'okta'

export const title = 'Accounts to look at'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE" or status eq "LOCKED_OUT"' }).all()
  const rows = users.map((user) => {
    const reasons: string[] = []
    if (user.lastLogin === null) reasons.push('never signed in')
    else if (isBefore(user.lastLogin, daysAgo(90))) reasons.push('no sign-in for 90 days')
    if (!user.profile.managerId) reasons.push('no manager')
    if (user.status === 'LOCKED_OUT') reasons.push('locked out')
    return { login: user.profile.login, reasons }
  })
  return rows.filter((row) => row.reasons.length > 1)
}
`,
  },
];
