import type { CorrectSnippet } from "../correct-snippet.ts";

/** Questions about users and their profiles. */
export const users: readonly CorrectSnippet[] = [
  {
    name: "Active users of a department, newest sign-in first",
    source: `import { okta, filter } from 'okta'

export const title = 'Active users of a department by last sign-in'
export const params = { department: 'Engineering' }

export default async function ({ department }: typeof params) {
  const users = await okta.listUsers({
    search: filter\`status eq "ACTIVE" and profile.department eq \${department}\`,
  }).all()
  return users
    .map((user) => ({
      login: user.profile.login,
      name: \`\${user.profile.firstName ?? ''} \${user.profile.lastName ?? ''}\`.trim(),
      department: user.profile.department ?? null,
      lastLogin: user.lastLogin,
    }))
    .toSorted((a, b) => (b.lastLogin ?? '').localeCompare(a.lastLogin ?? ''))
}
`,
  },
  {
    name: "Users per department and status, with reduce",
    source: `import { okta } from 'okta'

export const title = 'Headcount by department'

interface Count {
  department: string
  active: number
  other: number
}

export default async function () {
  const users = await okta.listUsers({ search: 'created gt "1970-01-01T00:00:00.000Z"' }).all()
  const counts = users.reduce((map, user) => {
    const department = user.profile.department ?? '(not set)'
    const count = map.get(department) ?? { department, active: 0, other: 0 }
    if (user.status === 'ACTIVE') count.active += 1
    else count.other += 1
    return map.set(department, count)
  }, new Map<string, Count>())
  return [...counts.values()].sort((a, b) => b.active - a.active)
}
`,
  },
  {
    name: "Invited users who never activated, with guards",
    source: `import { okta, daysSince } from 'okta'

export const title = 'Users who have not activated their account'
export const params = { olderThanDays: 14 }

export default async function ({ olderThanDays }: typeof params) {
  const rows = []
  for await (const user of okta.listUsers({ search: 'status eq "STAGED" or status eq "PROVISIONED"' })) {
    const age = daysSince(user.created)
    if (age === undefined || age < olderThanDays) continue
    rows.push({
      login: user.profile.login,
      status: user.status,
      created: user.created,
      daysWaiting: age,
      mailSent: user.status === 'PROVISIONED',
    })
  }
  return rows
}
`,
  },
  {
    name: "Suspended for longer than some days",
    source: `import { okta, filter, daysAgo } from 'okta'

export const title = 'Users suspended for more than 60 days'
export const params = { days: 60 }

export default async function main({ days }: typeof params) {
  const limit = daysAgo(days)
  const search = filter\`status eq "SUSPENDED" and statusChanged lt \${limit}\`
  const suspended = await okta.listUsers({ search, sortBy: 'statusChanged', sortOrder: 'asc' }).all()

  return suspended.map(({ profile: { login, email, manager }, statusChanged }) => ({
    login,
    email,
    manager: manager ?? null,
    suspendedSince: statusChanged,
  }))
}
`,
  },
  {
    name: "Users whose manager has left, with an index by several keys",
    source: `import { okta } from 'okta'

export const title = 'Active users whose manager is deactivated'

export default async function () {
  const [active, gone] = await Promise.all([
    okta.listUsers({ search: 'status eq "ACTIVE" and (profile.managerId pr or profile.manager pr)' }).all(),
    okta.listUsers({ search: 'status eq "DEPROVISIONED"' }).all(),
  ])

  const goneByKey = new Map<string, string>()
  for (const user of gone) {
    const { login, email, employeeNumber, displayName } = user.profile
    for (const key of [user.id, login, email, employeeNumber, displayName]) {
      if (key) goneByKey.set(key.toLowerCase(), login)
    }
  }

  const rows: { login: string; manager: string; managerLogin: string }[] = []
  for (const user of active) {
    const candidates = [user.profile.managerId, user.profile.manager]
    const key = candidates.find((one) => one !== null && one !== undefined && goneByKey.has(one.toLowerCase()))
    if (!key) continue
    rows.push({ login: user.profile.login, manager: key, managerLogin: goneByKey.get(key.toLowerCase()) ?? '' })
  }
  return rows
}
`,
  },
  {
    name: "Users who share an address, grouped by hand",
    source: `import { okta } from 'okta'

export const title = 'Users with the same e-mail address'

export default async function () {
  const users = await okta.listUsers({ search: 'created gt "1970-01-01T00:00:00.000Z"' }).all()
  const byEmail: Record<string, { login: string; status: string }[]> = {}
  for (const user of users) {
    const email = user.profile.email.trim().toLowerCase()
    ;(byEmail[email] ??= []).push({ login: user.profile.login, status: user.status })
  }
  return Object.entries(byEmail)
    .filter(([, owners]) => owners.length > 1)
    .flatMap(([email, owners]) => owners.map((owner) => ({ email, ...owner, sharedBy: owners.length })))
}
`,
  },
  {
    name: "Which required attributes are blank",
    source: `import { okta } from 'okta'

export const title = 'Active users with incomplete profiles'

const wanted = ['department', 'title', 'managerId', 'costCenter'] as const

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  return users
    .map(({ profile }) => ({
      login: profile.login,
      missing: wanted.filter((name) => !profile[name]?.trim()),
    }))
    .filter((row) => row.missing.length > 0)
}
`,
  },
  {
    name: "Users by user type, joined by id",
    source: `import { okta } from 'okta'

export const title = 'Number of users of each user type'

export default async function () {
  const types = await okta.listUserTypes().all()
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()

  const counts = new Map(types.map((type) => [type.id, 0]))
  users.forEach((user) => {
    const id = user.type?.id
    if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
  })

  return types.map((type) => ({
    type: type.displayName,
    isDefault: type.default ?? false,
    activeUsers: counts.get(type.id) ?? 0,
  }))
}
`,
  },
  {
    name: "The groups of two users compared",
    source: `import { okta } from 'okta'

export const title = 'Groups that only one of two users has'
export const params = { first: 'ada@example.com', second: 'grace@example.com' }

export default async function ({ first, second }: typeof params) {
  const [a, b] = await Promise.all([
    okta.listUserGroups({ id: first }).all(),
    okta.listUserGroups({ id: second }).all(),
  ])
  const idsA = new Set(a.map((group) => group.id))
  const idsB = new Set(b.map((group) => group.id))
  const onlyA = a.filter((group) => !idsB.has(group.id)).map((group) => ({ group: group.profile.name, memberIsOnly: first }))
  const onlyB = b.filter((group) => !idsA.has(group.id)).map((group) => ({ group: group.profile.name, memberIsOnly: second }))
  return [...onlyA, ...onlyB]
}
`,
  },
  {
    name: "Sign-in age in buckets, with a typed helper",
    source: `import { okta, daysSince } from 'okta'

export const title = 'Active users by the age of their last sign-in'

function bucketOf(days: number | undefined): string {
  if (days === undefined) return 'never'
  if (days <= 30) return '30 days'
  if (days <= 90) return '90 days'
  return 'older'
}

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const buckets = new Map<string, number>()
  for (const user of users) {
    const bucket = bucketOf(daysSince(user.lastLogin))
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1)
  }
  return Array.from(buckets, ([lastLogin, users]) => ({ lastSignIn: lastLogin, users }))
}
`,
  },
  {
    name: "Passwords of Okta-sourced users older than some days",
    source: `import { okta, isBefore, daysAgo, daysSince } from 'okta'

export const title = 'Passwords older than 180 days'
export const params = { days: 180 }

export default async function ({ days }: typeof params) {
  const limit = daysAgo(days)
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const own = users.filter((user) => user.credentials?.provider?.type === 'OKTA')
  return own
    .filter((user) => user.passwordChanged !== null && isBefore(user.passwordChanged, limit))
    .map((user) => ({
      login: user.profile.login,
      passwordChanged: user.passwordChanged,
      ageInDays: daysSince(user.passwordChanged) ?? null,
      provider: user.credentials?.provider?.type ?? null,
    }))
}
`,
  },
  {
    name: "Active users blocked from unknown devices",
    source: `import { okta, each } from 'okta'

export const title = 'Active users who are blocked for some devices'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const checked = await each(users, async (user) => ({
    login: user.profile.login,
    blocks: (await okta.listUserBlocks({ id: user.id }).all()).map((block) => block.appliesTo),
  }))
  return checked.filter(({ blocks }) => blocks.length > 0)
}
`,
  },
  {
    name: "How far each contractor is from an end date, with a switch",
    source: `import { okta, same } from 'okta'

export const title = 'Contractors by what their account can do'
export const params = { userType: 'Contractor' }

function can(status: string): string {
  switch (status) {
    case 'ACTIVE':
    case 'PASSWORD_EXPIRED':
    case 'RECOVERY':
      return 'sign in'
    case 'LOCKED_OUT':
    case 'SUSPENDED':
      return 'sign in after an admin acts'
    default:
      return 'nothing'
  }
}

export default async function ({ userType }: typeof params) {
  const all = await okta.listUsers({ search: 'profile.userType pr' }).all()
  const contractors = all.filter((user) => same(user.profile.userType, userType))
  return contractors.map((user) => ({
    login: user.profile.login,
    userType: user.profile.userType ?? null,
    status: user.status,
    can: can(user.status),
  }))
}
`,
  },
];
