import type { CorrectSnippet } from "../correct-snippet.ts";

/** The same kinds of questions, written in other styles. */
export const styles: readonly CorrectSnippet[] = [
  {
    name: "A generic helper that counts",
    source: `import { okta } from 'okta'

export const title = 'Apps by sign-on mode and status'

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) {
    const key = keyOf(item)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

export default async function () {
  const apps = await okta.listApplications().all()
  const byMode = countBy(apps, (app) => app.signOnMode ?? 'none')
  const byStatus = countBy(apps, (app) => app.status)
  return [
    ...[...byMode].map(([value, apps]) => ({ by: 'sign-on mode', value, apps })),
    ...[...byStatus].map(([value, apps]) => ({ by: 'status', value, apps })),
  ]
}
`,
  },
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
    name: "Entries with an index",
    source: `import { okta } from 'okta'

export const title = 'The ten largest groups'

export default async function () {
  const groups = await okta.listGroups({ expand: 'stats' }).all()
  const largest = [...groups].sort((a, b) => b._embedded.stats.usersCount - a._embedded.stats.usersCount).slice(0, 10)
  const rows: { rank: number; group: string; members: number; share: string }[] = []
  const total = groups.reduce((sum, group) => sum + group._embedded.stats.usersCount, 0)
  for (const [index, group] of largest.entries()) {
    const members = group._embedded.stats.usersCount
    rows.push({
      rank: index + 1,
      group: group.profile.name,
      members,
      share: total === 0 ? '0 %' : \`\${((100 * members) / total).toFixed(1)} %\`,
    })
  }
  return rows
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
    name: "An async helper per item",
    source: `import { okta, each, named } from 'okta'

export const title = 'Members of a group with their devices'
export const params = { group: 'Field sales' }

async function describe(userId: string, login: string) {
  const devices = await okta.listUserDevices({ userId }).all()
  const platforms = new Set(devices.map(({ device }) => device.profile.platform))
  return { login, devices: devices.length, platforms: [...platforms].toSorted() }
}

export default async function ({ group }: typeof params) {
  const groups = await okta.listGroups({ q: group }).all()
  const target = named(groups, 'profile.name', group)
  const members = await okta.listGroupUsers({ groupId: target.id }).all()
  const active = members.filter(({ status }) => status === 'ACTIVE')
  return each(active, (member) => describe(member.id, member.profile.login))
}
`,
  },
  {
    name: "Exactly one, and declined",
    source: `import { okta, exactlyOne, declined, each, filter } from 'okta'

export const title = 'Why a user has an app'
export const params = { email: 'ada@example.com', app: 'GitHub' }

export default async function ({ email, app }: typeof params) {
  const users = await okta.listUsers({ search: filter\`profile.email eq \${email}\` }).all()
  const user = exactlyOne(users, \`user with the address \${email}\`)
  const apps = (await okta.listApplications({ q: app }).all()).filter((one) => one.label === app)
  if (apps.length === 0) declined(\`There is no app called \${app}.\`)

  const rows = await each(apps, async (one) => {
    const assignment = await okta.getApplicationUser({ appId: one.id, userId: user.id })
    const groups = await okta.listApplicationGroupAssignments({ appId: one.id, expand: 'group' }).all()
    const own = new Set((await okta.listUserGroups({ id: user.id }).all()).map((group) => group.id))
    return {
      app: one.label,
      login: user.profile.login,
      assigned: assignment !== undefined,
      scope: assignment?.scope ?? 'none',
      through: groups.filter((group) => own.has(group.id)).map((group) => group._embedded.group.profile.name),
    }
  })
  return rows
}
`,
  },
  {
    name: "Early returns and a let",
    source: `import { okta, daysAgo, now } from 'okta'

export const title = 'Whether anybody used the admin console'
export const params = { days: 30 }

export default async function ({ days }: typeof params) {
  const events = await okta
    .listLogEvents({ since: daysAgo(days), until: now(), filter: 'eventType eq "user.session.access_admin_app"' })
    .all()
  if (events.length === 0) return []

  let first = events[0]?.published ?? ''
  let last = first
  const people = new Set<string>()
  for (const { published, actor } of events) {
    if (published < first) first = published
    if (published > last) last = published
    if (actor?.alternateId) people.add(actor.alternateId)
  }
  return [{ visits: events.length, people: people.size, first, last }]
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
    name: "Two lists compared with sets",
    source: `import { okta, named } from 'okta'

export const title = 'Members of the app group who do not have the app, and the other way round'
export const params = { app: 'Jira', group: 'Jira users' }

export default async function ({ app, group }: typeof params) {
  const target = named(await okta.listApplications().all(), 'label', app)
  const source = named(await okta.listGroups({ search: 'type eq "OKTA_GROUP"' }).all(), 'profile.name', group)
  const members = await okta.listGroupUsers({ groupId: source.id }).all()
  const assigned = await okta.listApplicationUsers({ appId: target.id, expand: 'user' }).all()

  const memberIds = new Set(members.map(({ id }) => id))
  const assignedIds = new Set(assigned.map(({ id }) => id))

  const withoutApp = members.filter(({ id }) => !assignedIds.has(id)).map(({ profile }) => ({ login: profile.login, inGroup: true, hasApp: false }))
  const withoutGroup = assigned.filter(({ id }) => !memberIds.has(id)).map((one) => ({ login: one._embedded.user.profile.login, inGroup: false, hasApp: true }))
  return withoutApp.concat(withoutGroup)
}
`,
  },
  {
    name: "Rules described in words",
    source: `import { okta } from 'okta'

export const title = 'Group rules in words'

export default async function () {
  const rules = await okta.listGroupRules({ expand: 'groupIdToGroupNameMap' }).all()
  return rules.map((rule) => {
    const names = new Map(Object.entries(rule._embedded.groupIdToGroupNameMap))
    const targets = (rule.actions?.assignUserToGroups?.groupIds ?? []).map((id) => names.get(id) ?? id)
    const usesDepartment = /user\\.department/i.test(rule.conditions?.expression?.value ?? '')
    return { rule: rule.name, active: rule.status === 'ACTIVE', targets: targets.join(', '), usesDepartment }
  })
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
    name: "satisfies and a constant table",
    source: `import { okta, each, type Row } from 'okta'

export const title = 'Posture of the sign-on policies'

const limits = { idleMinutes: 120, lifetimeMinutes: 720 } as const

export default async function () {
  const policies = await okta.listPolicies({ type: 'OKTA_SIGN_ON' }).all()
  const rows = await each(policies, async (policy) => {
    const rules = await okta.listPolicyRules({ policyId: policy.id }).all()
    return rules.map((rule) => {
      const session = rule.type === 'SIGN_ON' ? rule.actions?.signon?.session : undefined
      const idle = session?.maxSessionIdleMinutes ?? null
      const lifetime = session?.maxSessionLifetimeMinutes ?? null
      return {
        policy: policy.name,
        rule: rule.name,
        idle,
        lifetime,
        ok: idle !== null && idle <= limits.idleMinutes && lifetime !== null && lifetime > 0 && lifetime <= limits.lifetimeMinutes,
      } satisfies Row
    })
  })
  return rows.flat()
}
`,
  },
  {
    name: "Windows of a log, day by day",
    source: `import { okta, each, daysAgo } from 'okta'

export const title = 'Lockouts by day'

export default async function () {
  const days = Array.from({ length: 7 }, (_, index) => 7 - index)
  return each(days, async (day) => {
    const events = await okta.listLogEvents({ since: daysAgo(day), until: daysAgo(day - 1), filter: 'eventType eq "user.account.lock"' }).all()
    const users = new Set(events.flatMap((event) => event.target ?? []).filter((one) => one.type === 'User').map((one) => one.id))
    return { from: daysAgo(day), lockouts: events.length, users: users.size }
  })
}
`,
  },
  {
    name: "Clients and their consents, nested each",
    source: `import { okta, each } from 'okta'

export const title = 'Clients of the authorization servers'

export default async function () {
  const servers = await okta.listAuthorizationServers().all()
  const apps = await okta.listApplications().all()
  const labelOf = new Map(apps.map((app) => [app.id, app.label]))
  const nested = await each(servers, async (server) => {
    const clients = await okta.listOAuth2ClientsForAuthorizationServer({ authServerId: server.id }).all()
    return clients.map((client) => ({
      server: server.name,
      client: client.client_name ?? client.client_id ?? 'unknown',
      app: labelOf.get(client.client_id ?? '') ?? null,
    }))
  })
  return nested.reduce((all, some) => all.concat(some), [])
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
