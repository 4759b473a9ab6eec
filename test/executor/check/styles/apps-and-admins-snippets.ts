/** Correct snippets in the styles in which models write, on apps, admins, tokens, authorization servers and identity providers: none has a finding. */
export const appsAndAdmins: Readonly<Record<string, string>> = {
  "saml idps and certs": `import { okta, isBefore, now } from 'okta'

export const title = 'Identity providers with an expired certificate'

export default async function () {
  const [providers, keys] = await Promise.all([okta.listIdentityProviders({}).all(), okta.listIdentityProviderKeys({}).all()])
  const byKid = new Map(keys.map((key) => [key.kid, key]))
  const rows = []
  for (const provider of providers) {
    if (provider.protocol?.type !== 'SAML2') continue
    const kid = provider.protocol.credentials?.trust?.kid
    const key = kid ? byKid.get(kid) : undefined
    rows.push({
      name: provider.name,
      status: provider.status,
      expiresAt: key?.expiresAt ?? null,
      expired: key?.expiresAt ? isBefore(key.expiresAt, now()) : null,
    })
  }
  return rows
}
`,
  "auth server scopes": `import { okta, each } from 'okta'

export const title = 'Custom scopes of each authorization server'

export default async function () {
  const servers = await okta.listAuthorizationServers({}).all()
  const nested = await each(servers, async (server) => {
    const scopes = await okta.listOAuth2Scopes({ authServerId: server.id }).all()
    return scopes
      .filter((scope) => !scope.system)
      .map((scope) => ({ server: server.name, scope: scope.name, consent: scope.consent ?? null, isDefault: scope.default ?? false }))
  })
  return nested.flat()
}
`,
  "auth server token lifetimes": `import { okta, each, named } from 'okta'

export const title = 'Access token lifetimes'
export const params = { server: 'default' }

export default async function ({ server }: typeof params) {
  const authServer = named(await okta.listAuthorizationServers().all(), 'name', server)
  const policies = await okta.listAuthorizationServerPolicies({ authServerId: authServer.id }).all()
  const rules = await each(policies, async (policy) => {
    const list = await okta.listAuthorizationServerPolicyRules({ authServerId: authServer.id, policyId: policy.id }).all()
    return list.map((rule) => ({
      policy: policy.name,
      rule: rule.name,
      minutes: rule.actions?.token?.accessTokenLifetimeMinutes ?? null,
      grantTypes: rule.conditions?.grantTypes?.include ?? [],
    }))
  })
  return rules.flat()
}
`,
  "roles per admin": `import { okta, each } from 'okta'

export const title = 'Super admins and how they got the role'

export default async function () {
  const assignees = await okta.listUsersWithRoleAssignments().all()
  const results = await each(assignees, async ({ id }) => {
    if (!id) return []
    const [user, roles] = await Promise.all([okta.getUser({ id }), okta.listAssignedRolesForUser({ userId: id }).all()])
    return roles
      .filter((role) => role.type === 'SUPER_ADMIN')
      .map((role) => ({ login: user.profile.login, via: role.assignmentType, lastLogin: user.lastLogin ?? null }))
  })
  return results.flat()
}
`,
  "custom role bindings": `import { okta, each } from 'okta'

export const title = 'Resource sets, roles and number of members'

export default async function () {
  const sets = await okta.listResourceSets().all()
  const rows = await each(sets, async (set) => {
    const bindings = await okta.listBindings({ resourceSetIdOrLabel: set.id }).all()
    return each(bindings, async (binding) => {
      const members = await okta.listMembersOfBinding({ resourceSetIdOrLabel: set.id, roleIdOrLabel: binding.id }).all()
      return { resourceSet: set.label, roleId: binding.id, members: members.length }
    })
  })
  return rows.flat()
}
`,
  "api tokens of deactivated owners": `import { okta, each, daysSince } from 'okta'

export const title = 'API tokens with their owners'

export default async function () {
  const tokens = await okta.listApiTokens().all()
  const ownerIds = Array.from(new Set(tokens.map((t) => t.userId).filter((id): id is string => typeof id === 'string')))
  const owners = await each(ownerIds, async (id) => ({ id, user: await okta.getUser({ id }).orUnknown() }))
  return tokens.map((token) => {
    const owner = owners.find((o) => o.id === token.userId)
    return { token: token.name, created: token.created ?? null, ageDays: daysSince(token.created) ?? null, ownerId: owner?.id ?? null }
  })
}
`,
  "api tokens orUnknown": `import { okta, each, notKnown } from 'okta'

export const title = 'API tokens and owner status'

export default async function () {
  const tokens = await okta.listApiTokens().all()
  return each(tokens, async (token) => {
    if (!token.userId) return { token: token.name, owner: null, status: null }
    const owner = await okta.getUser({ id: token.userId }).orUnknown()
    if (notKnown(owner)) return { token: token.name, owner, status: owner }
    return { token: token.name, owner: owner.profile.login, status: owner.status }
  })
}
`,
  "saml certs": `import { okta, each, daysSince, isBefore, daysAgo } from 'okta'

export const title = 'SAML apps with certificate expiry'

export default async function () {
  const apps = await okta.listApplications({ filter: 'status eq "ACTIVE"' }).all()
  const saml = apps.filter((app) => app.signOnMode === 'SAML_2_0' || app.signOnMode === 'SAML_1_1')
  return each(saml, async (app) => {
    const keys = await okta.listApplicationKeys({ appId: app.id }).all()
    const active = keys.find((key) => key.kid === app.credentials?.signing?.kid)
    return { app: app.label, signOnMode: app.signOnMode, kid: active?.kid ?? null, expiresAt: active?.expiresAt ?? null }
  })
}
`,
  "oidc apps with http redirects": `import { okta } from 'okta'

export const title = 'OIDC apps with insecure redirect URIs'

export default async function () {
  const apps = await okta.listApplications({}).all()
  return apps.flatMap((app) => {
    if (app.signOnMode !== 'OPENID_CONNECT') return []
    const client = app.settings?.oauthClient
    const uris = client?.redirect_uris ?? []
    const insecure = uris.filter((uri) => uri.startsWith('http://') && !uri.includes('localhost'))
    if (insecure.length === 0) return []
    return { app: app.label, type: client?.application_type ?? null, grants: client?.grant_types ?? [], insecure }
  })
}
`,
  "app access by group": `import { okta, named, each } from 'okta'

export const title = 'Groups that grant an app'
export const params = { app: 'Salesforce' }

export default async function ({ app }: typeof params) {
  const target = named(await okta.listApplications().all(), 'label', app)
  const assignments = await okta.listApplicationGroupAssignments({ appId: target.id, expand: 'group' }).all()
  return assignments
    .map((one) => ({
      group: one._embedded.group.profile.name,
      type: one._embedded.group.type,
      priority: one.priority ?? null,
      assigned: one.lastUpdated ?? null,
    }))
    .sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0))
}
`,
  "point check": `import { okta, named, exactlyOne, filter } from 'okta'

export const title = 'Does one user have an app'
export const params = { app: 'GitHub', login: 'ada@example.com' }

export default async function ({ app, login }: typeof params) {
  const target = named(await okta.listApplications({ q: app }).all(), 'label', app)
  const user = exactlyOne(await okta.listUsers({ search: filter\`profile.login eq \${login}\` }).all(), login)
  const assignment = await okta.getApplicationUser({ appId: target.id, userId: user.id })
  return [{
    login: user.profile.login,
    app: target.label,
    assigned: assignment !== undefined,
    scope: assignment?.scope ?? null,
    status: assignment?.status ?? 'NOT_ASSIGNED',
  }]
}
`,
  "group push errors": `import { okta, each } from 'okta'

export const title = 'Group push errors'

export default async function () {
  const apps = await okta.listApplications().all()
  const pushing = apps.filter((app) => app.features?.includes('GROUP_PUSH'))
  const mappings = await each(pushing, async (app) => ({ app, list: await okta.listGroupPushMappings({ appId: app.id, status: 'ERROR' }).all() }))
  return mappings.flatMap(({ app, list }) =>
    list.map((mapping) => ({ app: app.label, groupId: mapping.sourceGroupId, error: mapping.errorSummary ?? null, lastPush: mapping.lastPush ?? null })),
  )
}
`,
  "trusted origins": `import { okta } from 'okta'

export const title = 'Trusted origins with localhost or http'

export default async function () {
  const origins = await okta.listTrustedOrigins().all()
  const risky = (origin: string): boolean => origin.startsWith('http:') || /localhost|127\\.0\\.0\\.1/.test(origin)
  return origins
    .filter((one) => one.status === 'ACTIVE' && risky(one.origin))
    .map((one) => ({ name: one.name, origin: one.origin, scopes: one.scopes.map((scope) => scope.type ?? 'unknown') }))
}
`,
  "scope grants": `import { okta, each } from 'okta'

export const title = 'Service apps with manage scopes'

export default async function () {
  const apps = await okta.listApplications({ filter: 'status eq "ACTIVE"' }).all()
  const services = apps.filter((app) => app.signOnMode === 'OPENID_CONNECT' && app.settings?.oauthClient?.application_type === 'service')
  const rows = await each(services, async (app) => {
    const grants = await okta.listScopeConsentGrants({ appId: app.id }).all()
    const manage = grants.filter((grant) => grant.status === 'ACTIVE' && grant.scopeId.endsWith('.manage'))
    return { app: app.label, manageScopes: manage.map((g) => g.scopeId) }
  })
  return rows.filter((row) => row.manageScopes.length > 0)
}
`,
  "profile mapping": `import { okta, each } from 'okta'

export const title = 'Which mapping writes an attribute'
export const params = { attribute: 'department' }

export default async function ({ attribute }: typeof params) {
  const mappings = await okta.listProfileMappings().all()
  const details = await each(mappings, (mapping) => okta.getProfileMapping({ mappingId: mapping.id }))
  return details
    .map((mapping) => ({ source: mapping.source?.name ?? null, target: mapping.target?.name ?? null, expression: mapping.properties?.[attribute]?.expression ?? null }))
    .filter((row) => row.expression !== null)
}
`,
  "typed row alias": `import { okta, each } from 'okta'

type AdminRow = { login: string; roles: string[]; count: number }

export const title = 'Admins with several roles'

export default async function (): Promise<AdminRow[]> {
  const assignees = await okta.listUsersWithRoleAssignments().all()
  const rows: AdminRow[] = await each(assignees, async (assignee) => {
    const user = await okta.getUser({ id: assignee.id ?? '' })
    const roles = await okta.listAssignedRolesForUser({ userId: user.id }).all()
    const labels = roles.map((role) => role.label ?? role.type)
    return { login: user.profile.login, roles: labels, count: labels.length }
  })
  return rows.filter((row) => row.count > 1).sort((a, b) => b.count - a.count || a.login.localeCompare(b.login))
}
`,
  "certificate with date math": `import { okta, each, now } from 'okta'

export const title = 'Certificates that expire soon'
export const params = { days: 60 }

export default async function ({ days }: typeof params) {
  const limit = new Date(Date.parse(now()) + days * 24 * 60 * 60 * 1000).toISOString()
  const keys = await okta.listIdentityProviderKeys().all()
  return keys
    .filter((key) => key.expiresAt !== undefined && key.expiresAt !== null && key.expiresAt < limit)
    .map((key) => ({ kid: key.kid, expiresAt: key.expiresAt ?? null }))
}
`,
  "chunked ids": `import { okta, each, filter } from 'okta'

export const title = 'Details of admins, read in chunks'

export default async function () {
  const assignees = await okta.listUsersWithRoleAssignments().all()
  const ids = assignees.map((a) => a.id ?? '').filter((id) => id !== '')
  const chunks: string[][] = []
  for (let i = 0; i < ids.length; i += 50) chunks.push(ids.slice(i, i + 50))
  const pages = await each(chunks, (chunk) => okta.listUsers({ search: chunk.map((id) => filter\`id eq \${id}\`).join(' or ') }).all())
  return pages.flat().map((user) => ({ login: user.profile.login, status: user.status }))
}
`,
  "reduce into record": `import { okta } from 'okta'

export const title = 'Apps by sign-on mode'

export default async function () {
  const apps = await okta.listApplications().all()
  const byMode = apps.reduce<Record<string, number>>((acc, app) => {
    const mode = app.signOnMode ?? 'NONE'
    acc[mode] = (acc[mode] ?? 0) + 1
    return acc
  }, {})
  return Object.keys(byMode).sort().map((mode) => ({ mode, apps: byMode[mode] ?? 0 }))
}
`,
};
