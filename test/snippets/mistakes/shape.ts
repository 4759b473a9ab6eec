import type { MistakenSnippet } from "../mistaken-snippet.ts";

/** Fields at another place than where they stand, and values that may be absent or of another kind. */
export const shape: readonly MistakenSnippet[] = [
  {
    name: "a login outside the profile",
    source: `import { okta } from 'okta'

export const title = 'Logins'

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => ({ login: user.login }))
}
`,
    line: 7,
    code: "TS2339",
  },
  {
    name: "a group name outside the profile",
    source: `import { okta } from 'okta'

export const title = 'Groups for apps'

export default async function () {
  const groups = await okta.listGroups().all()
  return groups.filter((group) => group.name.startsWith('App-')).map((group) => ({ id: group.id }))
}
`,
    line: 7,
    code: "TS2339",
  },
  {
    name: "a result of an event outside its outcome",
    source: `import { okta, now, daysAgo } from 'okta'

export const title = 'Failures'

export default async function () {
  const events = await okta.listLogEvents({ since: daysAgo(1), until: now() }).all()
  return events
    .filter((event) => event.result === 'FAILURE')
    .map((event) => ({ at: event.published }))
}
`,
    line: 8,
    code: "TS2339",
  },
  {
    name: "a platform outside the profile of a device",
    source: `import { okta } from 'okta'

export const title = 'Devices by platform'

export default async function () {
  const devices = await okta.listDevices().all()
  return devices.map((device) => ({ platform: device.platform }))
}
`,
    line: 7,
    code: "TS2339",
  },
  {
    name: "an expression outside the conditions",
    source: `import { okta } from 'okta'

export const title = 'Rules and expressions'

export default async function () {
  const rules = await okta.listGroupRules().all()
  return rules.map((rule) => ({ name: rule.name, expression: rule.expression.value }))
}
`,
    line: 7,
    code: "TS2339",
  },
  {
    name: "a manager as an object",
    source: `import { okta } from 'okta'

export const title = 'Users and managers'

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => ({
    login: user.profile.login,
    manager: user.profile.manager?.displayName ?? null,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "a missing null check before a method",
    source: `import { okta } from 'okta'

export const title = 'Days of sign-in'

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => ({ login: user.profile.login, day: user.lastLogin.slice(0, 10) }))
}
`,
    line: 7,
    code: "TS18047",
  },
  {
    name: "a missing null check in a comparison",
    source: `import { okta, daysAgo } from 'okta'

export const title = 'Users without a sign-in'

export default async function () {
  const users = await okta.listUsers().all()
  return users
    .filter((user) => user.lastLogin < daysAgo(90))
    .map((user) => ({ login: user.profile.login }))
}
`,
    line: 8,
    code: "TS18047",
  },
  {
    name: "a missing check of an optional attribute",
    source: `import { okta } from 'okta'

export const title = 'Teams'

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => ({ login: user.profile.login, team: user.profile.department.toUpperCase() }))
}
`,
    line: 7,
    code: "TS18049",
  },
  {
    name: "a cell that may have no value",
    source: `import { okta } from 'okta'

export const title = 'Departments'

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => ({
    login: user.profile.login,
    department: user.profile.department,
  }))
}
`,
    line: 9,
    code: "check/cell",
  },
  {
    name: "a Map read without a check",
    source: `import { okta } from 'okta'

export const title = 'Users by type'

export default async function () {
  const types = await okta.listUserTypes().all()
  const byId = new Map(types.map((type) => [type.id, type]))
  const users = await okta.listUsers().all()
  return users.map((user) => ({
    login: user.profile.login,
    type: byId.get(user.type?.id ?? '').displayName,
  }))
}
`,
    line: 11,
    code: "TS2532",
  },
  {
    name: "the first item without a check",
    source: `import { okta, now, daysAgo } from 'okta'

export const title = 'The last event'

export default async function () {
  const events = await okta.listLogEvents({ since: daysAgo(1), until: now() }).first(1)
  return [{ at: events[0].published }]
}
`,
    line: 7,
    code: "TS2532",
  },
  {
    name: "find without a check",
    source: `import { okta } from 'okta'

