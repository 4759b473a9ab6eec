import { styled, type StyledSnippet } from "./styled.ts";

/** Snippets for compound questions, which join, group and count in one go. */
export const compoundSnippets: Readonly<Record<string, StyledSnippet>> = {
  "admins both ways": styled(
    `  const admins = await okta.listUsersWithRoleAssignments({}).all()
  const rows = await each(admins, async (admin) => {
    const [user, roles] = await Promise.all([okta.getUser({ id: admin.id ?? '' }), okta.listAssignedRolesForUser({ userId: admin.id ?? '' }).all()])
    const labels = [...new Set(roles.map((role) => role.label ?? 'custom'))].toSorted()
    return { user, roles, labels }
  })
  return rows
    .filter(({ user }) => isBefore(user.lastLogin ?? null, daysAgo(days)))
    .map(({ user, roles, labels }) => ({
      login: user.profile?.login ?? '', lastLogin: user.lastLogin ?? null, neverSignedIn: user.lastLogin == null,
      roles: labels, direct: roles.filter((role) => role.assignmentType === 'USER').length,
      super: roles.some((role) => role.type === 'SUPER_ADMIN'),
    }))
    .toSorted((a, b) => (a.lastLogin ?? '').localeCompare(b.lastLogin ?? ''))`,
    { days: 30 },
  ),
  matrix: styled(`  const groups = (await okta.listGroups({}).all()).filter((group) => group.type === 'OKTA_GROUP')
  const membersByGroup = new Map(await each(groups, async (group) => [group.profile.name ?? '', new Set((await okta.listGroupUsers({ groupId: group.id }).all()).map((user) => user.id))] as const))
  const users = await okta.listUsers({}).all()
  return users.map((user) => ({
    login: user.profile.login,
    sales: membersByGroup.get('Sales')?.has(user.id) ?? false,
    groups: [...membersByGroup].filter(([, ids]) => ids.has(user.id)).map(([name]) => name),
    count: [...membersByGroup.values()].filter((ids) => ids.has(user.id)).length,
  }))`),
  "labels and defaults":
    styled(`  const describe = (user: { profile: { firstName?: string | null; lastName?: string | null; login: string } }, fallback = 'unknown') => {
    const full = [user.profile.firstName, user.profile.lastName].filter(Boolean).join(' ')
    return full || fallback
  }
  const users = await okta.listUsers({}).all()
  return users.map((user, index) => {
    const manager = users.find((other) => other.id === user.profile.managerId)
    return { number: index + 1, name: describe(user, user.profile.login), manager: manager ? describe(manager) : null, managerId: manager?.id ?? null }
  })`),
  "accumulator object": styled(`  const users = await okta.listUsers({}).all()
  const summary = { total: 0, active: 0, never: 0, newest: null as string | null }
  users.forEach((user) => {
    summary.total++
    if (user.status === 'ACTIVE') summary.active += 1
    if (!user.lastLogin) summary.never = summary.never + 1
    if (summary.newest === null || user.created > summary.newest) summary.newest = user.created
  })
  return [summary]`),
  "two keyed": styled(`  const users = await okta.listUsers({}).all()
  const table: { [key: string]: { status: string; type: string; logins: string[] } } = {}
  for (const { status, profile: { userType, login } } of users) {
    const key = \`\${status}|\${userType ?? 'none'}\`
    table[key] ??= { status, type: userType ?? 'none', logins: [] }
    table[key]?.logins.push(login)
  }
  return Object.entries(table).sort(([a], [b]) => a.localeCompare(b)).map(([key, { status, type, logins }]) => ({ key, status, type, logins, n: logins.length }))`),
  "log join": styled(`  const users = await okta.listUsers({}).all()
  const lastByUser: Record<string, string> = {}
  for await (const event of okta.listLogEvents({ since: daysAgo(90), until: now() })) {
    const id = event.actor?.id
    if (!id || event.outcome?.result !== 'FAILURE') continue
    const published = event.published ?? ''
    if (!lastByUser[id] || published > lastByUser[id]) lastByUser[id] = published
  }
  return users.filter((user) => user.id in lastByUser).map((user) => ({ login: user.profile.login, lastFailure: lastByUser[user.id] ?? null, sinceDays: daysSince(lastByUser[user.id]) ?? null }))`),
  pages: styled(`  let seen = 0
  const rows: { page: number; login: string }[] = []
  let page = 0
  for await (const users of okta.listUsers({}).pages()) {
    page += 1
    seen += users.length
    for (const user of users) if (user.status === 'SUSPENDED') rows.push({ page, login: user.profile.login })
  }
  return rows.map((row) => ({ ...row, seen }))`),
  partition: styled(
    `  const users = await okta.listUsers({}).all()
  const [yes, no] = partition(users, (user) => user.status === 'ACTIVE')
  return [{ n: yes.length, first: yes[0]?.profile.login ?? null, others: no.length }]`,
    {},
    `function partition<T>(list: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  const yes: T[] = []
  const no: T[] = []
  for (const one of list) (test(one) ? yes : no).push(one)
  return [yes, no]
}`,
  ),
  "sort by two keys in place": styled(
    `  const users = [...await okta.listUsers({}).all()]
  users.sort((a, b) => (a.profile.department ?? '').localeCompare(b.profile.department ?? '') || a.profile.login.localeCompare(b.profile.login))
  const top = users.slice(0, count)
  return top.map(({ id, profile }, i, all) => ({ rank: \`\${i + 1}/\${all.length}\`, id, department: profile.department || '(none)', login: profile.login }))`,
    { count: 5 },
  ),
  "every user's first role": styled(`  const rows = []
  const users = await okta.listUsers({}).first(6)
  const roles = await each(users, (user) => okta.listAssignedRolesForUser({ userId: user.id }).all())
  for (const [index, user] of users.entries()) {
    const [first, ...rest] = roles[index] ?? []
    rows.push({ login: user.profile.login, first: first?.label ?? 'none', rest: rest.map((role) => role.label ?? ''), more: rest.length })
  }
  return rows`),
};
