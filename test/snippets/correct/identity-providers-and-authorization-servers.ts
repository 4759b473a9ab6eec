import type { CorrectSnippet } from "../correct-snippet.ts";

/** Questions about who vouches for users, and about what clients get tokens for. */
export const identityProvidersAndAuthorizationServers: readonly CorrectSnippet[] = [
  {
    name: "Identity providers and when their certificates end",
    source: `import { okta } from 'okta'

export const title = 'Identity provider certificates'

export default async function () {
  const [providers, keys] = await Promise.all([okta.listIdentityProviders().all(), okta.listIdentityProviderKeys().all()])
  const keyById = new Map(keys.map((key) => [key.kid, key]))
  return providers.map((provider) => {
    const kid = provider.protocol.type === 'SAML2' ? provider.protocol.credentials?.trust?.kid : undefined
    const key = kid ? keyById.get(kid) : undefined
    return {
      provider: provider.name,
      type: provider.type,
      status: provider.status,
      expiresAt: key?.expiresAt ?? null,
    }
  })
}
`,
  },
  {
    name: "Users linked to an identity provider",
    source: `import { okta, named } from 'okta'

export const title = 'Users who sign in through an identity provider'
export const params = { provider: 'Partner SAML' }

export default async function ({ provider }: typeof params) {
  const idp = named(await okta.listIdentityProviders({}).all(), 'name', provider)
  const linked = await okta.listIdentityProviderApplicationUsers({ idpId: idp.id, expand: 'user' }).all()
  return linked.map((one) => ({
    provider: idp.name,
    externalId: one.externalId ?? null,
    login: one._embedded.user.profile.login,
    status: one._embedded.user.status,
  }))
}
`,
  },
  {
    name: "Authorization servers that do not rotate keys",
    source: `import { okta } from 'okta'

export const title = 'Authorization servers with manual key rotation'

export default async function () {
  const servers = await okta.listAuthorizationServers().all()
  return servers
    .filter((server) => server.credentials?.signing?.rotationMode === 'MANUAL')
    .map(({ name, audiences, status, credentials }) => ({
      name,
      audience: audiences[0] ?? null,
      status,
      lastRotated: credentials?.signing?.lastRotated ?? null,
    }))
}
`,
  },
  {
    name: "Access rules of every authorization server, three deep",
    source: `import { okta, each } from 'okta'

export const title = 'Authorization server rules with long-lived tokens'
export const params = { minutes: 60 }

export default async function ({ minutes }: typeof params) {
  const servers = await okta.listAuthorizationServers().all()
  const rows = await each(servers, async (server) => {
    const policies = await okta.listAuthorizationServerPolicies({ authServerId: server.id }).all()
    const perPolicy = await each(policies, async (policy) => {
      const rules = await okta.listAuthorizationServerPolicyRules({ authServerId: server.id, policyId: policy.id }).all()
      return rules
        .map((rule) => ({
          server: server.name,
          policy: policy.name,
          rule: rule.name,
          accessTokenMinutes: rule.actions.token?.accessTokenLifetimeMinutes ?? 0,
          grantTypes: [...(rule.conditions.grantTypes?.include ?? [])],
        }))
        .filter((row) => row.accessTokenMinutes > minutes)
    })
    return perPolicy.flat()
  })
  return rows.flat()
}
`,
  },
  {
    name: "Scopes and claims of a server",
    source: `import { okta, named } from 'okta'

export const title = 'Own scopes and claims of an authorization server'
export const params = { server: 'default' }

export default async function ({ server }: typeof params) {
  const { id, name } = named(await okta.listAuthorizationServers().all(), 'name', server)
  const scopes = await okta.listOAuth2Scopes({ authServerId: id }).all()
  const claims = await okta.listOAuth2Claims({ authServerId: id }).all()
  const rows: { server: string; kind: string; name: string; value: string | null }[] = []
  for (const scope of scopes) if (!scope.system) rows.push({ server: name, kind: 'scope', name: scope.name, value: scope.consent ?? null })
  for (const claim of claims) if (!claim.system) rows.push({ server: name, kind: 'claim', name: claim.name, value: claim.value ?? null })
  return rows
}
`,
  },
  {
    name: "Apps of a linked client, by user consent",
    source: `import { okta, each } from 'okta'

export const title = 'Grants that users gave to apps'
export const params = { group: 'Everyone' }

export default async function ({ group }: typeof params) {
  const groups = await okta.listGroups({ q: group }).all()
  const found = groups.find((one) => one.profile.name === group)
  if (!found) return []
  const members = await okta.listGroupUsers({ groupId: found.id }).all()
  const grants = await each(members, async (user) => {
    const given = await okta.listUserGrants({ userId: user.id }).all()
    return given.map((grant) => ({ login: user.profile.login, client: grant.clientId, scope: grant.scopeId, status: grant.status }))
  })
  return grants.flat()
}
`,
  },
];
