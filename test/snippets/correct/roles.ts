import type { CorrectSnippet } from "../correct-snippet.ts";

/** Questions about admins, roles, resource sets and API tokens. */
export const roles: readonly CorrectSnippet[] = [
  {
    name: "Super admins, direct and by group",
    source: `import { okta, each } from 'okta'

export const title = 'Super admins and how they became it'

export default async function () {
  const admins = await okta.listUsersWithRoleAssignments().all()
  const rows = await each(admins, async ({ id }) => {
    const user = await okta.getUser({ id })
    const roles = await okta.listAssignedRolesForUser({ userId: id }).all()
    const role = roles.find((one) => one.type === 'SUPER_ADMIN' && one.status === 'ACTIVE')
    return {
      login: user.profile.login,
      email: user.profile.email,
      status: user.status,
      assignment: role ? (role.assignmentType === 'GROUP' ? 'by a group' : 'direct') : null,
      since: role?.created ?? null,
    }
  })
  return rows.filter((row) => row.assignment !== null)
}
`,
  },
  {
    name: "Admins who have not signed in",
    source: `import { okta, each, daysAgo, isBefore } from 'okta'

export const title = 'Admins without a sign-in for 30 days'
export const params = { days: 30 }

export default async function ({ days }: typeof params) {
  const cutoff = daysAgo(days)
  const admins = await okta.listUsersWithRoleAssignments({}).all()
  const users = await each(admins, (admin) => okta.getUser({ id: admin.id }))
  const dormant = users.filter((user) => user.status === 'ACTIVE' && isBefore(user.lastLogin, cutoff))
  return each(dormant, async (user) => {
    const roles = await okta.listAssignedRolesForUser({ userId: user.id }).all()
    return { login: user.profile.login, lastLogin: user.lastLogin, roles: roles.map(({ label }) => label) }
  })
}
`,
  },
  {
    name: "What the group admins may administer",
    source: `import { okta, each } from 'okta'

export const title = 'Admins and the groups that their role is limited to'

export default async function () {
  const admins = await okta.listUsersWithRoleAssignments({}).all()
  const nested = await each(admins, async (admin) => {
    const [user, roles] = await Promise.all([
      okta.getUser({ id: admin.id }),
      okta.listAssignedRolesForUser({ userId: admin.id, expand: 'targets/groups' }).all(),
    ])
    return roles
      .filter((role) => role.type === 'USER_ADMIN' || role.type === 'HELP_DESK_ADMIN')
      .map((role) => {
        const groups = role._embedded.targets.groups.map((group) => group.profile.name)
        return { login: user.profile.login, role: role.label, limitedTo: groups, everywhere: groups.length === 0 }
      })
  })
  return nested.flat()
}
`,
  },
  {
    name: "Custom roles and what they allow",
    source: `import { okta, each } from 'okta'

export const title = 'Custom admin roles and their permissions'

export default async function () {
  const roles = await okta.listRoles().all()
  return each(roles, async (role) => {
    const permissions = await okta.listRolePermissions({ roleIdOrLabel: role.id }).all()
    const labels = permissions.map((permission) => permission.label).sort()
    return {
      role: role.label,
      description: role.description,
      permissions: labels,
      managesUsers: labels.some((label) => label.startsWith('okta.users.') && label !== 'okta.users.read'),
    }
  })
}
`,
  },
  {
    name: "Resource sets, bindings and members, nested",
    source: `import { okta, each } from 'okta'

export const title = 'Who holds which custom role on which resource set'

export default async function () {
  const sets = await okta.listResourceSets().all()
  const roles = new Map((await okta.listRoles().all()).map((role) => [role.id, role.label]))
  const bySet = await each(sets, async (set) => {
    const bindings = await okta.listBindings({ resourceSetIdOrLabel: set.id }).all()
    const byBinding = await each(bindings, async (binding) => {
      const members = await okta.listMembersOfBinding({ resourceSetIdOrLabel: set.id, roleIdOrLabel: binding.id }).all()
      return members.map((member) => ({
        resourceSet: set.label,
        role: roles.get(binding.id) ?? binding.id,
        member: member._links?.self?.href?.split('/').at(-1) ?? member.id,
        added: member.created ?? null,
      }))
    })
    return byBinding.flat()
  })
  return bySet.flat()
}
`,
  },
  {
    name: "Resources of each resource set",
    source: `import { okta, each } from 'okta'

export const title = 'What stands in each resource set'

export default async function () {
  const sets = await okta.listResourceSets({}).all()
  return each(sets, async ({ id, label, description }) => {
    const resources = await okta.listResourceSetResources({ resourceSetIdOrLabel: id }).all()
    const names = resources.map((resource) => resource.orn ?? resource._links?.self?.href ?? resource.id)
    return { label, description: description ?? null, resources: names, count: names.length }
  })
}
`,
  },
  {
    name: "API tokens of people who have left",
    source: `import { okta, each } from 'okta'

export const title = 'API tokens whose owner is not active'

export default async function () {
  const tokens = await okta.listApiTokens().all()
  const ownerIds = [...new Set(tokens.map((token) => token.userId))]
  const owners = await each(ownerIds, (id) => okta.getUser({ id }))
  const byId = new Map(owners.map((owner) => [owner.id, owner]))
  return tokens.flatMap((token) => {
    const owner = byId.get(token.userId)
    if (owner?.status === 'ACTIVE') return []
    return [
      {
        token: token.name,
        owner: owner?.profile.login ?? token.userId,
        status: owner?.status ?? 'missing',
        expiresAt: token.expiresAt,
        anywhere: token.network?.connection === 'ANYWHERE',
      },
    ]
  })
}
`,
  },
  {
    name: "Tokens that stand with a super admin",
    source: `import { okta, each, notKnown } from 'okta'

export const title = 'API tokens that have the power of a super admin'

export default async function () {
  const tokens = await okta.listApiTokens({}).all()
  const checked = await each(tokens, async (token) => {
    const owner = await okta.getUser({ id: token.userId }).orUnknown()
    const roles = await okta.listAssignedRolesForUser({ userId: token.userId }).all().orUnknown()
    return {
      token: token.name,
      client: token.clientName,
      owner: notKnown(owner) ? owner : owner.profile.login,
      superAdmin: notKnown(roles) ? roles : roles.some((role) => role.type === 'SUPER_ADMIN'),
    }
  })
  return checked.filter((row) => row.superAdmin !== false)
}
`,
  },
];
