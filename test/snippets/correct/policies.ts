import type { CorrectSnippet } from "../correct-snippet.ts";

/** Questions about policies, their rules and zones. */
export const policies: readonly CorrectSnippet[] = [
  {
    name: "Password policies side by side",
    source: `import { okta } from 'okta'

export const title = 'Password policies'

export default async function () {
  const policies = await okta.listPolicies({ type: 'PASSWORD' }).all()
  return policies.flatMap((policy) => {
    if (policy.type !== 'PASSWORD') return []
    const { complexity, age, lockout } = policy.settings?.password ?? {}
    return [
      {
        policy: policy.name,
        priority: policy.priority ?? null,
        minLength: complexity?.minLength ?? null,
        maxAgeDays: age?.maxAgeDays ?? null,
        history: age?.historyCount ?? null,
        attemptsBeforeLock: lockout?.maxAttempts ?? null,
      },
    ]
  })
}
`,
  },
  {
    name: "Sessions of the global policy",
    source: `import { okta } from 'okta'

export const title = 'Session lengths of the sign-on policy rules'
export const params = { longestIdleMinutes: 120 }

export default async function ({ longestIdleMinutes }: typeof params) {
  const policies = await okta.listPolicies({ type: 'OKTA_SIGN_ON', expand: 'rules' }).all()
  const rows = []
  for (const policy of policies) {
    for (const rule of policy._embedded.rules) {
      if (rule.type !== 'SIGN_ON' || rule.status !== 'ACTIVE') continue
      const session = rule.actions?.signon?.session
      const idle = session?.maxSessionIdleMinutes ?? 0
      rows.push({
        policy: policy.name,
        rule: rule.name,
        access: rule.actions?.signon?.access ?? null,
        idleMinutes: idle,
        lifetimeMinutes: session?.maxSessionLifetimeMinutes ?? null,
        persistent: session?.usePersistentCookie ?? false,
        tooLong: idle === 0 || idle > longestIdleMinutes,
      })
    }
  }
  return rows
}
`,
  },
  {
    name: "App policy rules that ask for one factor",
    source: `import { okta, each } from 'okta'

export const title = 'App sign-in rules that let people in with one factor'

export default async function () {
  const policies = await okta.listPolicies({ type: 'ACCESS_POLICY' }).all()
  const nested = await each(policies, async (policy) => {
    const rules = await okta.listPolicyRules({ policyId: policy.id }).all()
    return rules.flatMap((rule) => {
      if (rule.type !== 'ACCESS_POLICY') return []
      const signOn = rule.actions?.appSignOn
      const method = signOn?.verificationMethod
      const factorMode = method?.type === 'ASSURANCE' ? (method.factorMode ?? null) : null
      return signOn?.access === 'ALLOW' && factorMode === '1FA'
        ? [{ policy: policy.name, rule: rule.name, priority: rule.priority ?? 0, factorMode }]
        : []
    })
  })
  return nested.flat().sort((a, b) => a.policy.localeCompare(b.policy) || a.priority - b.priority)
}
`,
  },
  {
    name: "Which apps a policy is for",
    source: `import { okta, named, each } from 'okta'

export const title = 'Apps on an app sign-in policy'
export const params = { policy: 'Any two factors' }

export default async function ({ policy }: typeof params) {
  const found = named(await okta.listPolicies({ type: 'ACCESS_POLICY' }).all(), 'name', policy)
  const mappings = await okta.listPolicyMappings({ policyId: found.id }).all()
  const appIds = mappings
    .map((mapping) => mapping._links?.application?.href?.split('/').pop())
    .filter((id) => id !== undefined)
  const apps = await each(appIds, (appId) => okta.getApplication({ appId }))
  return apps.map((app) => ({ policy: found.name, app: app.label, status: app.status }))
}
`,
  },
  {
    name: "Enrolment policies and their groups by name",
    source: `import { okta } from 'okta'

export const title = 'Who must enrol which authenticators'

export default async function () {
  const [policies, groups] = await Promise.all([okta.listPolicies({ type: 'MFA_ENROLL' }).all(), okta.listGroups().all()])
  const nameOf = new Map(groups.map(({ id, profile }) => [id, profile.name] as const))
  return policies
    .filter((policy) => policy.type === 'MFA_ENROLL')
    .map((policy) => ({
      policy: policy.name,
      status: policy.status,
      groups: (policy.conditions?.people?.groups?.include ?? []).map((id) => nameOf.get(id) ?? id),
      required: (policy.settings?.authenticators ?? [])
        .filter((one) => one.enroll?.self === 'REQUIRED')
        .map((one) => one.key ?? 'unknown'),
    }))
}
`,
  },
  {
    name: "Every kind of policy, counted",
    source: `import { okta, each } from 'okta'

export const title = 'Number of policies of each kind'

export default async function () {
  const types = ['OKTA_SIGN_ON', 'PASSWORD', 'MFA_ENROLL', 'ACCESS_POLICY', 'PROFILE_ENROLLMENT', 'IDP_DISCOVERY'] as const
  return each(types, async (type) => {
    const policies = await okta.listPolicies({ type }).all()
    const active = policies.filter((policy) => policy.status === 'ACTIVE')
    return { type, policies: policies.length, active: active.length }
  })
}
`,
  },
  {
    name: "Zones and the rules that use them",
    source: `import { okta, each } from 'okta'

export const title = 'Network zones that no sign-on rule uses'

export default async function () {
  const zones = await okta.listNetworkZones().all()
  const policies = await okta.listPolicies({ type: 'OKTA_SIGN_ON', expand: 'rules' }).all()
  const used = new Set<string>()
  for (const { _embedded } of policies) {
    for (const rule of _embedded.rules) {
      if (rule.type !== 'SIGN_ON') continue
      const network = rule.conditions?.network
      for (const id of [...(network?.include ?? []), ...(network?.exclude ?? [])]) used.add(id)
    }
  }
  return zones
    .filter((zone) => !zone.system && !used.has(zone.id))
    .map((zone) => ({
      zone: zone.name,
      type: zone.type,
      usage: zone.usage,
      status: zone.status,
      gateways: zone.type === 'IP' ? (zone.gateways ?? []).map((gateway) => gateway.value ?? '') : [],
    }))
}
`,
  },
  {
    name: "Blocked places",
    source: `import { okta } from 'okta'

export const title = 'Zones on the block list'

export default async function () {
  const zones = await okta.listNetworkZones({ filter: 'usage eq "BLOCKLIST"' }).all()
  return zones.map((zone) => {
    if (zone.type === 'IP') {
      const addresses = zone.gateways?.map(({ value }) => value ?? '?') ?? []
      return { zone: zone.name, kind: 'addresses', blocks: addresses }
    }
    if (zone.type === 'DYNAMIC') {
      return { zone: zone.name, kind: 'places', blocks: zone.locations?.map((place) => place.country ?? '?') ?? [] }
    }
    return { zone: zone.name, kind: 'services', blocks: [...(zone.ipServiceCategories?.include ?? [])] }
  })
}
`,
  },
  {
    name: "Device assurance by platform",
    source: `import { okta } from 'okta'

export const title = 'Device assurance policies'

export default async function () {
  const policies = await okta.listDeviceAssurancePolicies().all()
  return policies.map((policy) => ({
    name: policy.name,
    platform: policy.platform,
    lastUpdate: policy.lastUpdate ?? null,
  }))
}
`,
  },
];