export const title = 'Everyone'

export default async function () {
  const groups = await okta.listGroups().all()
  const everyone = groups.find((group) => group.type === 'BUILT_IN')
  const users = await okta.listGroupUsers({ groupId: everyone.id }).all()
  return users.map((user) => ({ login: user.profile.login }))
}
`,
    line: 8,
    code: "TS18048",
  },
  {
    name: "a 404 that means no, unchecked",
    source: `import { okta } from 'okta'

export const title = 'Whether a user has an app'

export default async function () {
  const assigned = await okta.getApplicationUser({ appId: '0oa1', userId: '00u1' })
  return [{ status: assigned.status }]
}
`,
    line: 7,
    code: "TS18048",
  },
  {
    name: "a value that may be unknown, unchecked",
    source: `import { okta, each } from 'okta'

export const title = 'Users and factors'

export default async function () {
  const users = await okta.listUsers().all()
  return each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all().orUnknown()
    return { login: user.profile.login, factors: factors.length }
  })
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "an embedded user without expand",
    source: `import { okta } from 'okta'

export const title = 'App users'

export default async function () {
  const users = await okta.listApplicationUsers({ appId: '0oa1' }).all()
  return users.map((one) => ({ login: one._embedded.user.profile.login }))
}
`,
    line: 7,
    code: "TS2339",
  },
  {
    name: "embedded rules without expand",
    source: `import { okta } from 'okta'

export const title = 'Policies and rules'

export default async function () {
  const policies = await okta.listPolicies({ type: 'PASSWORD' }).all()
  return policies.map((policy) => ({ name: policy.name, rules: policy._embedded.rules.length }))
}
`,
    line: 7,
    code: "TS2339",
  },
  {
    name: "embedded statistics with another expand",
    source: `import { okta } from 'okta'

export const title = 'Groups by size'

export default async function () {
  const groups = await okta.listGroups({ expand: 'app' }).all()
  return groups.map((group) => ({
    name: group.profile.name,
    users: group._embedded.stats.usersCount,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "OIDC settings of any app",
    source: `import { okta } from 'okta'

export const title = 'Apps by grants'

export default async function () {
  const apps = await okta.listApplications().all()
  return apps.map((app) => ({
    app: app.label,
    grants: app.settings?.oauthClient?.grant_types.length ?? 0,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "SAML settings after another mode",
    source: `import { okta } from 'okta'

export const title = 'SAML endpoints'

export default async function () {
  const apps = await okta.listApplications().all()
  return apps.flatMap((app) => {
    if (app.signOnMode !== 'OPENID_CONNECT') return []
    return [{ app: app.label, acs: app.settings.signOn?.ssoAcsUrl ?? null }]
  })
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "a phone number of any factor",
    source: `import { okta } from 'okta'

export const title = 'Phones'

export default async function () {
  const factors = await okta.listFactors({ userId: '00u1' }).all()
  return factors.map((factor) => ({
    type: factor.factorType,
    phone: factor.profile?.phoneNumber ?? null,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "gateways of any zone",
    source: `import { okta } from 'okta'

export const title = 'Addresses of zones'

export default async function () {
  const zones = await okta.listNetworkZones().all()
  return zones.map((zone) => ({ zone: zone.name, addresses: zone.gateways?.length ?? 0 }))
}
`,
    line: 7,
    code: "TS2339",
  },
  {
    name: "app sign-on actions of any rule",
    source: `import { okta } from 'okta'

export const title = 'Rules and access'

export default async function () {
  const rules = await okta.listPolicyRules({ policyId: 'rst1' }).all()
  return rules.map((rule) => ({
    rule: rule.name,
    access: rule.actions?.appSignOn?.access ?? null,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "a custom role of any assignment",
    source: `import { okta } from 'okta'

export const title = 'Custom roles'

export default async function () {
  const roles = await okta.listAssignedRolesForUser({ userId: '00u1' }).all()
  return roles.map((role) => ({ label: role.label, custom: role.role ?? null }))
}
`,
    line: 7,
    code: "TS2339",
  },
];
