/** Correct snippets that were written without sight of this house: spreads, groupings, rest patterns, counts in objects: none has a finding. */
export const spreadsAndCounts: Readonly<Record<string, string>> = {
  "users of an app by group, grouped into a Map": `import { okta, named, each } from 'okta'

export const title = 'Users who have an app through a group, and which groups'
export const params = { app: 'Salesforce Production' }

export default async function ({ app }: typeof params) {
  const target = named(await okta.listApplications({}).all(), 'label', app)
  const assignments = await okta.listApplicationGroupAssignments({ appId: target.id, expand: 'group' }).all()
  const memberships = await each(assignments, async (assignment) => {
    const members = await okta.listGroupUsers({ groupId: assignment.id }).all()
    return members.map((member) => ({ member, group: assignment._embedded.group.profile.name }))
  })
  const byUser = Map.groupBy(memberships.flat(), (one) => one.member.id)
  return [...byUser.values()].flatMap((entries) => {
    const [head] = entries
    if (head === undefined) return []
    const { id, profile, status } = head.member
    return [{ id, login: profile.login, status, groups: entries.map((entry) => entry.group) }]
  })
}
`,
  "groups of one normalized name": `import { okta } from 'okta'

export const title = 'Groups with near-duplicate names'

const normalize = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')

export default async function () {
  const groups = await okta.listGroups({}).all()
  const grouped = Object.groupBy(groups, (group) => normalize(group.profile.name))
  return Object.entries(grouped).flatMap(([key, list]) =>
    list === undefined || list.length < 2
      ? []
      : list.map((group) => ({ id: group.id, name: group.profile.name, type: group.type, normalized: key, sameName: list.length })),
  )
}
`,
  "two spreads and an override": `import { okta } from 'okta'

export const title = 'Groups that are empty or nearly so'
export const params = { atMost: 2 }

export default async function ({ atMost }: typeof params) {
  const groups = await okta.listGroups({ expand: 'stats' }).all()
  return groups
    .map((group) => ({ ...group.profile, ...group._embedded.stats, id: group.id, type: group.type }))
    .filter((group) => group.usersCount <= atMost)
    .map(({ id, name, type, usersCount, appsCount }) => ({ id, name, type, usersCount, appsCount }))
}
`,
  "the rest of a user": `import { okta } from 'okta'

export const title = 'Details of a user with groups and apps'
export const params = { login: 'user1@example.com' }

export default async function ({ login }: typeof params) {
  const user = await okta.getUser({ id: login })
  const groups = await okta.listUserGroups({ id: user.id }).all()
  const factors = await okta.listFactors({ userId: user.id }).all()
  const { profile, ...rest } = user
  return [
    {
      id: rest.id,
      login: profile.login,
      email: profile.email,
      name: [profile.firstName, profile.lastName].filter((part) => part).join(' '),
      status: rest.status,
      lastLogin: rest.lastLogin ?? null,
      groups: groups.map((group) => group.profile.name),
      factors: factors.map((factor) => \`\${factor.provider} \${factor.factorType}\`),
    },
  ]
}
`,
  "a reduce into an object of counts": `import { okta } from 'okta'

export const title = 'Users by status'

export default async function () {
  const active = await okta.listUsers({ search: 'created gt "2000-01-01T00:00:00.000Z"' }).all()
  const counts = active.reduce<Record<string, number>>((acc, user) => {
    acc[user.status] = (acc[user.status] ?? 0) + 1
    return acc
  }, {})
  return Object.entries(counts).map(([status, users]) => ({ status, users }))
}
`,
  "counts by actor in objects of a Map": `import { okta, hoursAgo, now } from 'okta'

export const title = 'Users with many failed sign-ins'
export const params = { hours: 24, threshold: 3 }

export default async function ({ hours, threshold }: typeof params) {
  const events = await okta
    .listLogEvents({
      since: hoursAgo(hours),
      until: now(),
      filter: 'eventType eq "user.session.start" and outcome.result eq "FAILURE"',
    })
    .all()
  const counts = new Map<string, { id: string; login: string; failures: number; lastFailure: string }>()
  for (const event of events) {
    const actor = event.actor
    if (!actor) continue
    const existing = counts.get(actor.id)
    if (existing) {
      existing.failures += 1
      if (event.published > existing.lastFailure) existing.lastFailure = event.published
    } else {
      counts.set(actor.id, { id: actor.id, login: actor.alternateId ?? '', failures: 1, lastFailure: event.published })
    }
  }
  return [...counts.values()].filter((row) => row.failures >= threshold).sort((a, b) => b.failures - a.failures)
}
`,
  "a file against users by login": `import { okta, inputTable } from 'okta'

export const title = 'Leavers of a file who are still active in Okta'
export const params = { leavers: inputTable({ login: 'string', left: 'date?' }) }

export default async function ({ leavers }: typeof params) {
  const users = await okta.listUsers({}).all()
  const byLogin = new Map(users.map((user) => [user.profile.login.toLowerCase(), user]))
  return leavers.flatMap((leaver) => {
    const user = byLogin.get(leaver.login.toLowerCase())
    if (!user || user.status === 'DEPROVISIONED') return []
    return [{ id: user.id, login: user.profile.login, status: user.status, left: leaver.left, lastLogin: user.lastLogin ?? null }]
  })
}
`,
  "sums per department": `import { okta, each } from 'okta'

export const title = 'MFA enrollment by department'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const enrolled = await each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    return { department: user.profile.department ?? '(none)', enrolled: factors.some((factor) => factor.status === 'ACTIVE') }
  })

  const totals = new Map<string, { users: number; enrolled: number }>()
  for (const one of enrolled) {
    const total = totals.get(one.department) ?? { users: 0, enrolled: 0 }
    total.users++
    if (one.enrolled) total.enrolled++
    totals.set(one.department, total)
  }

  return Array.from(totals, ([department, total]) => ({
    department,
    users: total.users,
    enrolled: total.enrolled,
    percent: Math.round((100 * total.enrolled) / total.users),
  })).sort((a, b) => a.percent - b.percent)
}
`,
  "events into an object under worked out keys": `import { okta, hoursAgo, now, dayOf, targetOf } from 'okta'

export const title = 'Users with many MFA push prompts, by day'
export const params = { hours: 168, atLeast: 2 }

export default async function ({ hours, atLeast }: typeof params) {
  const events = await okta
    .listLogEvents({ since: hoursAgo(hours), until: now(), filter: 'eventType eq "user.authentication.auth_via_mfa"' })
    .all()
  type Count = { actorId: string; login: string | null; day: string; prompts: number; denied: number }
  const counts = events.reduce<Record<string, Count>>((acc, event) => {
    if (event.actor === null) return acc
    const day = dayOf(event.published)
    const key = \`\${event.actor.id}|\${day}\`
    const current = acc[key] ?? { actorId: event.actor.id, login: event.actor.alternateId, day, prompts: 0, denied: 0 }
    return {
      ...acc,
      [key]: {
        ...current,
        prompts: current.prompts + 1,
        denied: current.denied + (event.outcome?.result === 'FAILURE' ? 1 : 0),
      },
    }
  }, {})
  return Object.values(counts)
    .filter((count) => count.prompts >= atLeast)
    .sort((a, b) => b.prompts - a.prompts || a.day.localeCompare(b.day))
}
`,
  "domains with the names of brands by fromEntries": `import { okta, daysSince } from 'okta'

export const title = 'Custom domains'

export default async function () {
  const [domains, brands] = await Promise.all([okta.listCustomDomains({}).all(), okta.listBrands({}).all()])
  const brandNames: Record<string, string> = Object.fromEntries(brands.map((brand) => [brand.id, brand.name]))
  return domains.map((d) => ({
    id: d.id,
    name: d.domain,
    validationStatus: d.validationStatus,
    certificateSourceType: d.certificateSourceType ?? null,
    certificateExpires: d.publicCertificate?.expiration ?? null,
    brand: d.brandId ? (brandNames[d.brandId] ?? null) : null,
  }))
}
`,
  "users and group names by Map of rows": `import { okta, each } from 'okta'

export const title = 'Users and the groups they belong to'

export default async function () {
  const groups = await okta.listGroups({ filter: 'type eq "OKTA_GROUP"' }).all()
  const memberships = await each(groups, async (group) => {
    const members = await okta.listGroupUsers({ groupId: group.id }).all()
    return members.map((user) => ({ user, groupName: group.profile.name }))
  })
  const acc = new Map<string, { id: string; login: string; status: string; groups: string[]; groupCount: number }>()
  for (const { user, groupName } of memberships.flat()) {
    let entry = acc.get(user.id)
    if (!entry) {
      entry = { id: user.id, login: user.profile.login, status: user.status, groups: [], groupCount: 0 }
      acc.set(user.id, entry)
    }
    entry.groups.push(groupName)
    entry.groupCount++
  }
  return Array.from(acc.values())
}
`,
  "a switch over log streams": `import { okta } from 'okta'

export const title = 'Log streams'

export default async function () {
  return (await okta.listLogStreams({}).all()).map((stream) => {
    switch (stream.type) {
      case 'aws_eventbridge':
        return { id: stream.id, name: stream.name, type: stream.type, status: stream.status, destination: \`\${stream.settings.accountId ?? ''} \${stream.settings.region ?? ''}\` }
      case 'splunk_cloud_logstreaming':
        return { id: stream.id, name: stream.name, type: stream.type, status: stream.status, destination: stream.settings.host ?? '' }
    }
  })
}
`,
  "counts under open keys of numbers": `import { okta, each, daysSince, notKnown } from 'okta'

export const title = 'Apps with a certificate that expires soon, counted by sign-on mode'
export const params = { days: 60 }

export default async function ({ days }: typeof params) {
  const apps = (await okta.listApplications({}).all()).filter((app) => app.credentials?.signing?.kid)
  const soon = await each(apps, async (app) => {
    const keys = await okta.listApplicationKeys({ appId: app.id }).all().orUnknown()
    if (notKnown(keys)) return { mode: app.signOnMode, soon: false }
    const key = keys.find((one) => one.kid === app.credentials?.signing?.kid)
    const left = -(daysSince(key?.expiresAt) ?? -Infinity)
    return { mode: app.signOnMode, soon: left >= 0 && left <= days }
  })
  const byMode: { [mode: string]: number } = {}
  soon
    .filter((one) => one.soon)
    .forEach((one) => {
      const key = one.mode ?? 'none'
      byMode[key] = (byMode[key] ?? 0) + 1
    })
  return Object.keys(byMode).map((mode) => ({ signOnMode: mode, apps: byMode[mode] ?? 0 }))
}
`,
};
