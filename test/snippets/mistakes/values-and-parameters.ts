import type { MistakenSnippet } from "../mistaken-snippet.ts";

/** Values and parameters that Okta does not know. */
export const valuesAndParameters: readonly MistakenSnippet[] = [
  {
    name: "a user status that does not exist",
    source: `import { okta } from 'okta'

export const title = 'Disabled users'

export default async function () {
  const users = await okta.listUsers().all()
  return users
    .filter((user) => user.status === 'DISABLED')
    .map((user) => ({ login: user.profile.login }))
}
`,
    line: 8,
    code: "TS2367",
  },
  {
    name: "an app status in the wrong case",
    source: `import { okta } from 'okta'

export const title = 'Active apps'

export default async function () {
  const apps = await okta.listApplications().all()
  const active = apps.filter(({ status }) => status === 'active')
  return active.map((app) => ({ app: app.label }))
}
`,
    line: 7,
    code: "TS2367",
  },
  {
    name: "a sign-on mode that does not exist",
    source: `import { okta } from 'okta'

export const title = 'SAML apps'

export default async function () {
  const apps = await okta.listApplications().all()
  return apps
    .filter((app) => app.signOnMode === 'SAML')
    .map((app) => ({ app: app.label }))
}
`,
    line: 8,
    code: "TS2367",
  },
  {
    name: "a factor type that does not exist",
    source: `import { okta } from 'okta'

export const title = 'TOTP factors'

export default async function () {
  const factors = await okta.listFactors({ userId: '00u1' }).all()
  const totp = factors.filter((factor) => factor.factorType === 'totp')
  return totp.map((factor) => ({ id: factor.id }))
}
`,
    line: 7,
    code: "TS2367",
  },
  {
    name: "a case that cannot happen",
    source: `import { okta } from 'okta'

export const title = 'Groups of Active Directory'

export default async function () {
  const groups = await okta.listGroups().all()
  return groups.map((group) => {
    switch (group.type) {
      case 'AD_GROUP':
        return { name: group.profile.name, own: false }
      default:
        return { name: group.profile.name, own: true }
    }
  })
}
`,
    line: 9,
    code: "TS2678",
  },
  {
    name: "an event type that does not exist",
    source: `import { okta, now, daysAgo } from 'okta'

export const title = 'Failed logins'

export default async function () {
  const events = await okta.listLogEvents({ since: daysAgo(1), until: now() }).all()
  return events
    .filter((event) => event.eventType === 'user.login.failure')
    .map((event) => ({ at: event.published }))
}
`,
    line: 8,
    code: "TS2367",
  },
  {
    name: "a severity that does not exist",
    source: `import { okta, now, daysAgo } from 'okta'

export const title = 'Critical events'

export default async function () {
  const events = await okta.listLogEvents({ since: daysAgo(1), until: now() }).all()
  return events.filter((event) => event.severity === 'CRITICAL').map((event) => ({ at: event.published }))
}
`,
    line: 7,
    code: "TS2367",
  },
  {
    name: "a role type that does not exist",
    source: `import { okta } from 'okta'

export const title = 'Super admins'

export default async function () {
  const roles = await okta.listAssignedRolesForUser({ userId: '00u1' }).all()
  const isSuper = roles.some((role) => role.type === 'SUPER_ADMINISTRATOR')
  return [{ roles: roles.length, isSuper }]
}
`,
    line: 7,
    code: "TS2367",
  },
  {
    name: "a parameter that does not exist",
    source: `import { okta } from 'okta'

export const title = 'Active users'

export default async function () {
  const users = await okta.listUsers({ status: 'ACTIVE' }).all()
  return users.map((user) => ({ login: user.profile.login }))
}
`,
    line: 6,
    code: "TS2353",
  },
  {
    name: "a page size, which the host sets",
    source: `import { okta } from 'okta'

export const title = 'Groups'

export default async function () {
  const groups = await okta.listGroups({ limit: 200 }).all()
  return groups.map((group) => ({ name: group.profile.name }))
}
`,
    line: 6,
    code: "TS2353",
  },
  {
    name: "a cursor, which the host follows",
    source: `import { okta } from 'okta'

export const title = 'Users'

export default async function () {
  const users = await okta.listUsers({ after: 'abc' }).all()
  return users.map((user) => ({ login: user.profile.login }))
}
`,
    line: 6,
    code: "TS2353",
  },
  {
    name: "a parameter of another operation",
    source: `import { okta } from 'okta'

export const title = 'One user'

export default async function () {
  const user = await okta.getUser({ userId: 'ada@example.com' })
  return [{ login: user.profile.login }]
}
`,
    line: 6,
    code: "TS2353",
  },
  {
    name: "a parameter of the wrong type",
    source: `import { okta } from 'okta'

export const title = 'Factors of a user'

export default async function () {
  const factors = await okta.listFactors({ userId: 12345 }).all()
  return factors.map((factor) => ({ type: factor.factorType }))
}
`,
    line: 6,
    code: "TS2322",
  },
  {
    name: "policies without parameters",
    source: `import { okta } from 'okta'

export const title = 'All policies'

export default async function () {
  const policies = await okta.listPolicies().all()
  return policies.map((policy) => ({ name: policy.name }))
}
`,
    line: 6,
    code: "TS2554",
  },
  {
    name: "policies without a type",
    source: `import { okta } from 'okta'

export const title = 'Active policies'

export default async function () {
  const policies = await okta.listPolicies({ status: 'ACTIVE' }).all()
  return policies.map((policy) => ({ name: policy.name }))
}
`,
    line: 6,
    code: "TS2345",
  },
  {
    name: "a policy type that does not exist",
    source: `import { okta } from 'okta'

export const title = 'MFA policies'

export default async function () {
  const policies = await okta.listPolicies({ type: 'MFA' }).all()
  return policies.map((policy) => ({ name: policy.name }))
}
`,
    line: 6,
    code: "TS2322",
  },
  {
    name: "app users without an app",
    source: `import { okta } from 'okta'

export const title = 'App users'

export default async function () {
  const users = await okta.listApplicationUsers({ expand: 'user' }).all()
  return users.map((one) => ({ id: one.id }))
}
`,
    line: 6,
    code: "TS2345",
  },
  {
    name: "an order of the log that does not exist",
    source: `import { okta, now, daysAgo } from 'okta'

export const title = 'Latest events'

export default async function () {
  const events = await okta.listLogEvents({ since: daysAgo(1), until: now(), sortOrder: 'desc' }).all()
  return events.map((event) => ({ at: event.published }))
}
`,
    line: 6,
    code: "TS2322",
  },
  {
    name: "an expand that the operation does not know",
    source: `import { okta } from 'okta'

export const title = 'Groups with members'

export default async function () {
  const groups = await okta.listGroups({ expand: 'members' }).all()
  return groups.map((group) => ({ name: group.profile.name }))
}
`,
    line: 6,
    code: "TS2322",
  },
  {
    name: "an operation that does not exist",
    source: `import { okta } from 'okta'

export const title = 'Members of a group'

export default async function () {
  const members = await okta.listGroupMembers({ groupId: '00g1' }).all()
  return members.map((user) => ({ login: user.profile.login }))
}
`,
    line: 6,
    code: "check/unknown-operation",
  },
  {
    name: "an operation that changes the org",
    source: `import { okta, each } from 'okta'

export const title = 'Deactivate staged users'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "STAGED"' }).all()
  await each(users, (user) => okta.deactivateUser({ id: user.id }))
  return users.map((user) => ({ login: user.profile.login }))
}
`,
    line: 7,
    code: "effect/not-allowed",
  },
];
