// Question: What do the password policies ask for, and for whom?
// Area: passwords
// Key: id

// Counts: all password policies in the order in which Okta tries them
// Traps: the first policy that matches a user's groups counts; a maximum age of 0 means that passwords never expire

import { okta } from "okta";

export const title = "Password policies and what they ask for";

export default async function () {
  const policies = await okta.listPolicies({ type: "PASSWORD" }).all();
  const groups = new Map((await okta.listGroups().all()).map((group) => [group.id, group.profile.name]));
  return policies.flatMap((policy) => {
    if (policy.type !== "PASSWORD") return [];
    const { complexity, age, lockout } = policy.settings?.password ?? {};
    const included = policy.conditions?.people?.groups?.include ?? [];
    return [
      {
        id: policy.id,
        policy: policy.name,
        priority: policy.priority ?? null,
        status: policy.status,
        groups: included.map((id) => groups.get(id) ?? id),
        minLength: complexity?.minLength ?? null,
        maxAgeDays: age?.maxAgeDays ?? null,
        historyCount: age?.historyCount ?? null,
        maxAttempts: lockout?.maxAttempts ?? null,
      },
    ];
  });
}
