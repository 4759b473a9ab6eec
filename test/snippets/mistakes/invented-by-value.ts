import type { MistakenSnippet } from "../mistaken-snippet.ts";

/** Fields and values that no answer has, got at by a detour. */
export const inventedByValue: readonly MistakenSnippet[] = [
  {
    name: "a spread that adds it",
    source: `import { okta } from 'okta'

export const title = 'Groups and owners'

export default async function () {
  const groups = await okta.listGroups().all()
  const seen = groups.map((group) => ({ ...group, ownerName: group.owner }))
  return seen.map((group) => ({ name: group.profile.name, owner: group.ownerName }))
}
`,
    line: 7,
    code: "TS2339",
  },
  {
    name: "a key of a list of names",
    source: `import { okta } from 'okta'

export const title = 'Brands and who made them'

export default async function () {
  const brands = await okta.listBrands().all()
  const keys = ['name', 'createdBy'] as const
  return brands.map((brand) => {
    const values = keys.map((key) => brand[key] ?? null)
    return { name: brand.name, by: values[1] ?? null }
  })
}
`,
    line: 9,
    code: "TS7053",
  },
  {
    name: "a union with what there is",
    source: `import { okta } from 'okta'

export const title = 'Devices and owners'

type Seen = { id: string; owner: string } | { id: string }

function ownerOf(one: Seen): string | null {
  const { owner = null }: { owner: string | null | undefined } = { owner: undefined, ...one }
  return owner
}

export default async function () {
  const devices = await okta.listDevices().all()
  return devices.map((device) => ({ id: device.id, owner: ownerOf(device) }))
}
`,
    line: 8,
    code: "origins/no-such-field",
  },
  {
    name: "entries of an answer",
    source: `import { okta } from 'okta'

export const title = 'Groups and owners'

export default async function () {
  const groups = await okta.listGroups().all()
  return groups.map((group) => {
    const owner = new Map(Object.entries(group)).get('owner')
    return { name: group.profile.name, owner: typeof owner === 'string' ? owner : null }
  })
}
`,
    line: 8,
  },
  {
    name: "an entry found by its name",
    source: `import { okta } from 'okta'

export const title = 'Devices and owners'

export default async function () {
  const devices = await okta.listDevices().all()
  return devices.map((device) => {
    const entry = Object.entries(device.profile).find(([key]) => key === 'owner')
    return { device: device.profile.displayName, owner: String(entry?.[1] ?? '') }
  })
}
`,
    line: 8,
    code: "origins/no-such-field",
  },
  {
    name: "one made-up text for each read",
    source: `import { okta, each } from 'okta'

export const title = 'Groups of two people'

export default async function () {
  const people = ['ada@example.com', 'grace@example.com']
  return each(people, async (id) => {
    const groups = await okta.listUserGroups({ id }).all()
    return {
      id,
      groups: groups.length,
    }
  })
}
`,
    line: 10,
    code: "origins/literal-column",
  },
  {
    name: "Reflect",
    source: `import { okta } from 'okta'

export const title = 'Devices and owners'

export default async function () {
  const devices = await okta.listDevices().all()
  return devices.map((device) => ({
    device: device.profile.displayName,
    owner: String(Reflect.get(device, 'owner')),
  }))
}
`,
    line: 9,
    code: "gate/name",
  },
  {
    name: "through JSON",
    source: `import { okta } from 'okta'

export const title = 'Event hooks by last call'

export default async function () {
  const hooks = await okta.listEventHooks().all()
  return hooks.map((hook) => {
    const copy: { name: string; lastCall: string } = JSON.parse(JSON.stringify(hook))
    return { hook: copy.name, lastCall: copy.lastCall }
  })
}
`,
    line: 8,
    code: "TS2322",
  },
  {
    name: "as any",
    source: `import { okta } from 'okta'

export const title = 'Features by age'

export default async function () {
  const features = await okta.listFeatures().all()
  return features.map((feature) => ({
    feature: feature.name,
    since: (feature as any).enabledAt,
  }))
}
`,
    line: 9,
  },
  {
    name: "as unknown as",
    source: `import { okta } from 'okta'

export const title = 'Identity providers by users'

export default async function () {
  const idps = await okta.listIdentityProviders().all()
  return idps.map((idp) => {
    const seen = idp as unknown as { name: string; users: number }
    return { name: seen.name, users: seen.users }
  })
}
`,
    line: 8,
  },
  {
    name: "Partial of an own type",
    source: `import { okta } from 'okta'

export const title = 'Realms by users'

type Full = { id: string; userCount: number }

export default async function () {
  const realms: readonly Partial<Full>[] = await okta.listRealms().all()
  return realms.map((realm) => ({ id: realm.id ?? '', users: realm.userCount ?? 0 }))
}
`,
    line: 8,
    code: "gate/constructed-type",
  },
  {
    name: "a silenced compiler",
    source: `import { okta } from 'okta'

export const title = 'Trusted origins by use'

export default async function () {
  const origins = await okta.listTrustedOrigins().all()
  return origins.map((origin) => ({
    name: origin.name,
    // @ts-expect-error the type is behind
    lastUsed: origin.lastUsed,
  }))
}
`,
    line: 9,
    code: "gate/directive",
  },
  {
    name: "a module that is added to",
    source: `import { okta } from 'okta'

export const title = 'Users by risk'

declare module 'okta' {
  interface User {
    riskScore: string
  }
}

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => ({ id: user.id, risk: user.riskScore }))
}
`,
    line: 5,
  },
  {
    name: "in",
    source: `import { okta } from 'okta'

export const title = 'Apps and owners'

export default async function () {
  const apps = await okta.listApplications().all()
  return apps.map((app) => ({
    app: app.label,
    owner: 'owner' in app ? String(app.owner) : null,
  }))
}
`,
    line: 9,
    code: "gate/in",
  },
  {
    name: "a made-up column",
    source: `import { okta } from 'okta'

export const title = 'Users and their MFA'

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => ({
    login: user.profile.login,
    mfaStatus: 'enrolled',
  }))
}
`,
    line: 9,
    code: "origins/literal-column",
  },
  {
    name: "a column that misleads",
    source: `import { okta } from 'okta'

export const title = 'Users by last sign-in'

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => ({
    login: user.profile.login,
    lastLogin: user.lastUpdated,
  }))
}
`,
    line: 9,
    code: "origins/misleading-name",
  },
  {
    name: "a made-up list",
    source: `import { okta } from 'okta'

export const title = 'Departments'

export default async function () {
  const departments = ['Sales', 'Finance']
  const users = await okta.listUsers().all()
  return departments.map((team) => ({
    team,
    users: users.length,
  }))
}
`,
    line: 9,
    code: "origins/literal-column",
  },
];
