import type { MistakenSnippet } from "../mistaken-snippet.ts";

/** Values that Okta does not know, compared where the compiler cannot see it. */
export const hiddenValues: readonly MistakenSnippet[] = [
  {
    name: "a list of statuses with one that does not exist",
    source: `import { okta } from 'okta'

export const title = 'Users who cannot sign in'

const blocked = ['SUSPENDED', 'DISABLED', 'DEPROVISIONED']

export default async function () {
  const users = await okta.listUsers({ search: 'created gt "1970-01-01T00:00:00.000Z"' }).all()
  const found = users.filter((user) => blocked.includes(user.status))
  return found.map((user) => ({ login: user.profile.login, status: user.status }))
}
`,
    line: 9,
    code: "origins/no-such-value",
  },
  {
    name: "a Set of factor types with one that does not exist",
    source: `import { okta, each } from 'okta'

export const title = 'Users with a phone factor'

const phone = new Set(['sms', 'voice'])

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  return each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    return { login: user.profile.login, phones: factors.filter((one) => phone.has(one.factorType)).length }
  })
}
`,
    line: 11,
    code: "origins/no-such-value",
  },
  {
    name: "a status that does not exist in a helper",
    source: `import { okta } from 'okta'

export const title = 'Disabled apps'

const isDisabled = (one: { status: string }): boolean => one.status === 'DISABLED'

export default async function () {
  const apps = await okta.listApplications().all()
  return apps.filter(isDisabled).map((app) => ({ app: app.label, status: app.status }))
}
`,
    line: 5,
    code: "origins/no-such-value",
  },
];
