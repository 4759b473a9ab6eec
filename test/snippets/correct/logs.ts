import type { CorrectSnippet } from "../correct-snippet.ts";

/** Questions about the log. */
export const logs: readonly CorrectSnippet[] = [
  {
    name: "Failed sign-ins per address",
    source: `import { okta, daysAgo, now } from 'okta'

export const title = 'Failed sign-ins by IP address'
export const params = { days: 7, atLeast: 10 }

export default async function ({ days, atLeast }: typeof params) {
  const byAddress = new Map<string, { failures: number; users: Set<string>; last: string }>()
  const events = okta.listLogEvents({
    since: daysAgo(days),
    until: now(),
    filter: 'eventType eq "user.session.start" and (outcome.result eq "FAILURE" or outcome.result eq "DENY")',
  })
  for await (const event of events) {
    const address = event.client?.ipAddress ?? 'unknown'
    const entry = byAddress.get(address) ?? { failures: 0, users: new Set<string>(), last: event.published }
    entry.failures++
    if (event.actor?.alternateId) entry.users.add(event.actor.alternateId)
    if (event.published > entry.last) entry.last = event.published
    byAddress.set(address, entry)
  }
  return [...byAddress]
    .filter(([, { failures }]) => failures >= atLeast)
    .map(([ipAddress, { failures, users, last }]) => ({ ipAddress, failures, users: users.size, last }))
    .toSorted((a, b) => b.failures - a.failures)
}
`,
  },
  {
    name: "Unused assignments of an app",
    source: `import { okta, named, filter, daysAgo, now } from 'okta'

export const title = 'Assigned users who have not opened an app'
export const params = { app: 'Tableau', days: 90 }

export default async function ({ app, days }: typeof params) {
  const target = named(await okta.listApplications().all(), 'label', app)
  const events = await okta
    .listLogEvents({
      since: daysAgo(days),
      until: now(),
      filter: filter\`eventType eq "user.authentication.sso" and target.id eq \${target.id} and outcome.result eq "SUCCESS"\`,
    })
    .all()

  const lastUse = new Map<string, string>()
  for (const { actor, published } of events) {
    if (!actor) continue
    const known = lastUse.get(actor.id)
    if (known === undefined || known < published) lastUse.set(actor.id, published)
  }

  const assigned = await okta.listApplicationUsers({ appId: target.id, expand: 'user' }).all()
  return assigned
    .filter((one) => !lastUse.has(one.id))
    .map((one) => ({
      login: one._embedded.user.profile.login,
      assignedSince: one.created,
      lastUse: lastUse.get(one.id) ?? null,
    }))
}
`,
  },
  {
    name: "Who gave roles to whom",
    source: `import { okta, daysAgo, now } from 'okta'

export const title = 'Admin roles granted lately'
export const params = { days: 30 }

export default async function ({ days }: typeof params) {
  const events = await okta.listLogEvents({
    since: daysAgo(days),
    until: now(),
    filter: 'eventType eq "user.account.privilege.grant" or eventType eq "group.privilege.grant"',
  }).all()

  return events.map((event) => {
    const user = event.target?.find((one) => one.type === 'User')
    const group = event.target?.find((one) => one.type === 'UserGroup')
    const granted = event.debugContext?.debugData?.privilegeGranted
    return {
      at: event.published,
      by: event.actor?.alternateId ?? null,
      to: user?.alternateId ?? group?.displayName ?? null,
      privileges: typeof granted === 'string' ? granted.split(',').map((one) => one.trim()) : [],
    }
  })
}
`,
  },
  {
    name: "Factors reset by somebody else",
    source: `import { okta, daysAgo, now } from 'okta'

export const title = 'MFA resets that the owner did not do'

export default async function () {
  const since = daysAgo(30)
  const events = await okta
    .listLogEvents({
      since,
      until: now(),
      filter: 'eventType eq "user.mfa.factor.reset_all" or eventType eq "user.mfa.factor.deactivate"',
    })
    .all()
  const rows = []
  for (const event of events) {
    const target = (event.target ?? []).find(({ type }) => type === 'User')
    if (!target || !event.actor || target.id === event.actor.id) continue
    rows.push({ at: event.published, actor: event.actor.displayName, user: target.alternateId, what: event.displayMessage })
  }
  return rows
}
`,
  },
  {
    name: "Sign-ins from several countries",
    source: `import { okta, daysAgo, now, dayOf } from 'okta'

export const title = 'People who signed in from more than one country on one day'

type Visit = { who: string; day: string; countries: Set<string> }

export default async function () {
  const events = await okta
    .listLogEvents({ since: daysAgo(7), until: now(), filter: 'eventType eq "user.session.start" and outcome.result eq "SUCCESS"' })
    .all()
  const visits = new Map<string, Visit>()
  for (const event of events) {
    const country = event.client?.geographicalContext?.country
    const who = event.actor?.alternateId
    if (!country || !who) continue
    const day = dayOf(event.published)
    const key = \`\${who} \${day}\`
    const visit: Visit = visits.get(key) ?? { who, day, countries: new Set() }
    visit.countries.add(country)
    visits.set(key, visit)
  }
  return Array.from(visits.values())
    .filter((visit) => visit.countries.size > 1)
    .map((visit) => ({ who: visit.who, day: visit.day, countries: Array.from(visit.countries) }))
}
`,
  },
  {
    name: "The last sign-in of one person",
    source: `import { okta, filter, daysAgo, now } from 'okta'

export const title = 'Where a user last signed in from'
export const params = { login: 'ada@example.com' }

export default async function ({ login }: typeof params) {
  const user = await okta.getUser({ id: login })
  const [last] = await okta
    .listLogEvents({
      since: daysAgo(90),
      until: now(),
      sortOrder: 'DESCENDING',
      filter: filter\`actor.id eq \${user.id} and eventType eq "user.session.start"\`,
    })
    .first(1)
  if (last === undefined) return []
  const place = last.client?.geographicalContext
  return [
    {
      login: user.profile.login,
      at: last.published,
      ip: last.client?.ipAddress ?? null,
      place: [place?.city, place?.country].filter(Boolean).join(', '),
      browser: last.client?.userAgent?.browser ?? null,
      result: last.outcome?.result ?? null,
    },
  ]
}
`,
  },
  {
    name: "Changes to policies and apps by an admin",
    source: `import { okta, filter, daysAgo, now } from 'okta'

export const title = 'What an admin has changed'
export const params = { admin: 'ada@example.com', days: 14 }

export default async function ({ admin, days }: typeof params) {
  const { id } = await okta.getUser({ id: admin })
  const events = await okta
    .listLogEvents({
      since: daysAgo(days),
      until: now(),
      filter: filter\`actor.id eq \${id} and (eventType sw "policy." or eventType sw "application." or eventType sw "group.")\`,
    })
    .all()
  return events.map(({ published, eventType, displayMessage, target, outcome }) => ({
    published,
    eventType,
    displayMessage,
    targets: (target ?? []).map((one) => one.displayName ?? one.id),
    result: outcome?.result ?? 'UNKNOWN',
  }))
}
`,
  },
  {
    name: "Events per day and outcome",
    source: `import { okta, daysAgo, now, dayOf } from 'okta'

export const title = 'MFA challenges by day and outcome'

export default async function () {
  const counts = new Map<string, number>()
  for await (const page of okta.listLogEvents({ since: daysAgo(14), until: now(), filter: 'eventType eq "user.authentication.auth_via_mfa"' }).pages()) {
    page.forEach((event) => {
      const key = [dayOf(event.published), event.outcome?.result ?? 'UNKNOWN'].join('|')
      counts.set(key, (counts.get(key) ?? 0) + 1)
    })
  }
  return [...counts.entries()].map(([key, events]) => {
    const [day = '', outcome = ''] = key.split('|')
    return { day, outcome, events }
  })
}
`,
  },
];
