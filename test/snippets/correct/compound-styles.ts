import type { CorrectSnippet } from "../correct-snippet.ts";

/** Answers to compound questions in the ways that people and models write them. */
export const compoundStyles: readonly CorrectSnippet[] = [
  {
    name: "Managers found by number or login, in a Map and an object of entries",
    source: `import { okta } from 'okta'

export const title = 'Active users whose manager is deactivated'

export default async function () {
  const users = await okta.listUsers({ search: 'created gt "1970-01-01T00:00:00.000Z"' }).all()
  const byLogin = Object.fromEntries(users.map((u) => [u.profile.login.toLowerCase(), u]))
  const byNumber = new Map(users.filter((u) => u.profile.employeeNumber).map((u) => [u.profile.employeeNumber, u]))
  const rows = []
  for (const user of users) {
    if (user.status !== 'ACTIVE') continue
    const managerKey = user.profile.managerId ?? user.profile.manager
    if (!managerKey) continue
    const manager = byNumber.get(managerKey) ?? byLogin[managerKey.toLowerCase()]
    if (manager?.status !== 'DEPROVISIONED') continue
    rows.push({
      id: user.id,
      login: user.profile.login,
      status: user.status,
      managerLogin: manager.profile.login,
      managerStatus: manager.status,
    })
  }
  return rows
}
`,
  },
  {
    name: "Tallies in a list that is searched, with a note",
    source: `import { okta, isBefore, daysAgo, note } from 'okta'

export const title = 'Idle share of each user type'
export const params = { days: 30 }

interface Tally {
  userType: string
  total: number
  idle: number
  newest: string
}

export default async function ({ days }: typeof params) {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const tallies: Tally[] = []
  let withoutType = 0
  for (const user of users) {
    const userType = user.profile.userType?.trim().toLowerCase()
    if (!userType) {
      withoutType += 1
      continue
    }
    let tally = tallies.find((t) => t.userType === userType)
    if (!tally) {
      tally = { userType, total: 0, idle: 0, newest: user.created }
      tallies.push(tally)
    }
    tally.total++
    if (isBefore(user.lastLogin, daysAgo(days))) tally.idle++
    if (user.created > tally.newest) tally.newest = user.created
  }
  note(\`\${withoutType} users have no user type\`)
  return tallies.map((t) => ({ ...t, share: \`\${((t.idle / t.total) * 100).toFixed(1)} %\` }))
}
`,
  },
  {
    name: "Two keys joined in a Map's key and taken apart again",
    source: `import { okta, dayOf } from 'okta'

export const title = 'Users created by month and status'

export default async function () {
  const users = await okta.listUsers({ search: 'status pr' }).all()
  const table = new Map<string, number>()
  for (const u of users) {
    const key = [dayOf(u.created).slice(0, 7), u.status].join('|')
    table.set(key, (table.get(key) ?? 0) + 1)
  }
  return Array.from(table, ([key, count]) => {
    const [month = '', status = ''] = key.split('|')
    return { month, status, count }
  }).sort((a, b) => a.month.localeCompare(b.month))
}
`,
  },
  {
    name: "Devices grouped by platform, with owners in a Set",
    source: `import { okta } from 'okta'

export const title = 'Number of devices and users by platform'

export default async function () {
  const devices = await okta.listDevices({ expand: 'userSummary' }).all()
  const platforms = Map.groupBy(devices, (d) => d.profile.platform)
  const rows = []
  for (const [platform, list] of platforms) {
    const owners = new Set(list.flatMap((d) => d._embedded.users.map((u) => u.user.id)))
    rows.push({
      platform,
      devices: list.length,
      users: owners.size,
      unmanaged: list.filter((d) => d._embedded.users.some((u) => u.managementStatus !== 'MANAGED')).length,
    })
  }
  return rows.sort((a, b) => b.devices - a.devices)
}
`,
  },
  {
    name: "Names of groups in lists of a Map that each fills",
    source: `import { okta, named, each } from 'okta'

export const title = 'Users with access to an app, with the groups that grant it'
export const params = { app: 'GitHub' }

export default async function ({ app }: typeof params) {
  const apps = await okta.listApplications({}).all()
  const target = named(apps, 'label', app)
  const assignments = await okta.listApplicationGroupAssignments({ appId: target.id, expand: 'group' }).all()
  const groupsByUser = new Map<string, string[]>()
  await each(assignments, async (assignment) => {
    const members = await okta.listGroupUsers({ groupId: assignment.id }).all()
    for (const member of members) {
      const names = groupsByUser.get(member.id) ?? []
      names.push(assignment._embedded.group.profile.name)
      groupsByUser.set(member.id, names)
    }
  })
  const appUsers = await okta.listApplicationUsers({ appId: target.id, expand: 'user' }).all()
  return appUsers.map((appUser) => ({
    id: appUser.id,
    login: appUser._embedded.user.profile.login,
    status: appUser._embedded.user.status,
    scope: appUser.scope,
    groups: groupsByUser.get(appUser.id) ?? [],
  }))
}
`,
  },
  {
    name: "Nested each with an item spread and added to",
    source: `import { okta, each, isBefore, daysAgo } from 'okta'

export const title = 'Idle users with at least one privileged group'
export const params = { days: 90 }

export default async function ({ days }: typeof params) {
  const groups = await okta.listGroups({ expand: 'stats' }).all()
  const privileged = groups.filter(({ _embedded: { stats } }) => stats.hasAdminPrivilege)
  const nested = await each(privileged, async (group) => {
    const members = await okta.listGroupUsers({ groupId: group.id }).all()
    const roles = await okta.listGroupAssignedRoles({ groupId: group.id }).all()
    const idle = members.filter((m) => isBefore(m.lastLogin, daysAgo(days)))
    return each(idle, async (m) => {
      const factors = await okta.listFactors({ userId: m.id }).all()
      const user = { ...m, factorCount: factors.length }
      return {
        id: m.id,
        login: m.profile.login,
        status: m.status,
        lastLogin: m.lastLogin,
        group: group.profile.name,
        roles: roles.map((r) => r.label),
        factorCount: user.factorCount,
      }
    })
  })
  return nested.flat()
}
`,
  },
  {
    name: "Owners of tokens, with what is left open for those not found",
    source: `import { okta, daysSince } from 'okta'

export const title = 'API tokens with owner, his status and days to expiry'

export default async function () {
  const tokens = await okta.listApiTokens({}).all()
  const users = await okta.listUsers({ search: 'status pr' }).all()
  const owners = new Map(users.map((user) => [user.id, user] as const))
  const rows = []
  for (const token of tokens) {
    const owner = owners.get(token.userId)
    const row = {
      id: token.id,
      name: token.name,
      created: token.created,
      ageInDays: daysSince(token.created) ?? null,
      expiresAt: token.expiresAt,
      owner: owner?.profile.login ?? null,
      ownerStatus: owner?.status ?? null,
      anywhere: token.network?.connection === 'ANYWHERE',
    }
    rows.push(row)
  }
  rows.reverse()
  return rows
}
`,
  },
];
