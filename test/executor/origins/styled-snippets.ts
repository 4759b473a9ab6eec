import { compoundSnippets } from "./compound-snippets.ts";
import { countedSnippets } from "./counted-snippets.ts";
import { keyedSnippets } from "./keyed-snippets.ts";
import { setSnippets } from "./set-snippets.ts";
import { styled, type StyledSnippet } from "./styled.ts";

/** Snippets in the styles in which people and models write them. */
export const styledSnippets: Readonly<Record<string, StyledSnippet>> = {
  ...compoundSnippets,
  ...countedSnippets,
  ...keyedSnippets,
  ...setSnippets,
  "the demo question": styled(
    `  const target = named(await okta.listApplications({}).all(), 'label', app)
  const assigned = await okta.listApplicationUsers({ appId: target.id, expand: 'user' }).all()
  const active = assigned.filter((one) => one._embedded.user.status === 'ACTIVE')
  const rows = await each(active, async (one) => {
    const user = one._embedded.user
    const factors = await okta.listFactors({ userId: user.id }).all()
    const counting = factors.filter((factor) => factor.status === 'ACTIVE' && factor.factorType !== 'question')
    return { login: user.profile.login, status: user.status, activeFactors: counting.length }
  })
  return rows.filter((row) => row.activeFactors < 3)`,
    { app: "GitHub" },
  ),
  "guards in a walk": styled(`  const rows: { login: string; since: string | null }[] = []
  for await (const user of okta.listUsers({})) {
    if (user.status !== 'ACTIVE') continue
    if (user.profile.userType === 'Contractor') continue
    rows.push({ login: user.profile.login, since: user.statusChanged })
  }
  return rows`),
  "variables and a map": styled(`  const users = await okta.listUsers({}).all()
  const byId = new Map(users.map((user) => [user.id, user]))
  return users.map((user) => {
    const managerId = user.profile.managerId
    const manager = managerId ? byId.get(managerId) : undefined
    const managerLogin = manager?.profile.login ?? 'nobody'
    const login = user.profile.login
    return { login, managerLogin }
  })`),
  "nested patterns": styled(`  const users = await okta.listUsers({}).all()
  return users.map(({ id, status, profile: { login, department = 'none', ...others } }) => ({
    id, status, login, department: department ?? 'none', name: \`\${others.firstName} \${others.lastName}\`,
  }))`),
  "a chain": styled(`  const users = await okta.listUsers({}).all()
  return users
    .filter((user) => user.status === 'ACTIVE')
    .toSorted((a, b) => a.created.localeCompare(b.created))
    .slice(0, 5)
    .map((user) => ({ login: user.profile.login, created: user.created, email: user.profile.email }))`),
  "reads at once":
    styled(`  const [users, groups] = await Promise.all([okta.listUsers({}).all(), okta.listGroups({}).all()])
  return groups.map((group) => ({ group: group.profile.name ?? '', users: users.length, share: users.length / groups.length }))`),
  "objects under worked out keys, spread and joined":
    styled(`  const [users, groups] = await Promise.all([okta.listUsers({}).all(), okta.listGroups({}).all()])
  const byStatus = users.reduce<Record<string, { status: string; users: number }>>((acc, user) => {
    const current = acc[user.status] ?? { status: user.status, users: 0 }
    return { ...acc, [user.status]: { ...current, users: current.users + 1 } }
  }, {})
  const logins = Object.fromEntries(users.map((user) => [user.id, user.profile.login]))
  const names = Object.fromEntries(groups.map((group) => [group.id, group.profile.name ?? '']))
  return Object.entries({ ...logins, ...names }).map(([id, label]) => ({
    id,
    label,
    users: Object.values(byStatus).find((one) => one.status === 'ACTIVE')?.users ?? 0,
  }))`),
  "groupings and two spreads": styled(`  const users = await okta.listUsers({}).all()
  const flat = users.map((user) => ({ ...user.profile, ...user }))
  const byStatus = Map.groupBy(flat, (one) => one.status)
  const byDepartment = Object.groupBy(flat, (one) => one.department?.toLowerCase() ?? 'none')
  return flat.map((one) => ({
    id: one.id,
    login: one.login,
    created: one.created,
    ofStatus: byStatus.get(one.status)?.length ?? 0,
    ofDepartment: byDepartment[one.department?.toLowerCase() ?? 'none']?.length ?? 0,
  }))`),
  "a map of texts": styled(`  const users = await okta.listUsers({}).all()
  const names = new Map<string, string>()
  for (const user of users) names.set(user.id, user.profile.login)
  const assigned = await okta.listApplicationUsers({ appId: 'a0' }).all()
  return assigned.map((one) => ({ id: one.id ?? '', login: names.get(one.id ?? '') ?? 'unknown' }))`),
  "a spread of a profile": styled(`  const users = await okta.listUsers({}).all()
  return users.map((user) => {
    const { title, ...profile } = user.profile
    return { ...profile, id: user.id, email: profile.email.toLowerCase(), note: title ?? null }
  }).map(({ id, login, email, note }) => ({ id, login, email, note }))`),
  "list cells": styled(`  const users = await okta.listUsers({}).all()
  return each(users, async (user) => {
    const roles = await okta.listAssignedRolesForUser({ userId: user.id }).all()
    return { login: user.profile.login, roles: roles.map((role) => role.label ?? ''), upper: roles.map((role) => (role.label ?? '').toUpperCase()) }
  })`),
  "a response list in a cell": styled(`  const apps = await okta.listApplications({}).all()
  return apps.map((app) => ({ label: app.label, features: app.features ?? [] }))`),
  "a row in steps": styled(`  const rows = []
  for (const user of await okta.listUsers({}).all()) {
    const row: { login: string; department: string; stale: boolean; kind: string } = { login: user.profile.login, department: '', stale: false, kind: 'employee' }
    if (user.profile.department) row.department = user.profile.department
    row.stale = isBefore(user.lastLogin, daysAgo(30))
    if (user.profile.userType === 'Contractor') row.kind = 'contractor'
    rows.push(row)
  }
  return rows`),
  "counters in an object": styled(`  const counts: Record<string, number> = {}
  for (const user of await okta.listUsers({}).all()) counts[user.status] = (counts[user.status] ?? 0) + 1
  return Object.entries(counts).map(([status, users]) => ({ status, users }))`),
  "a reduce to an object": styled(`  const users = await okta.listUsers({}).all()
  const byDepartment = users.reduce<Record<string, { department: string; logins: string[] }>>((all, user) => {
    const department = user.profile.department ?? 'none'
    const entry = all[department] ?? { department, logins: [] }
    entry.logins.push(user.profile.login)
    all[department] = entry
    return all
  }, {})
  return Object.values(byDepartment).map((entry) => ({ department: entry.department, logins: entry.logins, first: entry.logins[0] ?? '' }))`),
  "a map of totals":
    styled(`  const totals = new Map<string, { actor: string; failures: number; addresses: Set<string> }>()
  for await (const event of okta.listLogEvents({ since: daysAgo(7) })) {
    const actor = event.actor?.alternateId ?? 'unknown'
    const total = totals.get(actor) ?? { actor, failures: 0, addresses: new Set<string>() }
    if (event.outcome?.result === 'FAILURE') total.failures += 1
    if (event.client?.ipAddress) total.addresses.add(event.client.ipAddress)
    totals.set(actor, total)
  }
  return [...totals.values()].map((one) => ({ actor: one.actor, failures: one.failures, addresses: [...one.addresses], places: one.addresses.size }))`),
  "a row helper": styled(
    `  const users = await okta.listUsers({}).all()
  return users.map(toRow)`,
    {},
    `const fullName = (first: string | null | undefined, last: string | null | undefined) => \`\${first ?? ''} \${last ?? ''}\`
function toRow(user: { id: string; created: string; profile: { login: string; firstName?: string | null; lastName?: string | null } }) {
  return { id: user.id, login: user.profile.login, created: user.created, name: fullName(user.profile.firstName, user.profile.lastName) }
}`,
  ),
  "two lists": styled(`  const groups = await okta.listGroups({}).all()
  const sales = named(groups, 'profile.name', 'Sales')
  const contractors = named(groups, 'profile.name', 'Contractors')
  const [inside, outside] = await Promise.all([okta.listGroupUsers({ groupId: sales.id }).all(), okta.listGroupUsers({ groupId: contractors.id }).all()])
  const outsideIds = new Set(outside.map((user) => user.id))
  return inside.map((user) => ({ login: user.profile.login, both: outsideIds.has(user.id) }))`),
  "a flat map": styled(`  const groups = await okta.listGroups({}).all()
  const pairs = await each(groups, async (group) => {
    const members = await okta.listGroupUsers({ groupId: group.id }).all()
    return members.map((user) => ({ group: group.profile.name ?? '', login: user.profile.login, status: user.status }))
  })
  return pairs.flat()`),
  dates: styled(`  const users = await okta.listUsers({}).all()
  return users.map((user) => ({
    login: user.profile.login,
    days: daysSince(user.lastLogin) ?? -1,
    day: dayOf(user.created),
    year: new Date(user.created).getUTCFullYear(),
    since: daysAgo(30),
    midnight: startOfDay(dayOf(user.created), 1),
  }))`),
  "an index by hand": styled(`  const index: Record<string, { login: string; email: string }> = {}
  const users = await okta.listUsers({}).all()
  users.forEach((user) => { index[user.id] = { login: user.profile.login, email: user.profile.email } })
  const admins = await okta.listUsersWithRoleAssignments({}).all()
  return admins.map((admin) => {
    const found = index[admin.id ?? '']
    return { id: admin.id ?? '', login: found?.login ?? 'unknown', email: found ? found.email : 'unknown' }
  })`),
  "the latest": styled(`  const users = await okta.listUsers({}).all()
  return each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    let latest = ''
    let type: string | null = null
    for (const factor of factors) {
      const created = factor.created ?? ''
      if (created > latest) {
        latest = created
        type = factor.factorType
      }
    }
    return { login: user.profile.login, latest, type }
  })`),
  "groups by hand": styled(`  const byDepartment = new Map<string, string[]>()
  for (const user of await okta.listUsers({}).all()) {
    const department = user.profile.department ?? 'none'
    const logins = byDepartment.get(department)
    if (logins) logins.push(user.profile.login)
    else byDepartment.set(department, [user.profile.login])
  }
  return [...byDepartment].map(([department, logins]) => ({ department, logins, count: logins.length }))`),
  "a generic helper": styled(
    `  const users = await okta.listUsers({}).all()
  const apps = await okta.listApplications({}).all()
  const statuses = new Set(pluck(users, 'status'))
  return apps.map((app, index) => ({ label: read(app, 'label'), user: read(users[index]?.profile ?? { login: 'none' }, 'login'), statuses: statuses.size }))`,
    {},
    `function read<T, K extends keyof T>(one: T, key: K): T[K] { return one[key] }
function pluck<T, K extends keyof T>(list: readonly T[], key: K): T[K][] { return list.map((one) => one[key]) }`,
  ),
  "asynchronous helpers": styled(
    `  const users = await okta.listUsers({}).all()
  return each(users, async (user) => {
    const first = await firstFactor(user.id)
    return { login: user.profile.login, first, groups: await groupNames(user.id) }
  })`,
    {},
    `async function firstFactor(userId: string) {
  const factors = await okta.listFactors({ userId }).all()
  return factors[0]?.factorType ?? 'none'
}
const groupNames = async (id: string) => (await okta.listUserGroups({ id }).all()).map((group) => group.profile.name ?? '')`,
  ),
  "one summary row": styled(`  const users = await okta.listUsers({}).all()
  const active = users.filter((user) => user.status === 'ACTIVE')
  const oldest = users.toSorted((a, b) => a.created < b.created ? -1 : 1)[0]
  return [{ users: users.length, active: active.length, share: Math.round((active.length / users.length) * 100), oldest: oldest?.profile.login ?? null }]`),
  "nested choices": styled(`  const users = await okta.listUsers({}).all()
  return users.map((user) => ({
    login: user.profile.login,
    state: user.lastLogin === null ? 'never' : isBefore(user.lastLogin, daysAgo(30)) ? 'stale' : 'fresh',
    contact: user.profile.secondEmail ?? user.profile.email ?? 'none',
    label: user.profile.department ? user.profile.department : user.profile.userType ?? 'other',
    known: Boolean(user.profile.title) && user.status === 'ACTIVE',
  }))`),
  "merged objects": styled(`  const users = await okta.listUsers({}).all()
  const base = users.map((user) => ({ id: user.id, login: user.profile.login }))
  return base.map((row, index) => Object.assign({}, row, { status: users[index]?.status ?? 'unknown' })).map((row) => ({ ...row, copied: row.login }))`),
  "accessor table": styled(
    `  const columns = { login: (user: User) => user.profile.login, department: (user: User) => user.profile.department ?? 'none' }
  const users = await okta.listUsers({}).all()
  return users.map((user) => ({ login: columns.login(user), department: columns.department(user) }))`,
    {},
    "type User = { profile: { login: string; department?: string | null } }",
  ),
  "set arithmetic":
    styled(`  const [first, second] = await Promise.all([okta.listGroupUsers({ groupId: 'g1' }).all(), okta.listGroupUsers({ groupId: 'g2' }).all()])
  const seen = new Set<string>()
  for (const user of first) seen.add(user.profile.login)
  for (const user of second) seen.delete(user.profile.login)
  return [...seen].map((login) => ({ login }))`),
  "nested maps": styled(`  const byDepartment = new Map<string, Map<string, number>>()
  for (const user of await okta.listUsers({}).all()) {
    const department = user.profile.department ?? 'none'
    const inner = byDepartment.get(department) ?? new Map<string, number>()
    inner.set(user.status, (inner.get(user.status) ?? 0) + 1)
    byDepartment.set(department, inner)
  }
  return [...byDepartment].flatMap(([department, inner]) => [...inner].map(([status, users]) => ({ department, status, users })))`),
  "least and greatest": styled(`  const users = await okta.listUsers({}).all()
  return each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    const dates = factors.map((factor) => factor.created ?? '').toSorted()
    const numbers = factors.map((factor) => (factor.factorType ?? '').length)
    return { login: user.profile.login, first: dates[0] ?? 'none', last: dates.at(-1) ?? 'none', widest: Math.max(0, ...numbers) }
  })`),
  "a loop over names": styled(`  const users = await okta.listUsers({}).all()
  return users.map((user) => {
    const row = { login: '', email: '', firstName: '' }
    for (const name of ['login', 'email', 'firstName'] as const) row[name] = user.profile[name] ?? ''
    return row
  })`),
  "a zip": styled(`  const users = await okta.listUsers({}).all()
  const apps = await okta.listApplications({}).all()
  const rows = []
  for (let index = 0; index < users.length; index += 1) {
    const user = users[index]
    const app = apps[index]
    if (!user) continue
    rows.push({ number: index, login: user.profile.login, app: app?.label ?? 'none' })
  }
  return rows`),
  "a swap": styled(`  const users = await okta.listUsers({}).all()
  return users.map((user) => {
    let left = user.profile.login
    let right = user.profile.email
    if (user.status === 'ACTIVE') [left, right] = [right, left]
    return { left, right }
  })`),
  "a switch": styled(`  const users = await okta.listUsers({}).all()
  return users.map((user) => {
    let word: string
    switch (user.status) {
      case 'ACTIVE': word = 'in use'; break
      case 'STAGED': word = user.profile.login; break
      default: word = user.status
    }
    return { id: user.id, word }
  })`),
  "a sort of texts": styled(`  const users = await okta.listUsers({}).all()
  const logins = users.map((user) => user.profile.login)
  logins.sort()
  logins.reverse()
  return logins.map((login, index) => ({ rank: index + 1, login }))`),
  "a cache of reads": styled(`  const known = new Map<string, Promise<string>>()
  const loginOf = (id: string) => {
    const before = known.get(id)
    if (before) return before
    const read = okta.getUser({ id }).then((user) => user.profile.login)
    known.set(id, read)
    return read
  }
  const admins = await okta.listUsersWithRoleAssignments({}).all()
  return each(admins, async (admin) => ({ id: admin.id ?? '', login: await loginOf(admin.id ?? '') }))`),
  "responses as rows": styled(`  const users = await okta.listUsers({}).all()
  return users.map((user) => user.profile).map(({ login, email, userType }) => ({ login, email, userType: userType ?? null }))`),
  "parameters in cells": styled(
    `  const users = await okta.listUsers({}).all()
  const wanted = users.filter((user) => types.includes(user.profile.userType ?? ''))
  return wanted.map((user) => ({ login: user.profile.login, asked: types, over: days, old: (daysSince(user.created) ?? 0) > days }))`,
    { types: ["Contractor"], days: 10 },
  ),
  "a concurrent variable": styled(`  const users = await okta.listUsers({}).all()
  let last = ''
  const rows = await each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    last = user.profile.login
    return { login: user.profile.login, factors: factors.length, any: factors.some((factor) => factor.status === 'ACTIVE') }
  })
  return rows.map((row) => ({ ...row, last }))`),
  "a failure allowed for": styled(`  const users = await okta.listUsers({}).all()
  return each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all().orUnknown()
    return { login: user.profile.login, factors: notKnown(factors) ? factors : factors.length }
  })`),
  "a while loop": styled(`  const users = await okta.listUsers({}).all()
  const byId = new Map(users.map((user) => [user.id, user]))
  const rows = []
  for (const user of users.slice(0, 6)) {
    let top = user
    let steps = 0
    while (steps < 3) {
      const above = byId.get(top.profile.managerId ?? '')
      if (!above || above.id === top.id) break
      top = above
      steps++
    }
    rows.push({ login: user.profile.login, top: top.profile.login, steps })
  }
  return rows`),
  "indexes and pops": styled(`  const users = await okta.listUsers({}).all()
  const queue = users.map((user) => user.profile.login)
  const rows: { login: string; next: string }[] = []
  while (queue.length > 1) {
    const login = queue.shift() ?? ''
    rows.push({ login, next: queue[0] ?? '' })
  }
  return rows`),
  "a curried helper": styled(
    `  const users = await okta.listUsers({}).all()
  const byStatus = hasStatus('ACTIVE')
  return users.filter(byStatus).map((user) => ({ login: user.profile.login, hidden: mask('***')(user.profile.email) }))`,
    {},
    `const hasStatus = (status: string) => (user: { status: string }) => user.status === status
const mask = (text: string) => (value: string) => value.includes('shared') ? text : value`,
  ),
  "entries of a profile": styled(`  const users = await okta.listUsers({}).all()
  return users.flatMap((user) => {
    const { firstName, lastName } = user.profile
    return Object.entries({ firstName, lastName }).map(([name, value]) => ({ login: user.profile.login, name, value: value ?? null }))
  })`),
  "targets by type": styled(`  const events = await okta.listLogEvents({}).all()
  return events.map((event) => ({
    id: event.uuid ?? '',
    user: targetOf(event, 'User')?.alternateId ?? null,
    group: targetOf(event, 'UserGroup')?.displayName ?? null,
  }))`),
  "an optional chain of calls": styled(`  const events = await okta.listLogEvents({}).all()
  return events.map((event) => ({
    id: event.uuid ?? '',
    target: event.target?.[0]?.displayName ?? 'none',
    targets: event.target?.map((one) => one.displayName ?? '').join(', ') ?? '',
    first: event.actor?.alternateId?.split('@')[0] ?? null,
  }))`),
  "groupings by reduce to a map": styled(`  const users = await okta.listUsers({}).all()
  const grouped = users.reduce((all, user) => {
    const list = all.get(user.profile.userType ?? 'none') ?? []
    list.push(user)
    return all.set(user.profile.userType ?? 'none', list)
  }, new Map<string, typeof users[number][]>())
  return Array.from(grouped, ([type, list]) => ({ type, users: list.length, first: list[0]?.profile.login ?? null }))`),
  "conditional spreads": styled(`  const users = await okta.listUsers({}).all()
  return users.map((user) => {
    const extra = user.profile.title ? { title: user.profile.title } : { title: 'none' }
    return { login: user.profile.login, ...extra, ...(user.status === 'ACTIVE' ? { state: 'yes' } : { state: user.status }) }
  })`),
};
