import { styled, type StyledSnippet } from "./styled.ts";

const users = "  const users = await okta.listUsers({}).all()";
const active = "new Set(users.filter((user) => user.status === 'ACTIVE').map((user) => user.id))";
const sales = "new Set(users.filter((user) => user.profile.department === 'Sales').map((user) => user.id))";

/** Styles with what the language has had of late: what Sets make of two, the methods of iterators, and parts of texts. */
export const setSnippets: Readonly<Record<string, StyledSnippet>> = {
  "a union of sets": styled(`${users}
  const [active, sales] = [${active}, ${sales}]
  return [...active.union(sales)].map((id) => ({ id, inSales: sales.has(id) }))`),
  "an intersection of sets": styled(`${users}
  const both = ${active}.intersection(${sales})
  return users.filter((user) => both.has(user.id)).map((user) => ({ id: user.id, ofBoth: both.size }))`),
  "a difference of sets, and what is said of both": styled(`${users}
  const all = new Set(users.map((user) => user.id))
  const sales = ${sales}
  const only = all.difference(sales)
  return Array.from(only, (id) => ({
    id, left: only.size, isPart: only.isSubsetOf(all), isApart: only.isDisjointFrom(sales), isWhole: all.isSupersetOf(only),
  }))`),
  "what stands in one of two sets": styled(`${users}
  const emails = new Set(users.map((user) => user.profile.email))
  return [...emails.symmetricDifference(new Set(users.map((user) => user.profile.login)))].map((address) => ({ address }))`),
  "a set met with a map": styled(`${users}
  const byId = new Map(users.map((user) => [user.id, user]))
  return [...${active}.intersection(byId)].map((id) => ({ id, login: byId.get(id)?.profile.login ?? null }))`),
  "methods of an iterator": styled(`${users}
  return users.values().filter((user) => user.status === 'ACTIVE').drop(1).take(5)
    .map((user, index) => ({ index, login: user.profile.login })).toArray()`),
  "an iterator of a map": styled(`${users}
  const counts = new Map<string, number>()
  for (const { status } of users) counts.set(status, (counts.get(status) ?? 0) + 1)
  const most = counts.keys().next().value ?? null
  return counts.entries().map(([status, count]) => ({ status, count, most })).toArray()`),
  "positions and items": styled(`${users}
  return users.entries().filter(([, user]) => user.status === 'ACTIVE').map(([index, user]) => ({ index, id: user.id })).toArray()`),
  "characters of texts": styled(`${users}
  return users.map(({ id, profile }) => {
    const last = profile.login.length - 1
    const initials = \`\${profile.firstName?.[0] ?? ''}\${profile.lastName?.charAt(0) ?? ''}\`
    return { id, initials, start: profile.login[0] ?? '', end: profile.login[last] ?? '-' }
  })`),
};
