import type { CorrectSnippet } from "../correct-snippet.ts";

/** Questions about policies, authorization servers and the System Log, each in another style of writing. */
export const policyAndLogStyles: readonly CorrectSnippet[] = [
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
];
