import type { MistakenSnippet } from "../mistaken-snippet.ts";

/** Fields that the answers do not have, claimed by a type of the snippet's own. */
export const inventedByType: readonly MistakenSnippet[] = [
  {
    name: "a type with an optional field",
    source: `import { okta } from 'okta'

export const title = 'Users by risk'

type Seen = {
  id: string
  riskScore?: string
}

export default async function () {
  const users: readonly Seen[] = await okta.listUsers().all()
  return users.map((user) => ({ id: user.id, risk: user.riskScore ?? 'none' }))
}
`,
    line: 7,
    code: "gate/optional-property",
  },
  {
    name: "an interface with an optional field",
    source: `import { okta } from 'okta'

export const title = 'Devices and owners'

interface Laptop {
  id: string
  owner?: string
}

export default async function () {
  const devices: readonly Laptop[] = await okta.listDevices().all()
  return devices.map((device) => ({ id: device.id, owner: device.owner ?? null }))
}
`,
    line: 7,
    code: "gate/optional-property",
  },
  {
    name: "a type predicate",
    source: `import { okta } from 'okta'

export const title = 'Apps and owners'

function hasOwner(app: { id: string }): app is { id: string; owner: string } {
  return app.id !== ''
}

export default async function () {
  const apps = await okta.listApplications().all()
  return apps.filter(hasOwner).map((app) => ({ id: app.id, owner: app.owner }))
}
`,
    line: 5,
    code: "gate/type-predicate",
  },
  {
    name: "an assertion function",
    source: `import { okta } from 'okta'

export const title = 'Groups with owners'

function mustHaveOwner(group: unknown): asserts group is { owner: string } {
  if (group === undefined) throw new Error('no group')
}

export default async function () {
  const groups = await okta.listGroups().all()
  return groups.map((group) => ({ id: group.id }))
}
`,
    line: 5,
    code: "gate/type-predicate",
  },
  {
    name: "an overload",
    source: `import { okta } from 'okta'

export const title = 'Unused tokens'

function usage(token: { id: string }): { lastUsed: string }
function usage(token: { id: string }): object {
  return token
}

export default async function () {
  const tokens = await okta.listApiTokens().all()
  return tokens.map((token) => ({ name: token.name, lastUsed: usage(token).lastUsed }))
}
`,
    line: 5,
    code: "gate/overload",
  },
  {
    name: "a generic helper that asserts",
    source: `import { okta } from 'okta'

export const title = 'Zones by hits'

function read<T>(from: object, key: string): T {
  return Object.entries(from).find(([name]) => name === key)?.[1] as T
}

export default async function () {
  const zones = await okta.listNetworkZones().all()
  return zones.map((zone) => ({ name: zone.name, hits: read<number>(zone, 'hits') }))
}
`,
    line: 6,
    code: "gate/assertion",
  },
  {
    name: "a generic result that nothing gives",
    source: `import { okta } from 'okta'

export const title = 'Users by score'

function call<T>(read: (one: object) => T, one: object): T {
  return read(one)
}

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => ({ login: user.profile.login, score: call<number>((one) => one, user) }))
}
`,
    line: 11,
    code: "TS2322",
  },
  {
    name: "the parameter of a helper",
    source: `import { okta, now, daysAgo } from 'okta'

export const title = 'Events by risk'

const riskOf = (event: { uuid: string; risk?: string }): string => event.risk ?? 'LOW'

export default async function () {
  const events = await okta.listLogEvents({ since: daysAgo(1), until: now() }).all()
  return events.map((event) => ({ uuid: event.uuid, risk: riskOf(event) }))
}
`,
    line: 5,
    code: "gate/optional-property",
  },
  {
    name: "the parameter of a helper with open keys",
    source: `import { okta } from 'okta'

export const title = 'Policies and owners'

function textOf(from: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = from[key]
  return typeof value === 'string' ? value : null
}

export default async function () {
  const policies = await okta.listPolicies({ type: 'PASSWORD' }).all()
  return policies.map((policy) => ({
    policy: policy.name,
    owner: textOf(policy, 'owner'),
  }))
}
`,
    line: 14,
    code: "TS2345",
  },
  {
    name: "the values of a Map",
    source: `import { okta } from 'okta'

export const title = 'Factors by last use'

export default async function () {
  const factors = await okta.listFactors({ userId: '00u1' }).all()
  const byId = new Map<string, { id: string; lastUsed?: string }>()
  for (const factor of factors) byId.set(factor.id, factor)
  return [...byId.values()].map((one) => ({ id: one.id, lastUsed: one.lastUsed ?? null }))
}
`,
    line: 7,
    code: "gate/optional-property",
  },
  {
    name: "the values of a Map with open keys",
    source: `import { okta } from 'okta'

export const title = 'Roles and who gave them'

export default async function () {
  const roles = await okta.listAssignedRolesForUser({ userId: '00u1' }).all()
  const byId = new Map<string, Readonly<Record<string, unknown>>>()
  for (const role of roles) byId.set(role.id, role)
  return [...byId].map(([id, role]) => ({ id, by: String(role['grantedBy'] ?? '') }))
}
`,
    line: 8,
    code: "TS2345",
  },
  {
    name: "a spread into open keys",
    source: `import { okta } from 'okta'

export const title = 'Authorization servers by clients'

export default async function () {
  const servers = await okta.listAuthorizationServers().all()
  return servers.map((server) => {
    const all: Record<string, unknown> = { ...server }
    const clients = all['clientCount']
    return { name: server.name, clients: typeof clients === 'number' ? clients : 0 }
  })
}
`,
    line: 8,
    code: "check/widened",
  },
];
