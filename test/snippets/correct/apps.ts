import type { CorrectSnippet } from "../correct-snippet.ts";

/** Questions about apps, their users, keys and grants. */
export const apps: readonly CorrectSnippet[] = [
  {
    name: "Active apps nobody is assigned to",
    source: `import { okta, each } from 'okta'

export const title = 'Active apps without assignments'

export default async function () {
  const apps = await okta.listApplications({ filter: 'status eq "ACTIVE"' }).all()
  const checked = await each(apps, async (app) => {
    const users = await okta.listApplicationUsers({ appId: app.id }).first(1)
    const groups = users.length > 0 ? [] : await okta.listApplicationGroupAssignments({ appId: app.id }).first(1)
    return {
      app: app.label,
      signOnMode: app.signOnMode,
      assignedUsers: users.length,
      assignedGroups: groups.length,
    }
  })
  return checked.filter((row) => row.assignedUsers === 0 && row.assignedGroups === 0)
}
`,
  },
  {
    name: "OIDC apps with weak settings, narrowed in a loop",
    source: `import { okta } from 'okta'

export const title = 'OpenID Connect apps that use the implicit grant or plain HTTP'

export default async function () {
  const apps = await okta.listApplications().all()
  const rows: { app: string; status: string; clientId: string | null; implicit: boolean; insecure: string[] }[] = []
  for (const app of apps) {
    if (app.signOnMode !== 'OPENID_CONNECT') continue
    const client = app.settings.oauthClient
    if (!client) continue
    const implicit = client.grant_types.includes('implicit')
    const insecure = (client.redirect_uris ?? []).filter((uri) => uri.startsWith('http://') || uri.includes('*'))
    if (!implicit && insecure.length === 0) continue
    rows.push({
      app: app.label,
      status: app.status,
      clientId: app.credentials.oauthClient?.client_id ?? null,
      implicit,
      insecure,
    })
  }
  return rows
}
`,
  },
  {
    name: "SAML certificates that end soon",
    source: `import { okta, each, now, daysSince } from 'okta'

export const title = 'SAML signing certificates by expiry'

export default async function () {
  const apps = await okta.listApplications({ filter: 'status eq "ACTIVE"' }).all()
  const saml = apps.filter((app) => app.signOnMode === 'SAML_2_0')
  const rows = await each(saml, async (app) => {
    const kid = app.credentials?.signing?.kid
    const keys = await okta.listApplicationKeys({ appId: app.id }).all()
    const key = keys.find((one) => one.kid === kid)
    return { app: app.label, kid: kid ?? null, expiresAt: key?.expiresAt ?? null }
  })
  return rows
    .filter((row) => row.expiresAt !== null)
    .map((row) => ({ ...row, daysLeft: -(daysSince(row.expiresAt) ?? 0), expired: (row.expiresAt ?? '') < now() }))
    .sort((a, b) => a.daysLeft - b.daysLeft)
}
`,
  },
  {
    name: "Assigned to an app without having the group",
    source: `import { okta, named, each } from 'okta'

export const title = 'App users who are in none of the assigned groups'
export const params = { app: 'Salesforce' }

export default async function ({ app }: typeof params) {
  const target = named(await okta.listApplications().all(), 'label', app)
  const assignments = await okta.listApplicationGroupAssignments({ appId: target.id, expand: 'group' }).all()
  const members = await each(assignments, (one) => okta.listGroupUsers({ groupId: one.id }).all())
  const viaGroup = new Set(members.flat().map((user) => user.id))

  const users = await okta.listApplicationUsers({ appId: target.id, expand: 'user' }).all()
  return users
    .filter((one) => one.scope === 'USER' && !viaGroup.has(one.id))
    .map((one) => ({
      login: one._embedded.user.profile.login,
      userName: one.credentials?.userName ?? null,
      assigned: one.created,
      userStatus: one._embedded.user.status,
    }))
}
`,
  },
  {
    name: "Apps that are a profile source",
    source: `import { okta, each } from 'okta'

export const title = 'Apps that are sources of profiles and how many users they have'

export default async function () {
  const apps = await okta.listApplications().all()
  const sources = apps.filter((app) => app.features?.includes('PROFILE_MASTERING') ?? false)
  return each(sources, async ({ id, label, name, status, features }) => {
    const users = await okta.listApplicationUsers({ appId: id }).all()
    return { label, name, status, features: features ?? [], users: users.length }
  })
}
`,
  },
  {
    name: "App policies by hand",
    source: `import { okta } from 'okta'

export const title = 'How many apps use each sign-in policy'

export default async function () {
  const policies = await okta.listPolicies({ type: 'ACCESS_POLICY' }).all()
  const apps = await okta.listApplications({ filter: 'status eq "ACTIVE"' }).all()

  const appsOf = new Map<string, string[]>()
  for (const app of apps) {
    const href = app._links?.accessPolicy?.href
    if (href === undefined) continue
    const policyId = href.slice(href.lastIndexOf('/') + 1)
    appsOf.set(policyId, [...(appsOf.get(policyId) ?? []), app.label])
  }

  return policies.map((policy) => {
    const labels = appsOf.get(policy.id) ?? []
    return { policy: policy.name, status: policy.status, count: labels.length, apps: labels.toSorted() }
  })
}
`,
  },
  {
    name: "Provisioning errors of an app",
    source: `import { okta, named } from 'okta'

export const title = 'App users whose provisioning failed'
export const params = { app: 'Workday' }

export default async function ({ app }: typeof params) {
  const { id, label } = named(await okta.listApplications().all(), 'label', app)
  const rows = []
  for await (const page of okta.listApplicationUsers({ appId: id }).pages()) {
    for (const one of page) {
      if (one.syncState === 'ERROR' || one.syncState === 'OUT_OF_SYNC') {
        rows.push({ app: label, userName: one.credentials?.userName ?? null, syncState: one.syncState, lastSync: one.lastSync ?? null })
      }
    }
  }
  return rows
}
`,
  },
  {
    name: "Group push that fails",
    source: `import { okta, each } from 'okta'

export const title = 'Group push mappings in error'

export default async function () {
  const apps = (await okta.listApplications().all()).filter((app) => app.features?.includes('GROUP_PUSH'))
  const groups = new Map((await okta.listGroups().all()).map((group) => [group.id, group.profile.name]))
  const perApp = await each(apps, async (app) => {
    const mappings = await okta.listGroupPushMappings({ appId: app.id, status: 'ERROR' }).all()
    return mappings.map((mapping) => ({
      app: app.label,
      group: groups.get(mapping.sourceGroupId) ?? mapping.sourceGroupId,
      error: mapping.errorSummary ?? null,
      lastPush: mapping.lastPush ?? null,
    }))
  })
  return perApp.flat()
}
`,
  },
  {
    name: "What an app may do through Okta's API",
    source: `import { okta, each } from 'okta'

export const title = 'Service apps with scopes that manage the org'

export default async function () {
  const apps = await okta.listApplications({ filter: 'status eq "ACTIVE"' }).all()
  const services = apps.filter(
    (app) => app.signOnMode === 'OPENID_CONNECT' && app.settings.oauthClient?.application_type === 'service',
  )
  const rows = await each(services, async (app) => {
    const [grants, roles] = await Promise.all([
      okta.listScopeConsentGrants({ appId: app.id }).all(),
      okta.listRolesForClient({ clientId: app.id }).all(),
    ])
    const scopes = grants.filter((grant) => grant.status === 'ACTIVE').map((grant) => grant.scopeId)
    return {
      app: app.label,
      manages: scopes.filter((scope) => scope.endsWith('.manage')),
      scopes: scopes.length,
      roles: roles.map((role) => role.label),
    }
  })
  return rows.filter((row) => row.manages.length > 0)
}
`,
  },
  {
    name: "Provisioning connection of each app",
    source: `import { okta, each, notKnown } from 'okta'

export const title = 'Provisioning connections'

export default async function () {
  const apps = await okta.listApplications({ filter: 'status eq "ACTIVE"' }).all()
  return each(apps, async (app) => {
    const connection = await okta.getDefaultProvisioningConnectionForApplication({ appId: app.id }).orUnknown()
    return { app: app.label, connection: notKnown(connection) ? connection : connection.status }
  })
}
`,
  },
];
