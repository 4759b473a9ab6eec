import { createChecker } from "../../executor/check/checker.ts";
import type { ApprovedRun } from "../../main/run/execute.ts";
import { defaultLimits } from "../../main/run/run-limits.ts";
import { baseSchema } from "../../registry/schema-attributes.ts";

/** A snippet that reads the factors of every user, checked and approved for `org`: one page of users after the other, then as many reads as users. */
export async function approveFactorsOfAll(org: string): Promise<ApprovedRun> {
  const checker = createChecker();
  const source = `import { each, okta } from 'okta'
export const title = 'Factors of all users'
export default async function () {
  const users = await okta.listUsers({}).all()
  return each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    return { id: user.id, factors: factors.length }
  })
}
`;
  const orgSchema = baseSchema();
  const result = await checker.check(source, { orgSchema });
  await checker.close();
  if (result.kind === "findings") throw new Error(JSON.stringify(result.findings));
  const { checked } = result;
  const limits = defaultLimits(checked.review.price);
  const { reviewHash } = checked.review;
  const at = new Date().toISOString();
  return {
    checked,
    orgSchema,
    approval: { reviewHash, org, operator: "test", at, how: "unseen", limits },
    parameters: {},
    planner: "file",
  };
}
