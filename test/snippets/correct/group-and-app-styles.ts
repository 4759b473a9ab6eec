import type { CorrectSnippet } from "../correct-snippet.ts";

/** Questions about groups and apps, each in another style of writing. */
export const groupAndAppStyles: readonly CorrectSnippet[] = [
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
];
