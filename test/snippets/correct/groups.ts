import type { CorrectSnippet } from "../correct-snippet.ts";

/** Questions about groups, their members and rules. */
export const groups: readonly CorrectSnippet[] = [
  {
    name: "Groups with neither members nor apps",
    source: `import { okta } from 'okta'

export const title = 'Okta groups that hold nobody and grant nothing'

export default async function () {
  const groups = await okta.listGroups({ search: 'type eq "OKTA_GROUP"', expand: 'stats' }).all()
  return groups
    .filter(({ _embedded: { stats } }) => stats.usersCount === 0 && stats.appsCount === 0)
    .map(({ id, profile, lastMembershipUpdated, _embedded: { stats } }) => ({
      id,
      name: profile.name,
      description: profile.description ?? null,
      members: stats.usersCount,
      apps: stats.appsCount,
      lastMembershipUpdated,
    }))
}
`,
  },
  {
    name: "In both of two groups",
    source: `import { okta, named } from 'okta'

export const title = 'Users who are in both groups'
export const params = { left: 'Finance', right: 'Developers' }

export default async function ({ left, right }: typeof params) {
  const groups = await okta.listGroups().all()
  const leftGroup = named(groups, 'profile.name', left)
  const rightGroup = named(groups, 'profile.name', right)

  const rightIds = new Set<string>()
  for await (const user of okta.listGroupUsers({ groupId: rightGroup.id })) rightIds.add(user.id)

  const both = []
  for await (const user of okta.listGroupUsers({ groupId: leftGroup.id })) {
    if (!rightIds.has(user.id)) continue
    if (user.status === 'DEPROVISIONED') continue
    both.push({ login: user.profile.login, status: user.status, left: leftGroup.profile.name, right: rightGroup.profile.name })
  }
  return both
}
`,
  },
  {
    name: "Which rules feed which groups",
    source: `import { okta } from 'okta'

export const title = 'Groups and the rules that fill them'

export default async function () {
  const [groups, rules] = await Promise.all([okta.listGroups({ expand: 'stats' }).all(), okta.listGroupRules().all()])

  const rulesByGroup = new Map<string, string[]>()
  for (const rule of rules) {
    if (rule.status !== 'ACTIVE') continue
    for (const groupId of rule.actions?.assignUserToGroups?.groupIds ?? []) {
      const names = rulesByGroup.get(groupId) ?? []
      names.push(rule.name)
      rulesByGroup.set(groupId, names)
    }
  }

  return groups.map((group) => {
    const fedBy = rulesByGroup.get(group.id) ?? []
    return {
      group: group.profile.name,
      type: group.type,
      members: group._embedded.stats.usersCount,
      fedBy,
      kind: fedBy.length > 0 ? 'rule' : group.type === 'APP_GROUP' ? 'directory' : 'manual',
    }
  })
}
`,
  },
  {
    name: "Rules that mention a group, with their targets by name",
    source: `import { okta, named } from 'okta'

export const title = 'Group rules that reference a group'
export const params = { group: 'Engineering' }

export default async function ({ group }: typeof params) {
  const target = named(await okta.listGroups({ search: 'type eq "OKTA_GROUP"' }).all(), 'profile.name', group)
  const rules = await okta.listGroupRules({ expand: 'groupIdToGroupNameMap' }).all()
  return rules.flatMap((rule) => {
    const names = rule._embedded.groupIdToGroupNameMap
    const targets = rule.actions?.assignUserToGroups?.groupIds ?? []
    const expression = rule.conditions?.expression?.value ?? ''
    const excluded = rule.conditions?.people?.groups?.exclude ?? []
    const how = [
      targets.includes(target.id) ? 'assigns to it' : null,
      expression.includes(target.id) || expression.includes(\`"\${target.profile.name}"\`) ? 'reads it' : null,
      excluded.includes(target.id) ? 'excludes it' : null,
    ].filter((one) => one !== null)
    if (how.length === 0) return []
    return [{ rule: rule.name, status: rule.status, how, targets: targets.map((id) => names[id] ?? id), expression }]
  })
}
`,
  },
  {
    name: "Deactivated people still in groups",
    source: `import { okta, each } from 'okta'

export const title = 'Deactivated users who are still members of Okta groups'

export default async function () {
  const groups = (await okta.listGroups({ search: 'type eq "OKTA_GROUP"', expand: 'stats' }).all()).filter(
    (group) => group._embedded.stats.usersCount > 0,
  )
  const perGroup = await each(groups, async (group) => {
    const members = await okta.listGroupUsers({ groupId: group.id }).all()
    return members
      .filter((member) => member.status === 'DEPROVISIONED')
      .map((member) => ({ group: group.profile.name, login: member.profile.login, since: member.statusChanged }))
  })
  return perGroup.flat()
}
`,
  },
  {
    name: "Owners of groups, unknown where they cannot be read",
    source: `import { okta, each, notKnown } from 'okta'

export const title = 'Okta groups and their owners'

export default async function () {
  const groups = await okta.listGroups({ filter: 'type eq "OKTA_GROUP"' }).all()
  return each(groups, async ({ id, profile }) => {
    const owners = await okta.listGroupOwners({ groupId: id }).all().orUnknown()
    if (notKnown(owners)) return { group: profile.name, owners, owned: owners }
    return {
      group: profile.name,
      owners: owners.map((owner) => owner.displayName ?? owner.id),
      owned: owners.length > 0,
    }
  })
}
`,
  },
  {
    name: "Groups untouched for long",
    source: `import { okta, filter, daysAgo, daysSince } from 'okta'

export const title = 'Groups without a change of members'
export const params = { days: 365 }

export default async function ({ days }: typeof params) {
  const search = filter\`type eq "OKTA_GROUP" and lastMembershipUpdated lt \${daysAgo(days)}\`
  const stale = await okta.listGroups({ search, expand: 'stats' }).all()
  return stale.map((group) => {
    const { usersCount: members, appsCount: apps } = group._embedded.stats
    return { name: group.profile.name, quietForDays: daysSince(group.lastMembershipUpdated) ?? null, members, apps }
  })
}
`,
  },
  {
    name: "Groups that make admins",
    source: `import { okta, each } from 'okta'

export const title = 'Groups that give admin roles, and to how many'

export default async function () {
  const groups = await okta.listGroups({ expand: 'stats' }).all()
  const admin = groups.filter((group) => group._embedded.stats.hasAdminPrivilege)
  const rows = await each(admin, async (group) => {
    const roles = await okta.listGroupAssignedRoles({ groupId: group.id }).all()
    return {
      group: group.profile.name,
      members: group._embedded.stats.usersCount,
      roles: roles.filter((role) => role.status === 'ACTIVE').map((role) => role.label),
    }
  })
  return rows.toSorted((a, b) => b.members - a.members)
}
`,
  },
];
