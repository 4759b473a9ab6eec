import type { MistakenSnippet } from "../mistaken-snippet.ts";

/** Filters over users and groups that Okta refuses or answers wrongly, and values put into them unsafely. */
export const userAndGroupFilters: readonly MistakenSnippet[] = [
  {
    name: "a users search by last sign-in",
    source: `import { okta, daysAgo, filter } from 'okta'

export const title = 'Users without a sign-in'

export default async function () {
  const cutoff = daysAgo(90)
  const users = await okta
    .listUsers({
      search: filter\`status eq "ACTIVE" and lastLogin lt \${cutoff}\`,
    })
    .all()
  return users.map((user) => ({ login: user.profile.login }))
}
`,
    line: 9,
  },
  {
    name: "a users search by an attribute outside the profile",
    source: `import { okta } from 'okta'

export const title = 'Sales'

export default async function () {
  const all = await okta.listUsers({ search: 'department eq "Sales"' }).all()
  return all.map((one) => ({ login: one.profile.login }))
}
`,
    line: 6,
  },
  {
    name: "a users search by an attribute that the org lacks",
    source: `import { okta } from 'okta'

export const title = 'Contracts that end'

export default async function () {
  const all = await okta.listUsers({ search: 'profile.contractEnd lt "2027-01-01"' }).all()
  return all.map((one) => ({ login: one.profile.login }))
}
`,
    line: 6,
  },
  {
    name: "a users search with ne",
    source: `import { okta } from 'okta'

export const title = 'Users who are here'

export default async function () {
  const all = await okta.listUsers({ search: 'status ne "DEPROVISIONED"' }).all()
  return all.map((one) => ({ login: one.profile.login }))
}
`,
    line: 6,
  },
  {
    name: "a users search with not",
    source: `import { okta } from 'okta'

export const title = 'Users without a department'

export default async function () {
  const all = await okta.listUsers({ search: 'not (profile.department pr)' }).all()
  return all.map((one) => ({ login: one.profile.login }))
}
`,
    line: 6,
  },
  {
    name: "a users search with contains on the department",
    source: `import { okta } from 'okta'

export const title = 'Engineers'

export default async function () {
  const all = await okta.listUsers({ search: 'profile.department co "Eng"' }).all()
  return all.map((one) => ({ login: one.profile.login }))
}
`,
    line: 6,
  },
  {
    name: "a users search for an unknown status",
    source: `import { okta } from 'okta'

export const title = 'Inactive users'

export default async function () {
  const all = await okta.listUsers({ search: 'status eq "INACTIVE"' }).all()
  return all.map((one) => ({ login: one.profile.login }))
}
`,
    line: 6,
  },
  {
    name: "a users filter by department",
    source: `import { okta } from 'okta'

export const title = 'Sales'

export default async function () {
  const all = await okta.listUsers({ filter: 'profile.department eq "Sales"' }).all()
  return all.map((one) => ({ login: one.profile.login }))
}
`,
    line: 6,
  },
  {
    name: "search and filter together",
    source: `import { okta } from 'okta'

export const title = 'Active people of Sales'

export default async function () {
  const users = await okta
    .listUsers({ search: 'profile.department eq "Sales"', filter: 'status eq "ACTIVE"' })
    .all()
  return users.map((user) => ({ login: user.profile.login }))
}
`,
    line: 7,
  },
  {
    name: "a groups search with ne",
    source: `import { okta } from 'okta'

export const title = 'Groups'

export default async function () {
  const all = await okta.listGroups({ search: 'type ne "BUILT_IN"' }).all()
  return all.map((one) => ({ name: one.profile.name }))
}
`,
    line: 6,
  },
  {
    name: "a groups search by a name outside the profile",
    source: `import { okta } from 'okta'

export const title = 'Groups for apps'

export default async function () {
  const all = await okta.listGroups({ search: 'name sw "App-"' }).all()
  return all.map((one) => ({ name: one.profile.name }))
}
`,
    line: 6,
  },
  {
    name: "a groups filter by name",
    source: `import { okta } from 'okta'

export const title = 'One group'

export default async function () {
  const all = await okta.listGroups({ filter: 'profile.name eq "Sales"' }).all()
  return all.map((one) => ({ name: one.profile.name }))
}
`,
    line: 6,
  },
  {
    name: "a filter with a missing quote",
    source: `import { okta } from 'okta'

export const title = 'Sales'

export default async function () {
  const all = await okta.listUsers({ search: 'profile.department eq "Sales' }).all()
  return all.map((one) => ({ login: one.profile.login }))
}
`,
    line: 6,
  },
  {
    name: "a filter in the style of code",
    source: `import { okta } from 'okta'

export const title = 'Active users'

export default async function () {
  const all = await okta.listUsers({ search: 'status == "ACTIVE"' }).all()
  return all.map((one) => ({ login: one.profile.login }))
}
`,
    line: 6,
  },
  {
    name: "a value pasted into a search",
    source: `import { okta } from 'okta'

export const title = 'A department'
export const params = { department: 'Sales' }

export default async function ({ department }: typeof params) {
  const all = await okta.listUsers({ search: \`profile.department eq "\${department}"\` }).all()
  return all.map((one) => ({ login: one.profile.login }))
}
`,
    line: 7,
    code: "filter/not-readable",
  },
  {
    name: "a search given as a parameter",
    source: `import { okta } from 'okta'

export const title = 'Some users'
export const params = { condition: 'status eq "ACTIVE"' }

export default async function ({ condition }: typeof params) {
  const all = await okta.listUsers({ search: condition }).all()
  return all.map((one) => ({ login: one.profile.login }))
}
`,
    line: 7,
    code: "filter/not-readable",
  },
  {
    name: "a value in quotes inside the tag",
    source: `import { okta, filter } from 'okta'

export const title = 'A department'
export const params = { department: 'Sales' }

export default async function ({ department }: typeof params) {
  const all = await okta.listUsers({ search: filter\`profile.department eq "\${department}"\` }).all()
  return all.map((one) => ({ login: one.profile.login }))
}
`,
    line: 7,
  },
  {
    name: "a value added to a search",
    source: `import { okta } from 'okta'

export const title = 'One user'
export const params = { login: 'ada@example.com' }

export default async function ({ login }: typeof params) {
  const search = 'profile.login eq "' + login + '"'
  const users = await okta.listUsers({ search }).all()
  return users.map((user) => ({ login: user.profile.login }))
}
`,
    line: 8,
    code: "filter/not-readable",
  },
  {
    name: "a search joined from parts",
    source: `import { okta } from 'okta'

export const title = 'Some users'
export const params = { ids: ['00u1', '00u2'] }

export default async function ({ ids }: typeof params) {
  const parts = ids.map((id) => \`id eq "\${id}"\`)
  const users = await okta.listUsers({ search: parts.join(' or ') }).all()
  return users.map((user) => ({ login: user.profile.login }))
}
`,
    line: 8,
    code: "filter/not-readable",
  },
];
