// Question: How many active users have enrolled each kind of factor?
// Area: mfa
// Key: factorType, provider

// Counts: active users with at least one ACTIVE factor of the kind, and users whose factor of that kind waits for activation
// Traps: users, not factors: one Okta Verify gives up to three factors; signed_nonce is FastPass

import { each, filter, okta } from "okta";

export const title = "Active users per kind of factor";
export const params = { status: "ACTIVE" };

export default async function ({ status }: typeof params) {
  const users = await okta.listUsers({ search: filter`status eq ${status}` }).all();
  const enrolments = await each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all();
    return factors.map((factor) => ({ userId: user.id, factor }));
  });
  const kinds = new Map<string, { factorType: string; provider: string; active: Set<string>; waiting: Set<string> }>();
  for (const { userId, factor } of enrolments.flat()) {
    const key = `${factor.factorType} ${factor.provider}`;
    const kind = kinds.get(key) ?? {
      factorType: factor.factorType,
      provider: factor.provider,
      active: new Set<string>(),
      waiting: new Set<string>(),
    };
    if (factor.status === "ACTIVE") kind.active.add(userId);
    if (factor.status === "PENDING_ACTIVATION") kind.waiting.add(userId);
    kinds.set(key, kind);
  }
  return [...kinds.values()]
    .map((kind) => ({
      factorType: kind.factorType,
      provider: kind.provider,
      users: kind.active.size,
      waitingForActivation: kind.waiting.size,
    }))
    .toSorted((a, b) => b.users - a.users);
}
