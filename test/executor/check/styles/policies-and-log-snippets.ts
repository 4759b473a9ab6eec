/** Correct snippets in the styles in which models write, on policies, devices, zones, hooks and the System Log: none has a finding. */
export const policiesAndLog: Readonly<Record<string, string>> = {
  "devices of suspended users": `import { okta } from 'okta'

export const title = 'Devices whose only users are suspended'

export default async function () {
  const devices = await okta.listDevices({ search: 'status eq "ACTIVE"', expand: 'user' }).all()
  return devices
    .filter((d) => d._embedded.users.length > 0 && d._embedded.users.every((u) => u.user.status === 'SUSPENDED'))
    .map((d) => ({
      device: d.profile.displayName,
      serial: d.profile.serialNumber ?? null,
      users: d._embedded.users.map((u) => u.user.profile.login),
    }))
}
`,
  "password policies": `import { okta } from 'okta'

export const title = 'Password policies with a maximum age'
export const params = { maxAge: 90 }

export default async function ({ maxAge }: typeof params) {
  const policies = await okta.listPolicies({ type: 'PASSWORD' }).all()
  const rows = []
  for (const policy of policies) {
    if (policy.type !== 'PASSWORD') continue
    const age = policy.settings?.password?.age?.maxAgeDays ?? 0
    rows.push({
      name: policy.name,
      status: policy.status,
      priority: policy.priority ?? null,
      maxAgeDays: age,
      minLength: policy.settings?.password?.complexity?.minLength ?? null,
      lockoutAttempts: policy.settings?.password?.lockout?.maxAttempts ?? null,
      tooOld: age === 0 || age > maxAge,
    })
  }
  return rows
}
`,
  "sign-on policy rules with mfa": `import { okta, each } from 'okta'

export const title = 'Global session policy rules without required MFA'

export default async function () {
  const policies = await okta.listPolicies({ type: 'OKTA_SIGN_ON', expand: 'rules' }).all()
  return policies.flatMap((policy) =>
    policy._embedded.rules.flatMap((rule) => {
      if (rule.type !== 'SIGN_ON') return []
      const signon = rule.actions?.signon
      return [{
        policy: policy.name,
        rule: rule.name,
        access: signon?.access ?? null,
        requiresFactor: signon?.requireFactor ?? false,
        idleMinutes: signon?.session?.maxSessionIdleMinutes ?? null,
        persistent: signon?.session?.usePersistentCookie ?? null,
      }]
    }),
  )
}
`,
  "apps on one-factor access policies": `import { okta, each } from 'okta'

export const title = 'App sign-in policies with a rule that allows one factor'

export default async function () {
  const policies = (await okta.listPolicies({ type: 'ACCESS_POLICY', status: 'ACTIVE' }).all())
  const perPolicy = await each(policies, async (policy) => {
    const rules = await okta.listPolicyRules({ policyId: policy.id }).all()
    const weak = rules.filter((rule) => {
      if (rule.type !== 'ACCESS_POLICY' || rule.status !== 'ACTIVE') return false
      const action = rule.actions?.appSignOn
      return action?.access === 'ALLOW' && action.verificationMethod?.type === 'ASSURANCE' && action.verificationMethod.factorMode === '1FA'
    })
    return { policy: policy.name, weakRules: weak.map((rule) => rule.name), count: weak.length }
  })
  return perPolicy.filter(({ count }) => count > 0)
}
`,
  "zones with gateways": `import { okta } from 'okta'

export const title = 'Network zones and their gateways'

export default async function () {
  const zones = await okta.listNetworkZones().all()
  return zones
    .filter((zone) => zone.status === 'ACTIVE')
    .map((zone) => {
      const gateways = zone.type === 'IP' ? (zone.gateways ?? []).map((gateway) => gateway.value ?? '') : []
      return { name: zone.name, type: zone.type, usage: zone.usage, system: zone.system, gateways, gatewayCount: gateways.length }
    })
}
`,
  "countries blocked": `import { okta } from 'okta'

export const title = 'Dynamic zones and their countries'

export default async function () {
  const zones = await okta.listNetworkZones({ filter: 'usage eq "BLOCKLIST"' }).all()
  return zones.flatMap((zone) => {
    if (zone.type !== 'DYNAMIC') return []
    const countries = (zone.locations ?? []).map((location) => location.country).filter((country) => country != null)
    return countries.map((country) => ({ zone: zone.name, country }))
  })
}
`,
  "failed sign-ins per user": `import { okta, daysAgo, now } from 'okta'

export const title = 'Users with most failed sign-ins'
export const params = { days: 7, top: 20 }

export default async function ({ days, top }: typeof params) {
  const events = await okta
    .listLogEvents({
      since: daysAgo(days),
      until: now(),
      filter: 'eventType eq "user.session.start" and (outcome.result eq "FAILURE" or outcome.result eq "DENY")',
    })
    .all()
  const counts: Record<string, number> = {}
  for (const event of events) {
    const who = event.actor?.alternateId ?? 'unknown'
    counts[who] = (counts[who] ?? 0) + 1
  }
  return Object.entries(counts)
    .map(([login, failures]) => ({ login, failures }))
    .sort((a, b) => b.failures - a.failures)
    .slice(0, top)
}
`,
  "log targets by type": `import { okta, daysAgo, now } from 'okta'

export const title = 'Who was added to groups in the last week'

export default async function () {
  const events = await okta.listLogEvents({ since: daysAgo(7), until: now(), filter: 'eventType eq "group.user_membership.add"' }).all()
  return events.map((event) => {
    const user = event.target?.find((t) => t.type === 'User')
    const group = event.target?.find((t) => t.type === 'UserGroup')
    return {
      when: event.published,
      by: event.actor?.displayName ?? null,
      user: user?.alternateId ?? null,
      group: group?.displayName ?? null,
    }
  })
}
`,
  "log reduce with country": `import { okta, daysAgo, now } from 'okta'

export const title = 'Sign-ins from more than one country'

export default async function () {
  const events = await okta.listLogEvents({
    since: daysAgo(30),
    until: now(),
    filter: \`eventType eq "user.session.start" and outcome.result eq "SUCCESS"\`,
  }).all()
  const countriesByUser = events.reduce((map, event) => {
    const id = event.actor?.id
    const country = event.client?.geographicalContext?.country
    if (!id || !country) return map
    const seen = map.get(id) ?? new Set<string>()
    seen.add(country)
    return map.set(id, seen)
  }, new Map<string, Set<string>>())
  return [...countriesByUser]
    .filter(([, countries]) => countries.size > 1)
    .map(([userId, countries]) => ({ userId, countries: [...countries].sort(), count: countries.size }))
}
`,
  "event hooks": `import { okta } from 'okta'

export const title = 'Event hooks and what they listen to'

export default async function () {
  const hooks = await okta.listEventHooks().all()
  return hooks.map((hook) => ({
    name: hook.name,
    url: hook.channel.config.uri,
    events: hook.events.items,
    active: hook.status === 'ACTIVE',
    verified: hook.verificationStatus === 'VERIFIED',
  }))
}
`,
  "log streams": `import { okta } from 'okta'

export const title = 'Log streams'

export default async function () {
  const streams = await okta.listLogStreams().all()
  return streams.map((stream) => ({
    name: stream.name,
    type: stream.type,
    status: stream.status,
    destination: stream.type === 'splunk_cloud_logstreaming' ? stream.settings.host ?? null : stream.settings.accountId ?? null,
  }))
}
`,
  "authenticator methods": `import { okta, each } from 'okta'

export const title = 'Authenticators and their active methods'

export default async function () {
  const authenticators = await okta.listAuthenticators().all()
  return each(authenticators, async (authenticator) => {
    const methods = await okta.listAuthenticatorMethods({ authenticatorId: authenticator.id }).all()
    return {
      name: authenticator.name,
      key: authenticator.key,
      status: authenticator.status,
      methods: methods.filter((m) => m.status === 'ACTIVE').map((m) => m.type),
    }
  })
}
`,
  "device assurance min os": `import { okta } from 'okta'

export const title = 'Minimum OS versions in device assurance'

export default async function () {
  const policies = await okta.listDeviceAssurancePolicies().all()
  return policies.map((policy) => {
    const minimum = policy.platform === 'CHROMEOS' ? null : policy.osVersion?.minimum ?? null
    return { name: policy.name ?? null, platform: policy.platform ?? null, minimum }
  })
}
`,
  "policy for app by link": `import { okta, named } from 'okta'

export const title = 'Sign-in policy of an app'
export const params = { app: 'GitHub' }

export default async function ({ app }: typeof params) {
  const target = named(await okta.listApplications().all(), 'label', app)
  const href = target._links?.accessPolicy?.href
  if (!href) return [{ app: target.label, policy: null, rule: null, priority: null }]
  const policyId = href.split('/').pop() ?? ''
  const policy = await okta.getPolicy({ policyId, expand: 'rules' })
  return policy._embedded.rules.map((rule) => ({ app: target.label, policy: policy.name, rule: rule.name, priority: rule.priority ?? null }))
}
`,
  "behaviors and threat": `import { okta } from 'okta'

export const title = 'Threat configuration'

export default async function () {
  const config = await okta.getCurrentConfiguration()
  const zones = await okta.listNetworkZones().all()
  const exempt = zones.filter((zone) => config.excludeZones?.includes(zone.id))
  return [{ action: config.action, exemptZones: exempt.map((zone) => zone.name) }]
}
`,
  enrollments: `import { okta, each } from 'okta'

export const title = 'Authenticator enrollments per user'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).first(50)
  return each(users, async (user) => {
    const list = await okta.listAuthenticatorEnrollments({ userId: user.id }).all()
    return { login: user.profile.login, enrollments: list.map((one) => one.name ?? one.key ?? '') }
  })
}
`,
  "inline hooks": `import { okta } from 'okta'

export const title = 'Inline hooks'

export default async function () {
  const hooks = await okta.listInlineHooks().all()
  return hooks.map(({ name, type, status, channel }) => ({ name: name ?? null, type, status, uri: channel?.type === 'HTTP' ? channel.config?.uri ?? null : null }))
}
`,
  targetOf: `import { okta, daysAgo, now, targetOf } from 'okta'

export const title = 'Who was added to groups'

export default async function () {
  const events = await okta.listLogEvents({ since: daysAgo(7), until: now(), filter: 'eventType eq "group.user_membership.add"' }).all()
  return events.map((event) => ({
    uuid: event.uuid,
    user: targetOf(event, 'User')?.alternateId ?? null,
    group: targetOf(event, 'UserGroup')?.displayName ?? null,
  }))
}
`,
};
