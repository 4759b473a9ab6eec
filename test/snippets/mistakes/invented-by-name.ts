import type { MistakenSnippet } from "../mistaken-snippet.ts";

/** Fields that the answers do not have, looked for by their names. */
export const inventedByName: readonly MistakenSnippet[] = [
  {
    name: "a default before the answer",
    source: `import { okta } from 'okta'

export const title = 'Users by risk'

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => {
    const { riskScore } = { riskScore: 'none', ...user }
    return { login: user.profile.login, riskScore }
  })
}
`,
    line: 8,
  },
  {
    name: "an answer assigned onto a default",
    source: `import { okta } from 'okta'

export const title = 'Users by risk'

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => {
    const seen = Object.assign({ riskScore: 'none' }, user)
    return { login: seen.profile.login, riskScore: seen.riskScore }
  })
}
`,
    line: 9,
  },
  {
    name: "the rest of a profile by name",
    source: `import { okta } from 'okta'

export const title = 'Users by risk'

export default async function () {
  const users = await okta.listUsers().all()
  return users.map(({ profile: { login, ...rest } }) => {
    const risk = Object.entries(rest).find(([key]) => key === 'riskScore')?.[1]
    return { login, risk: typeof risk === 'string' ? risk : null }
  })
}
`,
    line: 8,
  },
  {
    name: "a helper that reads by name",
    source: `import { okta } from 'okta'

export const title = 'Users by risk'

function valueOf(from: object, name: string): string | null {
  const entry = Object.entries(from).find(([key]) => key === name)
  return typeof entry?.[1] === 'string' ? entry[1] : null
}

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => ({ login: user.profile.login, risk: valueOf(user.profile, 'riskScore') }))
}
`,
    line: 6,
  },
  {
    name: "fromEntries of entries",
    source: `import { okta } from 'okta'

export const title = 'Users by risk'

export default async function () {
  const users = await okta.listUsers().all()
  return users.map((user) => {
    const copy = Object.fromEntries(Object.entries(user))
    const risk = copy['riskScore']
    return { login: user.profile.login, risk: typeof risk === 'string' ? risk : null }
  })
}
`,
    line: 9,
  },
];
