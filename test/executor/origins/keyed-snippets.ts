import { styled, type StyledSnippet } from "./styled.ts";

const users = "  const users = await okta.listUsers({}).all()";

/** Styles in which names of properties, and keys of Maps, are values that were read. */
export const keyedSnippets: Readonly<Record<string, StyledSnippet>> = {
  "groups of an object, with a text for those without": styled(`${users}
  return Object.entries(Object.groupBy(users, (user) => user.profile.department ?? 'none')).map(([department, list = []]) => ({
    department, count: list.length, first: list[0]?.profile.login ?? null,
  }))`),
  "groups of an object by a value alone": styled(`${users}
  return Object.entries(Object.groupBy(users, ({ status }) => status)).map(([status, list = []]) => ({
    status, count: list.length, logins: list.map((user) => user.profile.login),
  }))`),
  "groups of a map, with a text for those without": styled(`${users}
  return [...Map.groupBy(users, (user) => user.profile.department ?? 'none')].map(([department, list]) => ({
    department, count: list.length,
  }))`),
  "groups of a map by a value alone": styled(`${users}
  return Array.from(Map.groupBy(users, (user) => user.status), ([status, list]) => ({
    status, count: list.length, newest: list.map((user) => user.created).sort().at(-1) ?? null,
  }))`),
  "groups of a snippet's own objects": styled(`${users}
  const rows = users.map((user) => ({ login: user.profile.login, status: user.status }))
  return [...Map.groupBy(rows, (row) => row.status).entries()].map(([status, list]) => ({
    status, count: list.length, logins: list.map((row) => row.login),
  }))`),
  "groups of texts, with their number": styled(`${users}
  const logins = users.map((user) => user.profile.login)
  return Object.entries(Object.groupBy(logins, (login) => login.slice(0, 5))).map(([start, list = []]) => ({
    start, count: list.length, last: list.at(-1) ?? null,
  }))`),
  "a total that is spread, and a name worked out": styled(`${users}
  const counts = users.reduce<Record<string, number>>(
    (total, user) => ({ ...total, [user.profile.department ?? 'none']: (total[user.profile.department ?? 'none'] ?? 0) + 1 }),
    {},
  )
  return Object.entries(counts).map(([department, count]) => ({ department, count }))`),
  "objects of one worked out name": styled(`${users}
  return users.map((user) => ({ [user.status]: user.profile.login })).flatMap((one) => Object.entries(one)).map(
    ([status, login]) => ({ status, login }),
  )`),
  "an object made of a map": styled(`${users}
  const counts = new Map<string, number>()
  for (const { profile } of users) counts.set(profile.department ?? 'none', (counts.get(profile.department ?? 'none') ?? 0) + 1)
  return Object.entries(Object.fromEntries(counts)).map(([department, count]) => ({ department, count }))`),
  "pairs of a number and a value in a map": styled(`${users}
  const totals = new Map<string, [number, string]>()
  for (const user of users) {
    const [count, newest] = totals.get(user.status) ?? [0, '']
    totals.set(user.status, [count + 1, user.created > newest ? user.created : newest])
  }
  return [...totals].map(([status, [count, newest]]) => ({ status, count, newest }))`),
  "a helper that takes any number of values": styled(`${users}
  const put = (separator: string, ...parts: (string | null | undefined)[]) => parts.filter((one) => one).join(separator)
  const first = (...[one = 'none']: string[]) => one
  return users.map(({ id, profile }) => ({ name: put(' ', profile.firstName, profile.lastName), first: first(id) }))`),
  "positions in what Array.from walks": styled(`${users}
  return Array.from(users, ({ id, status }, index) => ({ place: index + 1, id, status }))`),
};
