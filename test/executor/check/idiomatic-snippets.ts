/** Snippets as a good planner writes them, in varied styles: each must pass the check. */
export const idiomaticSnippets: Readonly<Record<string, string>> = {
  "active users of an app without a factor": `import { okta, named, each } from 'okta'

export const title = 'Active users of an app without an active MFA factor'
export const params = { app: 'GitHub' }

export default async function ({ app }: typeof params) {
  const target = named(await okta.listApplications({}).all(), 'label', app)
  const assigned = await okta.listApplicationUsers({ appId: target.id, expand: 'user' }).all()
  const active = assigned.filter((one) => one._embedded.user.status === 'ACTIVE')
  const rows = await each(active, async (one) => {
    const user = one._embedded.user
    const factors = await okta.listFactors({ userId: user.id }).all()
    const counting = factors.filter((factor) => factor.status === 'ACTIVE' && factor.factorType !== 'question')
    return { login: user.profile.login, status: user.status, activeFactors: counting.length }
  })
  return rows.filter((row) => row.activeFactors === 0)
}
`,
  "admins who have not signed in": `import { okta, each, daysAgo, isBefore } from 'okta'

export const title = 'Admins who have not signed in'
export const params = { days: 30 }

export default async function ({ days }: typeof params) {
  const admins = await okta.listUsersWithRoleAssignments({}).all()
  const users = await each(admins, (one) => okta.getUser({ id: one.id ?? '' }))
  return users
    .filter((user) => isBefore(user.lastLogin, daysAgo(days)))
    .map((user) => ({ login: user.profile.login, lastLogin: user.lastLogin ?? null }))
}
`,
  "users by search": `import { okta, filter } from 'okta'

export const title = 'Active users of a department'
export const params = { department: 'Engineering' }

export default async function ({ department }: typeof params) {
  const users = await okta.listUsers({ search: filter\`status eq "ACTIVE" and profile.department eq \${department}\` }).all()
  return users.map((user) => ({ login: user.profile.login, department: user.profile.department ?? null }))
}
`,
  "a search in a constant": `import { okta, filter, daysAgo } from 'okta'

export const title = 'Users made lately'

export default async function () {
  const search = filter\`created gt \${daysAgo(7)}\`
  const users = await okta.listUsers({ search }).all()
  return users.map(({ id, profile, created }) => ({ id, login: profile.login, created: created ?? null }))
}
`,
  "counts with a map": `import { okta } from 'okta'

export const title = 'Users by department'

export default async function () {
  const counts = new Map<string, number>()
  for (const user of await okta.listUsers({}).all()) {
    const department = user.profile.department ?? '(none)'
    counts.set(department, (counts.get(department) ?? 0) + 1)
  }
  return [...counts].map(([department, users]) => ({ department, users })).toSorted((a, b) => b.users - a.users)
}
`,
  "a list walked item by item": `import { okta } from 'okta'

export const title = 'Locked out users'

export default async function () {
  const rows: { login: string; since: string | null }[] = []
  for await (const user of okta.listUsers({ search: 'status eq "LOCKED_OUT"' })) {
    rows.push({ login: user.profile.login, since: user.statusChanged ?? null })
  }
  return rows
}
`,
  "members of a group": `import { okta, named } from 'okta'

export const title = 'Members of a group'
export const params = { group: 'Sales' }

export default async function ({ group }: typeof params) {
  const found = named(await okta.listGroups({}).all(), 'profile.name', group)
  const members = await okta.listGroupUsers({ groupId: found.id ?? '' }).all()
  return members.map((user) => ({ login: user.profile.login, status: user.status ?? null }))
}
`,
  "one group and not another": `import { okta, named } from 'okta'

export const title = 'In one group and not in the other'
export const params = { inside: 'Sales', outside: 'Contractors' }

export default async function ({ inside, outside }: typeof params) {
  const groups = await okta.listGroups({}).all()
  const first = named(groups, 'profile.name', inside)
  const second = named(groups, 'profile.name', outside)
  const [members, others] = await Promise.all([
    okta.listGroupUsers({ groupId: first.id ?? '' }).all(),
    okta.listGroupUsers({ groupId: second.id ?? '' }).all(),
  ])
  const excluded = new Set(others.map((user) => user.id))
  return members.filter((user) => !excluded.has(user.id)).map((user) => ({ login: user.profile.login }))
}
`,
  "a failure allowed for": `import { okta, each, notKnown } from 'okta'

export const title = 'Factors, unknown where they cannot be read'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  return each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id ?? '' }).all().orUnknown()
    return { login: user.profile.login, factors: notKnown(factors) ? factors : factors.length }
  })
}
`,
  "a helper of the snippet": `import { okta, each } from 'okta'

export const title = 'Users and their groups'

async function groupNames(userId: string) {
  const groups = await okta.listUserGroups({ id: userId }).all()
  return groups.map((group) => group.profile?.name ?? '').filter((name) => name !== 'Everyone')
}

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  return each(users, async (user) => ({ login: user.profile.login, groups: await groupNames(user.id ?? '') }))
}
`,
  "empty groups": `import { okta, each } from 'okta'

export const title = 'Groups without members'

export default async function () {
  const groups = (await okta.listGroups({}).all()).filter((group) => group.type === 'OKTA_GROUP')
  const counted = await each(groups, async (group) => {
    const members = await okta.listGroupUsers({ groupId: group.id ?? '' }).first(1)
    return { group: group.profile?.name ?? '', members: members.length }
  })
  return counted.filter((one) => one.members === 0)
}
`,
  "apps by sign-on mode": `import { okta } from 'okta'

export const title = 'Active apps by sign-on mode'

export default async function () {
  const apps = await okta.listApplications({ filter: 'status eq "ACTIVE"' }).all()
  const modes: Record<string, number> = {}
  for (const app of apps) {
    const mode = app.signOnMode ?? 'unknown'
    modes[mode] = (modes[mode] ?? 0) + 1
  }
  return Object.entries(modes).map(([mode, count]) => ({ mode, count }))
}
`,
  "failed sign-ins": `import { okta, daysAgo, now } from 'okta'

export const title = 'Failed sign-ins of the last day'

export default async function () {
  const events = await okta
    .listLogEvents({
      since: daysAgo(1),
      until: now(),
      filter: 'eventType eq "user.session.start" and outcome.result eq "FAILURE"',
    })
    .all()
  return events.map((event) => ({
    at: event.published ?? null,
    who: event.actor?.alternateId ?? null,
    reason: event.outcome?.reason ?? null,
  }))
}
`,
  "one user": `import { okta } from 'okta'

export const title = 'One user'
export const params = { login: 'ada@example.com' }

export default async function ({ login }: typeof params) {
  const user = await okta.getUser({ id: login })
  return [{ login: user.profile.login, status: user.status, lastLogin: user.lastLogin ?? null }]
}
`,
  "a choice of words": `import { okta, daysSince } from 'okta'

export const title = 'Users by last sign-in'

export default async function () {
  const users = await okta.listUsers({}).all()
  return users.map((user) => {
    const days = daysSince(user.lastLogin)
    return { login: user.profile.login, signedIn: days === undefined ? 'never' : days > 30 ? 'long ago' : 'lately' }
  })
}
`,
  "an index by id": `import { okta, named } from 'okta'

export const title = 'App users with their department'
export const params = { app: 'GitHub' }

export default async function ({ app }: typeof params) {
  const target = named(await okta.listApplications({}).all(), 'label', app)
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const byId = new Map(users.map((user) => [user.id, user]))
  const assigned = await okta.listApplicationUsers({ appId: target.id }).all()
  return assigned.flatMap((one) => {
    const user = byId.get(one.id)
    return user === undefined ? [] : [{ login: user.profile.login, department: user.profile.department ?? null, scope: one.scope ?? null }]
  })
}
`,
  "policies and rules": `import { okta, each } from 'okta'

export const title = 'Sign-on policies and their rules'

export default async function () {
  const policies = await okta.listPolicies({ type: 'OKTA_SIGN_ON' }).all()
  const rules = await each(policies, async (policy) => {
    const found = await okta.listPolicyRules({ policyId: policy.id ?? '' }).all()
    return found.map((rule) => ({ policy: policy.name ?? '', rule: rule.name ?? '', status: rule.status ?? null }))
  })
  return rules.flat()
}
`,
  zones: `import { okta } from 'okta'

export const title = 'Network zones'

export default async function () {
  const zones = await okta.listNetworkZones({}).all()
  return zones.map((zone) => ({ name: zone.name ?? null, type: zone.type ?? null, status: zone.status ?? null }))
}
`,
  "a declined question": `import { okta, declined, same } from 'okta'

export const title = 'Users of one type'
export const params = { userType: 'Contractor' }

export default async function ({ userType }: typeof params) {
  const users = await okta.listUsers({}).all()
  const found = users.filter((user) => same(user.profile.userType, userType))
  if (found.length === 0) declined('No user has this type.')
  return found.map((user) => ({ login: user.profile.login, userType: user.profile.userType ?? null }))
}
`,
  duplicates: `import { okta } from 'okta'

export const title = 'Users with the same email'

export default async function () {
  const users = await okta.listUsers({}).all()
  const byEmail = new Map<string, string[]>()
  for (const user of users) {
    const email = (user.profile.email ?? '').toLowerCase()
    if (email === '') continue
    byEmail.set(email, [...(byEmail.get(email) ?? []), user.profile.login])
  }
  return [...byEmail.entries()].filter(([, logins]) => logins.length > 1).map(([email, logins]) => ({ email, logins }))
}
`,
  managers: `import { okta } from 'okta'

export const title = 'Users whose manager is deactivated'

export default async function () {
  const gone = await okta.listUsers({ search: 'status eq "DEPROVISIONED"' }).all()
  const goneIds = new Set(gone.map((user) => user.id))
  const active = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  return active
    .filter(({ profile }) => typeof profile.managerId === 'string' && goneIds.has(profile.managerId))
    .map(({ profile }) => ({ login: profile.login, managerId: profile.managerId ?? null }))
}
`,
  "a reduce": `import { okta } from 'okta'

export const title = 'Number of users by status'

export default async function () {
  const users = await okta.listUsers({}).all()
  const active = users.reduce((sum, user) => sum + (user.status === 'ACTIVE' ? 1 : 0), 0)
  return [{ users: users.length, active }]
}
`,
  "roles of admins": `import { okta, each } from 'okta'

export const title = 'Roles of each admin'

export default async function () {
  const admins = await okta.listUsersWithRoleAssignments({}).all()
  const roles = await each(admins, async (admin) => {
    const [user, assigned] = await Promise.all([
      okta.getUser({ id: admin.id ?? '' }),
      okta.listAssignedRolesForUser({ userId: admin.id ?? '' }).all(),
    ])
    return { login: user.profile.login, roles: assigned.map((role) => role.label ?? '') }
  })
  return roles
}
`,
  "a type of its own": `import { okta } from 'okta'

export const title = 'Names of users'

type Line = { login: string; name: string; active: boolean }

const nameOf = (first: string | null | undefined, last: string | null | undefined): string => \`\${first ?? ''} \${last ?? ''}\`.trim()

export default async function (): Promise<Line[]> {
  const users = await okta.listUsers({}).all()
  return users.map((user) => ({
    login: user.profile.login,
    name: nameOf(user.profile.firstName, user.profile.lastName),
    active: user.status === 'ACTIVE',
  }))
}
`,
  devices: `import { okta } from 'okta'

export const title = 'Devices by platform'

export default async function () {
  const devices = await okta.listDevices({}).all()
  return devices.map((device) => ({ device: device.profile?.displayName ?? null, platform: device.profile?.platform ?? null, status: device.status ?? null }))
}
`,
  "group rules": `import { okta } from 'okta'

export const title = 'Group rules that do nothing'

export default async function () {
  const rules = await okta.listGroupRules({}).all()
  return rules
    .filter((rule) => rule.status !== 'ACTIVE')
    .map((rule) => ({ rule: rule.name ?? '', status: rule.status ?? null, expression: rule.conditions?.expression?.value ?? null }))
}
`,
};
