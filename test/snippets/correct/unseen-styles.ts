import type { CorrectSnippet } from "../correct-snippet.ts";

/** Answers that a model wrote for questions that were not looked at before. */
export const unseenStyles: readonly CorrectSnippet[] = [
  {
    name: "Difference of two sets of members, sorted by localeCompare",
    source: `import { okta, named, each } from 'okta'

export const title = 'Members of one group who are not in another'
export const params = { inside: 'GitHub Users', outside: 'VPN Users' }

export default async function ({ inside, outside }: typeof params) {
  const groups = (await okta.listGroups({}).all()).filter((group) => group.type === 'OKTA_GROUP')
  const [inA, inB] = await each([inside, outside], (name) => okta.listGroupUsers({ groupId: named(groups, 'profile.name', name).id }).all())
  const idsA = new Set((inA ?? []).map((user) => user.id))
  const idsB = new Set((inB ?? []).map((user) => user.id))
  const onlyA = idsA.difference(idsB)
  return (inA ?? [])
    .filter((user) => onlyA.has(user.id))
    .map(({ id, profile: { login, department }, status, lastLogin: seen }) => ({ id, login, status, department: department ?? null, lastLogin: seen ?? null }))
    .toSorted((a, b) => a.login.localeCompare(b.login))
}
`,
  },
  {
    name: "Intersection of two sets and a Map by id, through a helper that reads",
    source: `import { okta, filter } from 'okta'

export const title = 'Users in both groups who come from a directory'
export const params = { first: 'VPN Users', second: 'GitHub Users' }

export default async function ({ first, second }: typeof params) {
  const find = async (name: string) => {
    const [group] = await okta.listGroups({ search: filter\`profile.name eq \${name} and type eq "OKTA_GROUP"\` }).first(1)
    if (!group) throw new Error(\`No group \${name}\`)
    return group
  }
  const a = await find(first)
  const b = await find(second)
  const membersA = await okta.listGroupUsers({ groupId: a.id }).all()
  const membersB = await okta.listGroupUsers({ groupId: b.id }).all()
  const both = new Set(membersA.map((u) => u.id)).intersection(new Set(membersB.map((u) => u.id)))
  const byId = new Map(membersA.map((u) => [u.id, u]))
  return [...both]
    .map((id) => byId.get(id))
    .filter((u) => u !== undefined)
    .map((u) => ({ id: u.id, login: u.profile.login, status: u.status, source: u.credentials?.provider?.type ?? null, sourceName: u.credentials?.provider?.name ?? null }))
    .filter((row) => row.source !== 'OKTA')
}
`,
  },
  {
    name: "Methods of an iterator over events, to an array",
    source: `import { okta, filter, daysAgo, now } from 'okta'

export const title = 'Users added to groups lately, by hand or by rule'
export const params = { days: 30 }

export default async function ({ days }: typeof params) {
  const events = await okta.listLogEvents({ since: daysAgo(days), until: now(), filter: 'eventType eq "group.user_membership.add"' }).all()
  const rows = events
    .values()
    .map((event) => {
      const user = event.target?.find(({ type }) => type === 'User')
      const group = event.target?.find(({ type }) => type === 'UserGroup')
      return {
        id: event.uuid,
        published: event.published,
        login: user?.alternateId ?? null,
        group: group?.displayName ?? null,
        actor: event.actor?.displayName ?? null,
        actorType: event.actor?.type ?? null,
        how: event.actor?.type === 'User' ? 'by hand' : 'by rule or system',
      }
    })
    .filter((row) => row.login !== null)
    .toArray()
  return rows
}
`,
  },
  {
    name: "Groups of an object with a text for those without a name",
    source: `import { okta, filter, daysAgo, now } from 'okta'

export const title = 'Addresses and users with many failed sign-ins'
export const params = { days: 7, threshold: 3 }

export default async function ({ days, threshold }: typeof params) {
  const events = await okta
    .listLogEvents({
      since: daysAgo(days),
      until: now(),
      filter: 'eventType eq "user.session.start" and (outcome.result eq "FAILURE" or outcome.result eq "DENY")',
    })
    .all()
  const byUser = Object.groupBy(events, (event) => event.actor?.alternateId ?? 'unknown')
  return Object.entries(byUser)
    .map(([login, list = []]) => {
      const ips = new Set(list.map((event) => event.client?.ipAddress).filter((ip) => ip !== undefined && ip !== null))
      const times = list.map((event) => event.published).toSorted()
      return { login, failures: list.length, addresses: [...ips], first: times.at(0) ?? null, last: times.at(-1) ?? null }
    })
    .filter(({ failures }) => failures >= threshold)
    .sort((a, b) => b.failures - a.failures)
}
`,
  },
  {
    name: "Groups of a Map by manager, with a Set made by reduce",
    source: `import { okta } from 'okta'

export const title = 'Managers by number of active reports'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE" and profile.managerId pr' }).all()
  const everyone = await okta.listUsers({}).all()
  const byNumber = new Map<string, (typeof everyone)[number]>()
  for (const u of everyone) {
    if (u.profile.employeeNumber) byNumber.set(u.profile.employeeNumber, u)
  }
  const reports = Map.groupBy(users, (u) => u.profile.managerId ?? '')
  const rows = [...reports].map(([managerId, list]) => {
    const manager = byNumber.get(managerId)
    const departments = list.reduce((set, u) => set.add(u.profile.department ?? '(none)'), new Set<string>())
    return {
      managerId,
      managerLogin: manager?.profile.login ?? null,
      managerStatus: manager?.status ?? null,
      reports: list.length,
      departments: Array.from(departments).sort((a, b) => a.localeCompare(b)),
      newestReport: list.reduce((latest, u) => (u.created > latest ? u.created : latest), ''),
    }
  })
  return rows.sort((a, b) => b.reports - a.reports)
}
`,
  },
  {
    name: "Counts in a record of records",
    source: `import { okta, each } from 'okta'

export const title = 'OAuth apps and their granted scopes that can manage'

export default async function () {
  const apps = (await okta.listApplications({ filter: 'status eq "ACTIVE"' }).all()).filter((app) => app.signOnMode === 'OPENID_CONNECT')
  const grants = (
    await each(apps, async (app) => {
      const list = await okta.listScopeConsentGrants({ appId: app.id }).all()
      return list.map((grant) => ({ app, grant }))
    })
  ).flat()
  const risky = grants.filter(({ grant }) => grant.scopeId.endsWith('.manage') && grant.status === 'ACTIVE')
  const table: Record<string, Record<string, number>> = {}
  for (const { app, grant } of risky) {
    const row = (table[app.label] ??= {})
    row[grant.scopeId] = (row[grant.scopeId] ?? 0) + 1
  }
  return Object.entries(table).flatMap(([label, scopes]) => Object.entries(scopes).map(([scope, grants]) => ({ label, scope, grants })))
}
`,
  },
  {
    name: "Exactly one user, and a date reckoned on from another",
    source: `import { okta, exactlyOne, filter } from 'okta'

export const title = 'When the password of a user expires'
export const params = { login: 'anabel.marquardt@acme.example' }

export default async function ({ login }: typeof params) {
  const user = exactlyOne(await okta.listUsers({ search: filter\`profile.login eq \${login}\` }).all(), \`user \${login}\`)
  const groupIds = new Set((await okta.listUserGroups({ id: user.id }).all()).map((g) => g.id))
  const policies = (await okta.listPolicies({ type: 'PASSWORD', status: 'ACTIVE' }).all()).toSorted((a, b) => (a.priority ?? 99) - (b.priority ?? 99))
  const policy = policies.find((p) => p.type === 'PASSWORD' && (p.conditions?.people?.groups?.include ?? []).some((id) => groupIds.has(id)))
  const maxAge = policy?.type === 'PASSWORD' ? policy.settings?.password?.age?.maxAgeDays : undefined
  const changed = user.passwordChanged
  const expires = maxAge && changed ? new Date(new Date(changed).getTime() + maxAge * 24 * 60 * 60 * 1000).toISOString() : null
  return [{ id: user.id, login: user.profile.login, status: user.status, passwordChanged: changed, policy: policy?.name ?? null, maxAgeDays: maxAge ?? null, expires }]
}
`,
  },
  {
    name: "A read that may fail beside what it would have held",
    source: `import { okta, each, notKnown, filter } from 'okta'

export const title = 'Devices of members of a group, with unknown reads shown'
export const params = { group: 'Security Admins' }

export default async function ({ group: groupName }: typeof params) {
  const [group] = await okta.listGroups({ search: filter\`profile.name eq \${groupName}\` }).all()
  if (!group) return []
  const members = await okta.listGroupUsers({ groupId: group.id }).all()
  return each(members, async (member) => {
    const devices = await okta.listUserDevices({ userId: member.id }).all().orUnknown()
    const known = notKnown(devices) ? [] : devices
    return {
      id: member.id,
      login: member.profile.login,
      status: member.status,
      devices: notKnown(devices) ? devices : devices.length,
      platforms: [...new Set(known.map(({ device }) => device.profile.platform))].sort().join(' + '),
      unmanaged: known.filter(({ device: { profile } }) => profile.managed === false).length,
    }
  })
}
`,
  },
  {
    name: "A sliding window in a helper with two loops",
    source: `import { okta, filter, now, daysAgo } from 'okta'

export const title = 'Users who got many push prompts within minutes'
export const params = { days: 30, minutes: 10, threshold: 2 }

export default async function ({ days, minutes, threshold }: typeof params) {
  const events = await okta.listLogEvents({ since: daysAgo(days), until: now(), filter: 'eventType eq "system.push.send_factor_verify_push"' }).all()
  const byUser = new Map<string, string[]>()
  for (const { actor, published } of events) {
    const who = actor?.alternateId
    if (!who) continue
    byUser.set(who, [...(byUser.get(who) ?? []), published])
  }
  const span = minutes * 60 * 1000
  const most = (times: string[]): number => {
    let best = 0
    for (let i = 0; i < times.length; i += 1) {
      let n = 0
      for (let j = i; j < times.length; j += 1) {
        if (Date.parse(times[j] ?? '') - Date.parse(times[i] ?? '') <= span) n += 1
      }
      best = Math.max(best, n)
    }
    return best
  }
  return [...byUser.entries()]
    .map(([login, times]) => ({ login, pushes: times.length, mostWithin: most(times.toSorted()) }))
    .filter((r) => r.mostWithin >= threshold)
}
`,
  },
  {
    name: "Rest of a pattern spread into the row",
    source: `import { okta, each } from 'okta'

export const title = 'Apps that nobody is assigned to'

export default async function () {
  const apps = await okta.listApplications({}).all()
  const checked = await each(apps, async (app) => {
    const firstUser = await okta.listApplicationUsers({ appId: app.id }).first(1)
    const firstGroup = await okta.listApplicationGroupAssignments({ appId: app.id }).first(1)
    return { app, hasUsers: firstUser.length > 0, hasGroups: firstGroup.length > 0 }
  })
  return checked
    .filter(({ hasUsers, hasGroups }) => !hasUsers && !hasGroups)
    .map(({ app: { id, label, status, signOnMode, created }, ...rest }) => ({ id, label, status, signOnMode, created, ...rest }))
}
`,
  },
];
