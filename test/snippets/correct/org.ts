import type { CorrectSnippet } from "../correct-snippet.ts";

/** Questions about everything that an org configures beside these. */
export const org: readonly CorrectSnippet[] = [
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
    name: "Event hooks and inline hooks",
    source: `import { okta } from 'okta'

export const title = 'Hooks and where they call'

export default async function () {
  const eventHooks = await okta.listEventHooks().all()
  const inlineHooks = await okta.listInlineHooks().all()
  return [
    ...eventHooks.map((hook) => ({ name: hook.name, kind: 'event', status: hook.status, uri: hook.channel.config.uri })),
    ...inlineHooks.map((hook) => ({ name: hook.name, kind: 'inline', status: hook.status, uri: null })),
  ]
}
`,
  },
  {
    name: "Log streams",
    source: `import { okta } from 'okta'

export const title = 'Where the log is streamed to'

export default async function () {
  const streams = await okta.listLogStreams({ filter: 'status eq "ACTIVE"' }).all()
  return streams.map((stream) => ({
    name: stream.name,
    type: stream.type,
    status: stream.status,
    to: (stream.type === 'aws_eventbridge' ? stream.settings.region : stream.settings.host) ?? null,
  }))
}
`,
  },
  {
    name: "Features that are on, with what they need",
    source: `import { okta, each } from 'okta'

export const title = 'Early access features that are switched on'

export default async function () {
  const features = await okta.listFeatures().all()
  const on = features.filter((feature) => feature.status === 'ENABLED' && feature.stage?.value === 'EA')
  return each(on, async (feature) => {
    const dependencies = await okta.listFeatureDependencies({ featureId: feature.id }).all()
    return {
      feature: feature.name,
      state: feature.stage?.state ?? null,
      needs: dependencies.map((one) => one.name),
      allOn: dependencies.every((one) => one.status === 'ENABLED'),
    }
  })
}
`,
  },
  {
    name: "Mappings that push an attribute",
    source: `import { okta, each } from 'okta'

export const title = 'Profile mappings that write the department'

export default async function () {
  const mappings = await okta.listProfileMappings().all()
  const details = await each(mappings, ({ id }) => okta.getProfileMapping({ mappingId: id }))
  const rows = []
  for (const mapping of details) {
    const property = mapping.properties?.['department']
    if (!property?.expression) continue
    rows.push({
      from: mapping.source?.name ?? null,
      to: mapping.target?.name ?? null,
      expression: property.expression,
      pushed: property.pushStatus === 'PUSH',
    })
  }
  return rows
}
`,
  },
  {
    name: "All mapped attributes, by Object.entries",
    source: `import { okta, each } from 'okta'

export const title = 'Attribute mappings into Okta'

export default async function () {
  const mappings = (await okta.listProfileMappings().all()).filter((mapping) => mapping.target?.type === 'user')
  const details = await each(mappings, (mapping) => okta.getProfileMapping({ mappingId: mapping.id }))
  return details.flatMap((mapping) =>
    Object.entries(mapping.properties ?? {}).map(([attribute, { expression, pushStatus }]) => ({
      source: mapping.source?.name ?? '',
      attribute,
      expression: expression ?? '',
      pushStatus: pushStatus ?? null,
    })),
  )
}
`,
  },
  {
    name: "Custom attributes of the user schema",
    source: `import { okta } from 'okta'

export const title = 'Custom attributes of users'

export default async function () {
  const schema = await okta.getUserSchema({ schemaId: 'default' })
  const custom = schema.definitions.custom?.properties ?? {}
  return Object.entries(custom).map(([name, attribute]) => ({
    name,
    title: attribute.title ?? name,
    type: attribute.type ?? null,
    required: attribute.required ?? false,
    values: (attribute.enum ?? []).map((value) => String(value)),
  }))
}
`,
  },
  {
    name: "Brands and their domains",
    source: `import { okta, each } from 'okta'

export const title = 'Brands, their domains and certificates'

export default async function () {
  const brands = await okta.listBrands().all()
  const domains = await okta.listCustomDomains().all()
  return brands.flatMap((brand) => {
    const own = domains.filter((domain) => domain.brandId === brand.id)
    const orNone = own.length > 0 ? own : [undefined]
    return orNone.map((domain) => ({
      brand: brand.name,
      domain: domain?.domain ?? null,
      status: domain?.validationStatus ?? null,
      certificateEnds: domain?.publicCertificate?.expiration ?? null,
    }))
  })
}
`,
  },
  {
    name: "E-mail templates that were changed",
    source: `import { okta, each } from 'okta'

export const title = 'E-mail templates with changes, by brand'

export default async function () {
  const brands = await okta.listBrands({}).all()
  const nested = await each(brands, async (brand) => {
    const templates = await okta.listEmailTemplates({ brandId: brand.id, expand: 'customizationCount' }).all()
    return templates
      .filter((template) => template._embedded.customizationCount > 0)
      .map((template) => ({ brand: brand.name, template: template.name, languages: template._embedded.customizationCount }))
  })
  return nested.flat()
}
`,
  },
  {
    name: "Realms and their people",
    source: `import { okta } from 'okta'

export const title = 'Users by realm'

export default async function () {
  const realms = await okta.listRealms().all()
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const perRealm = new Map<string, number>()
  for (const { realmId } of users) if (realmId) perRealm.set(realmId, (perRealm.get(realmId) ?? 0) + 1)
  return realms.map(({ id, profile, isDefault }) => ({
    realm: profile.name,
    kind: profile.realmType ?? 'DEFAULT',
    isDefault: isDefault === true,
    activeUsers: perRealm.get(id) ?? 0,
  }))
}
`,
  },
  {
    name: "Realm assignments in order",
    source: `import { okta } from 'okta'

export const title = 'Realm assignments by priority'

export default async function () {
  const assignments = [...(await okta.listRealmAssignments().all())]
  assignments.sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0))
  return assignments.map((one, index) => ({
    place: index + 1,
    name: one.name,
    status: one.status,
    domains: [...(one.domains ?? [])],
  }))
}
`,
  },
  {
    name: "Risky trusted origins",
    source: `import { okta } from 'okta'

export const title = 'Trusted origins without HTTPS'

const isRisky = (origin: string): boolean => /^http:/.test(origin) || origin.includes('*') || origin.includes('localhost')

export default async function () {
  const origins = await okta.listTrustedOrigins().all()
  return origins
    .filter(({ origin, status }) => status === 'ACTIVE' && isRisky(origin))
    .map(({ name, origin, scopes, lastUpdated }) => ({
      name,
      origin,
      scopes: scopes.map((scope) => scope.type ?? 'unknown'),
      lastUpdated,
    }))
}
`,
  },
  {
    name: "Directory agents that are not well",
    source: `import { okta } from 'okta'

export const title = 'Directory agents that are down or old'

export default async function () {
  const pools = await okta.listAgentPools().all()
  return pools.flatMap((pool) =>
    pool.agents
      .filter((agent) => agent.operationalStatus !== 'OPERATIONAL' || agent.isLatestGAedVersion === false)
      .map((agent) => ({
        pool: pool.name,
        agent: agent.name,
        type: agent.type,
        version: agent.version,
        status: agent.operationalStatus,
        lastConnection: agent.lastConnection ? new Date(agent.lastConnection).toISOString() : null,
      })),
  )
}
`,
  },
  {
    name: "The org in one row",
    source: `import { okta } from 'okta'

export const title = 'The org, its support access and threat protection'

export default async function () {
  const [org, support, threats] = await Promise.all([
    okta.getOrgSettings(),
    okta.getOrgOktaSupportSettings(),
    okta.getCurrentConfiguration(),
  ])
  return [
    {
      company: org.companyName,
      subdomain: org.subdomain,
      status: org.status,
      supportAccess: support.support ?? null,
      supportUntil: support.expiration ?? null,
      threatInsight: threats.action,
      exemptZones: threats.excludeZones?.length ?? 0,
    },
  ]
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
  {
    name: "Relations between users",
    source: `import { okta, each } from 'okta'

export const title = 'Relations that the org defines between users'

export default async function () {
  const definitions = await okta.listLinkedObjectDefinitions().all()
  return definitions.map(({ primary, associated }) => ({
    primary: primary.title ?? primary.name ?? null,
    associated: associated.title ?? associated.name ?? null,
  }))
}
`,
  },
];
