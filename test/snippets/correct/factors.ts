import type { CorrectSnippet } from "../correct-snippet.ts";

/** Questions about factors and authenticators. */
export const factors: readonly CorrectSnippet[] = [
  {
    name: "People of a group without a strong factor",
    source: `import { okta, named, each } from 'okta'

export const title = 'Active members of a group without a phishing-resistant factor'
export const params = { group: 'Finance' }

const strong = new Set(['webauthn', 'u2f', 'signed_nonce'])

export default async function ({ group }: typeof params) {
  const { id } = named(await okta.listGroups().all(), 'profile.name', group)
  const members = await okta.listGroupUsers({ groupId: id }).all()
  const active = members.filter((member) => member.status === 'ACTIVE')
  const rows = await each(active, async (member) => {
    const factors = await okta.listFactors({ userId: member.id }).all()
    const types = factors.filter((factor) => factor.status === 'ACTIVE').map((factor) => factor.factorType)
    return {
      login: member.profile.login,
      factorTypes: [...new Set(types)].sort(),
      strongFactors: types.filter((type) => strong.has(type)).length,
    }
  })
  return rows.filter((row) => row.strongFactors === 0)
}
`,
  },
  {
    name: "Users per factor type",
    source: `import { okta, each } from 'okta'

export const title = 'How many active users have each kind of factor'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const lists = await each(users, ({ id }) => okta.listFactors({ userId: id }).all())
  const counts: Record<string, number> = {}
  for (const factors of lists) {
    const types = new Set(factors.filter(({ status }) => status === 'ACTIVE').map(({ factorType }) => factorType))
    for (const type of types) counts[type] = (counts[type] ?? 0) + 1
  }
  return Object.entries(counts)
    .map(([factorType, users]) => ({ factorType, users }))
    .sort((a, b) => b.users - a.users)
}
`,
  },
  {
    name: "Only a phone, with every and some",
    source: `import { okta, each } from 'okta'

export const title = 'Users whose only factors are SMS or voice calls'

const weak = ['sms', 'call', 'question', 'email']

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const found = await each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    const active = factors.filter((one) => one.status === 'ACTIVE')
    const phone = active.find((one) => one.factorType === 'sms')
    return {
      login: user.profile.login,
      onlyWeak: active.every((one) => weak.includes(one.factorType)),
      hasPhone: active.some((one) => one.factorType === 'sms' || one.factorType === 'call'),
      phone: phone?.factorType === 'sms' ? (phone.profile?.phoneNumber ?? null) : null,
      enrolled: phone?.created ?? null,
    }
  })
  return found.filter((row) => row.onlyWeak && row.hasPhone)
}
`,
  },
  {
    name: "Enrolments of one user on Identity Engine",
    source: `import { okta } from 'okta'

export const title = 'Authenticators of one user'
export const params = { login: 'ada@example.com' }

export default async function ({ login }: typeof params) {
  const user = await okta.getUser({ id: login })
  const enrollments = await okta.listAuthenticatorEnrollments({ userId: user.id }).all()
  return enrollments.map(({ name, type, status, created, lastUpdated }) => ({
    login: user.profile.login,
    name,
    type,
    status,
    created: created ?? null,
    lastUpdated: lastUpdated ?? null,
  }))
}
`,
  },
  {
    name: "Push factors and the phones they live on",
    source: `import { okta, each } from 'okta'

export const title = 'Okta Verify push enrolments'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const nested = await each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    return factors.flatMap((factor) => {
      if (factor.factorType !== 'push' || factor.status !== 'ACTIVE') return []
      return [{ login: user.profile.login, device: factor.profile?.name ?? null, platform: factor.profile?.platform ?? null }]
    })
  })
  return nested.flat()
}
`,
  },
  {
    name: "Keys of the organisation and who has them",
    source: `import { okta } from 'okta'

export const title = 'YubiKeys and their owners'

export default async function () {
  const tokens = await okta.listYubikeyOtpTokens({ expand: 'user' }).all()
  return tokens.map((token) => ({
    serial: token.profile?.serial ?? null,
    status: token.status ?? null,
    lastVerified: token.lastVerified ?? null,
  }))
}
`,
  },
  {
    name: "Authenticators of the org and their methods",
    source: `import { okta, each } from 'okta'

export const title = 'Authenticators and their active methods'

export default async function () {
  const authenticators = await okta.listAuthenticators().all()
  const active = authenticators.filter((one) => one.status === 'ACTIVE')
  return await each(active, async (authenticator) => {
    const methods = await okta.listAuthenticatorMethods({ authenticatorId: authenticator.id }).all()
    return {
      key: authenticator.key,
      name: authenticator.name,
      methods: methods.filter((method) => method.status === 'ACTIVE').map((method) => method.type ?? 'unknown'),
    }
  })
}
`,
  },
];
