/** How a read is written that may fail for single items, inside each(). A test checks it like any other. */
export const readThatMayFail = `const factors = await okta.listFactors({ userId: user.id }).all().orUnknown()
return { login: user.profile.login, factors: notKnown(factors) ? factors : factors.length }`;

/** A snippet that shows the rules at work. A test checks it like any other. */
export const exampleSnippet = `import { okta, named, each, daysAgo, isBefore } from 'okta'

export const title = 'Active, idle users of an app without an active MFA factor'
export const params = { app: 'GitHub', days: 30 }

export default async function ({ app, days }: typeof params) {
  const target = named(await okta.listApplications({}).all(), 'label', app)
  const assigned = await okta.listApplicationUsers({ appId: target.id, expand: 'user' }).all()
  const active = assigned.filter((one) => one._embedded.user.status === 'ACTIVE')
  const idle = active.filter((one) => isBefore(one._embedded.user.lastLogin, daysAgo(days)))
  const rows = await each(idle, async (one) => {
    const { id, profile, status, lastLogin } = one._embedded.user
    const factors = await okta.listFactors({ userId: id }).all()
    const counting = factors.filter((factor) => factor.status === 'ACTIVE' && factor.factorType !== 'question')
    return { id, login: profile.login, status, lastLogin: lastLogin ?? null, activeFactors: counting.length }
  })
  return rows.filter((row) => row.activeFactors === 0)
}
`;
