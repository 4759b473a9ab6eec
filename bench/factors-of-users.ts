/** The snippet that most measurements run: one walk of users, then one read of factors a user. */
export const factorsOfUsers = `import { each, okta } from 'okta'

export const title = 'Users without an active MFA factor'

export default async function () {
  const users = await okta.listUsers({}).all()
  const checked = await each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    const active = factors.filter((factor) => factor.status === 'ACTIVE' && factor.factorType !== 'question')
    return { id: user.id, login: user.profile.login, status: user.status, activeFactors: active.length }
  })
  return checked.filter((row) => row.activeFactors === 0)
}
`;
