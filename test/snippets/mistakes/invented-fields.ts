import type { MistakenSnippet } from "../mistaken-snippet.ts";

/** Fields that users, groups, apps, events, devices and policies do not have, read as if they had them. */
export const inventedFields: readonly MistakenSnippet[] = [
  {
    name: "a risk score of users",
    source: `import { okta } from 'okta'

export const title = 'Users by risk'

export default async function () {
  const all = await okta.listUsers().all()
  return all.map((one) => ({
    id: one.id,
    risk: one.riskScore ?? null,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "a member count of groups",
    source: `import { okta } from 'okta'

export const title = 'Groups by size'

export default async function () {
  const all = await okta.listGroups().all()
  return all.map((one) => ({
    id: one.id,
    members: one.memberCount,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "an owner of apps",
    source: `import { okta } from 'okta'

export const title = 'Apps and their owners'

export default async function () {
  const all = await okta.listApplications().all()
  return all.map((one) => ({
    id: one.id,
    owner: one.owner ?? null,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "a last sign-in of app users",
    source: `import { okta } from 'okta'

export const title = 'Last use of an app'

export default async function () {
  const all = await okta.listApplicationUsers({ appId: '0oa1' }).all()
  return all.map((one) => ({
    id: one.id,
    lastUsed: one.lastLogin,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "a last use of factors",
    source: `import { okta } from 'okta'

export const title = 'Factors by last use'

export default async function () {
  const all = await okta.listFactors({ userId: '00u1' }).all()
  return all.map((one) => ({
    id: one.id,
    lastUsed: one.lastUsed ?? null,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "who granted a role",
    source: `import { okta } from 'okta'

export const title = 'Roles and who gave them'

export default async function () {
  const all = await okta.listAssignedRolesForUser({ userId: '00u1' }).all()
  return all.map((one) => ({
    id: one.id,
    by: one.grantedBy,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "a last use of API tokens",
    source: `import { okta } from 'okta'

export const title = 'Unused API tokens'

export default async function () {
  const all = await okta.listApiTokens().all()
  return all.map((one) => ({
    id: one.id,
    lastUsed: one.lastUsed,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "an address of log events",
    source: `import { okta, now, daysAgo } from 'okta'

export const title = 'Sign-ins by address'

export default async function () {
  const all = await okta.listLogEvents({ since: daysAgo(1), until: now() }).all()
  return all.map((one) => ({
    id: one.uuid,
    ip: one.ipAddress,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "an e-mail of log actors",
    source: `import { okta, now, daysAgo } from 'okta'

export const title = 'Who did what'

export default async function () {
  const all = await okta.listLogEvents({ since: daysAgo(1), until: now() }).all()
  return all.map((one) => ({
    id: one.uuid,
    who: one.actor?.email ?? null,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "a last contact of devices",
    source: `import { okta } from 'okta'

export const title = 'Devices by last contact'

export default async function () {
  const all = await okta.listDevices().all()
  return all.map((one) => ({
    id: one.id,
    lastSeen: one.lastSeen,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "apps of a policy",
    source: `import { okta } from 'okta'

export const title = 'Policies by number of apps'

export default async function () {
  const all = await okta.listPolicies({ type: 'ACCESS_POLICY' }).all()
  return all.map((one) => ({
    id: one.id,
    apps: one.apps.length,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "a hit count of policy rules",
    source: `import { okta } from 'okta'

export const title = 'Rules by use'

export default async function () {
  const all = await okta.listPolicyRules({ policyId: '00p1' }).all()
  return all.map((one) => ({
    id: one.id,
    hits: one.evaluationCount,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "countries of zones",
    source: `import { okta } from 'okta'

export const title = 'Zones by country'

export default async function () {
  const all = await okta.listNetworkZones().all()
  return all.map((one) => ({
    id: one.id,
    countries: one.countries,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "a certificate of identity providers",
    source: `import { okta } from 'okta'

export const title = 'Certificates of identity providers'

export default async function () {
  const all = await okta.listIdentityProviders().all()
  return all.map((one) => ({
    id: one.id,
    ends: one.certificate.expiresAt,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
];
