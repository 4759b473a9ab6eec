/** Correct snippets in the styles in which models write, on users, groups, rules, realms and domains: none has a finding. */
export const peopleAndGroups: Readonly<Record<string, string>> = {
  "group set difference": `import { okta, named } from 'okta'

export const title = 'Members of one group who are not in another'
export const params = { first: 'Engineering', second: 'VPN Users' }

export default async function ({ first, second }: typeof params) {
  const groups = await okta.listGroups().all()
  const a = named(groups, 'profile.name', first)
  const b = named(groups, 'profile.name', second)
  const membersA = await okta.listGroupUsers({ groupId: a.id }).all()
  const idsB = new Set((await okta.listGroupUsers({ groupId: b.id }).all()).map((u) => u.id))
  return membersA
    .filter((u) => u.status !== 'DEPROVISIONED' && !idsB.has(u.id))
    .map((u) => ({ login: u.profile.login, firstName: u.profile.firstName ?? null, lastName: u.profile.lastName ?? null, status: u.status }))
}
`,
  "group rules join": `import { okta } from 'okta'

export const title = 'Group rules with names of target groups'

export default async function () {
  const rules = await okta.listGroupRules({ expand: 'groupIdToGroupNameMap' }).all()
  const groups = await okta.listGroups().all()
  const names = new Map(groups.map((group) => [group.id, group.profile.name] as const))
  return rules.map((rule) => ({
    rule: rule.name,
    status: rule.status,
    expression: rule.conditions?.expression?.value ?? null,
    targets: (rule.actions?.assignUserToGroups?.groupIds ?? []).map((id) => names.get(id) ?? id),
  }))
}
`,
  "group stats": `import { okta } from 'okta'

export const title = 'Largest groups'
export const params = { top: 10 }

export default async function ({ top }: typeof params) {
  const groups = await okta.listGroups({ filter: 'type eq "OKTA_GROUP"', expand: 'stats' }).all()
  const sorted = [...groups].sort((x, y) => y._embedded.stats.usersCount - x._embedded.stats.usersCount)
  return sorted.slice(0, top).map(({ profile, _embedded: { stats } }) => ({
    name: profile.name,
    users: stats.usersCount,
    apps: stats.appsCount,
  }))
}
`,
  agents: `import { okta, each } from 'okta'

export const title = 'Directory agents that are not healthy'

export default async function () {
  const pools = await okta.listAgentPools().all()
  return pools.flatMap((pool) =>
    (pool.agents ?? [])
      .filter((agent) => agent.operationalStatus !== 'OPERATIONAL')
      .map((agent) => ({ pool: pool.name ?? null, agent: agent.name ?? null, type: pool.type ?? null, status: agent.operationalStatus ?? null, version: agent.version ?? null })),
  )
}
`,
  "for await paging": `import { okta } from 'okta'

export const title = 'Members of the largest group, streamed'

export default async function () {
  let active = 0
  let other = 0
  for await (const user of okta.listUsers({ search: 'status pr' })) {
    if (user.status === 'ACTIVE') active += 1
    else other += 1
  }
  return [{ active, other, total: active + other }]
}
`,
  pages: `import { okta } from 'okta'

export const title = 'Users never signed in'

export default async function () {
  const rows: { login: string; created: string }[] = []
  for await (const page of okta.listUsers({ search: 'status eq "ACTIVE"' }).pages()) {
    for (const user of page) {
      if (!user.lastLogin) rows.push({ login: user.profile.login, created: user.created })
    }
  }
  return rows
}
`,
  "helper function outside": `import { okta, each } from 'okta'

export const title = 'Users whose only factors are SMS or voice'

const weak = new Set(['sms', 'call'])

function isWeak(types: readonly string[]): boolean {
  return types.length > 0 && types.every((type) => weak.has(type))
}

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const withFactors = await each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    const types = factors.filter((f) => f.status === 'ACTIVE').map((f) => f.factorType)
    return { login: user.profile.login, types, weakOnly: isWeak(types) }
  })
  return withFactors.filter((row) => row.weakOnly)
}
`,
  realms: `import { okta } from 'okta'

export const title = 'Users by realm'

export default async function () {
  const realms = await okta.listRealms().all()
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  return realms.map((realm) => ({ realm: realm.profile.name, isDefault: realm.isDefault ?? false, users: users.filter((u) => u.realmId === realm.id).length }))
}
`,
  domains: `import { okta, isBefore, now } from 'okta'

export const title = 'Custom domains'

export default async function () {
  const domains = await okta.listCustomDomains().all()
  return domains.map((d) => ({ domain: d.domain, source: d.certificateSourceType ?? null, expires: d.publicCertificate?.expiration ?? null, verified: d.validationStatus === 'VERIFIED' || d.validationStatus === 'COMPLETED' }))
}
`,
  yubikeys: `import { okta } from 'okta'

export const title = 'YubiKeys'

export default async function () {
  const keys = await okta.listYubikeyOtpTokens({ expand: 'user' }).all()
  return keys.map((key) => ({ serial: key.profile?.serial ?? null, status: key.status ?? null, lastVerified: key.lastVerified ?? null }))
}
`,
  "user blocks": `import { okta, each } from 'okta'

export const title = 'Active users blocked on unknown devices'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const checked = await each(users, async (user) => {
    const blocks = await okta.listUserBlocks({ id: user.id }).all()
    return { login: user.profile.login, blocks: blocks.length, appliesTo: blocks.map((b) => b.appliesTo ?? '') }
  })
  return checked.filter((c) => c.blocks > 0)
}
`,
  "joined filters": `import { okta, filter } from 'okta'

export const title = 'Active users of some departments'
export const params = { a: 'Sales', b: 'Legal' }

export default async function ({ a, b }: typeof params) {
  const departments = [a, b]
  const anyOf = departments.map((d) => filter\`profile.department eq \${d}\`).join(' or ')
  const users = await okta.listUsers({ search: anyOf }).all()
  const more = await okta.listUsers({ search: ['status eq "ACTIVE"', filter\`profile.city eq \${a}\`].join(' and ') }).all()
  return [...users, ...more].map((u) => ({ login: u.profile.login, department: u.profile.department ?? null }))
}
`,
};
