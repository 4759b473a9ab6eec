import { styled, type StyledSnippet } from "./styled.ts";

/** Styles in which numbers, flags and lists are made step by step. */
export const countedSnippets: Readonly<Record<string, StyledSnippet>> = {
  "numbers that are counted up": styled(`  const counts: Record<string, number> = {}
  const totals = new Map<string, { ofKind: string; users: number; active: number }>()
  let all = 0
  for (const user of await okta.listUsers({}).all()) {
    all += 1
    const ofKind = user.profile.userType ?? 'none'
    counts[ofKind] = (counts[ofKind] ?? 0) + 1
    const total = totals.get(ofKind) ?? { ofKind, users: 0, active: 0 }
    total.users++
    if (user.status === 'ACTIVE') total.active += 1
    totals.set(ofKind, total)
  }
  return [...totals.values()].map((one) => ({ ...one, again: counts[one.ofKind] ?? 0, share: one.users / all }))`),
  "a second walk over rows": styled(`  const users = await okta.listUsers({}).all()
  const rows = await each(users, async (user, index) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    return { ofDepartment: user.profile.department ?? 'none', isSafe: factors.some((one) => one.status === 'ACTIVE'), number: index + 1 }
  })
  const counts = new Map<string, number>()
  let safe = 0
  for (const row of rows) {
    if (row.isSafe) safe += 1
    if (counts.has(row.ofDepartment)) counts.set(row.ofDepartment, counts.get(row.ofDepartment)! + 1)
    else counts.set(row.ofDepartment, 1)
  }
  return Array.from(counts, ([ofDepartment, count]) => ({
    ofDepartment, count, safe, last: rows.reduce((last, row) => (row.ofDepartment === ofDepartment ? row.number : last), 0),
  }))`),
  "flags and reasons": styled(`  const users = await okta.listUsers({}).all()
  const assigned = await okta.listApplicationUsers({ appId: 'a0' }).all()
  const byId = new Map(assigned.map((one) => [one.id ?? '', one]))
  const ids = new Set(assigned.filter((one) => one.scope === 'USER').map((one) => one.id ?? ''))
  return users.map((user) => {
    const reasons: string[] = []
    let points = 0
    const held = byId.get(user.id)
    if (held) reasons.push('held')
    else if (user.status !== 'ACTIVE') reasons.push('not active')
    if (ids.has(user.id)) points += 2
    if (!user.lastLogin) points++
    return {
      id: user.id, isHeld: held !== undefined, isOwn: ids.has(user.id), isGroup: held?.scope === 'GROUP', points,
      reasons: reasons.join(', '), count: reasons.length, isUsed: ['ACTIVE', 'STAGED'].includes(user.status),
    }
  })`),
  "lists that a loop fills": styled(`  const users = await okta.listUsers({}).all()
  return each(users, async (user) => {
    const pending: string[] = []
    const kinds = new Set<string>()
    for (const factor of await okta.listFactors({ userId: user.id }).all()) {
      if (factor.status === 'ACTIVE') continue
      pending.push('one')
      kinds.add(factor.factorType)
    }
    return { id: user.id, pending: pending.length, words: pending.join(' '), kinds: kinds.size, hasPush: kinds.has('push') }
  })`),
};
