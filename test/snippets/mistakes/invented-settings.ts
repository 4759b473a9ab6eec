import type { MistakenSnippet } from "../mistaken-snippet.ts";

/** Fields that the settings of an org do not have, read as if they had them. */
export const inventedSettings: readonly MistakenSnippet[] = [
  {
    name: "clients of authorization servers",
    source: `import { okta } from 'okta'

export const title = 'Authorization servers by clients'

export default async function () {
  const all = await okta.listAuthorizationServers().all()
  return all.map((one) => ({
    id: one.id,
    clients: one.clients.length,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "enrolled users of authenticators",
    source: `import { okta } from 'okta'

export const title = 'Authenticators by users'

export default async function () {
  const all = await okta.listAuthenticators().all()
  return all.map((one) => ({
    id: one.id,
    users: one.enrolledUsers,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "an address of event hooks",
    source: `import { okta } from 'okta'

export const title = 'Event hooks and where they call'

export default async function () {
  const all = await okta.listEventHooks().all()
  return all.map((one) => ({
    id: one.id,
    uri: one.url,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "a last delivery of log streams",
    source: `import { okta } from 'okta'

export const title = 'Log streams by last delivery'

export default async function () {
  const all = await okta.listLogStreams().all()
  return all.map((one) => ({
    id: one.id,
    last: one.lastDelivery,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "a switch of features",
    source: `import { okta } from 'okta'

export const title = 'Features that are on'

export default async function () {
  const all = await okta.listFeatures().all()
  return all.map((one) => ({
    id: one.id,
    on: one.enabled,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "an end of signing keys",
    source: `import { okta } from 'okta'

export const title = 'Certificates by end'

export default async function () {
  const all = await okta.listApplicationKeys({ appId: '0oa1' }).all()
  return all.map((one) => ({
    id: one.kid,
    ends: one.notAfter,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "users of realms",
    source: `import { okta } from 'okta'

export const title = 'Realms by size'

export default async function () {
  const all = await okta.listRealms().all()
  return all.map((one) => ({
    id: one.id,
    users: one.userCount,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "a domain of brands",
    source: `import { okta } from 'okta'

export const title = 'Brands by domain'

export default async function () {
  const all = await okta.listBrands().all()
  return all.map((one) => ({
    id: one.id,
    domain: one.domain,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "members of resource sets",
    source: `import { okta } from 'okta'

export const title = 'Resource sets by members'

export default async function () {
  const all = await okta.listResourceSets().all()
  return all.map((one) => ({
    id: one.id,
    members: one.members,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "a name of pushed groups",
    source: `import { okta } from 'okta'

export const title = 'Pushed groups'

export default async function () {
  const all = await okta.listGroupPushMappings({ appId: '0oa1' }).all()
  return all.map((one) => ({
    id: one.id,
    group: one.groupName,
  }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "attributes of a schema",
    source: `import { okta } from 'okta'

export const title = 'Attributes of users'

export default async function () {
  const schema = await okta.getUserSchema({ schemaId: 'default' })
  const custom = Object.keys(schema.attributes)
  return custom.map((attribute) => ({ attribute }))
}
`,
    line: 7,
    code: "TS2339",
  },
  {
    name: "by destructuring",
    source: `import { okta } from 'okta'

export const title = 'API tokens by last use'

export default async function () {
  const tokens = await okta.listApiTokens().all()
  return tokens.map(({
    name,
    lastUsedAt,
  }) => ({ name, at: lastUsedAt }))
}
`,
    line: 9,
    code: "TS2339",
  },
  {
    name: "by destructuring with a default",
    source: `import { okta } from 'okta'

export const title = 'Users by risk level'

export default async function () {
  const users = await okta.listUsers().all()
  const rows = []
  for (const user of users) {
    const { riskLevel = 'LOW' } = user.profile
    rows.push({ login: user.profile.login, riskLevel })
  }
  return rows
}
`,
    line: 9,
    code: "TS2339",
  },
];
