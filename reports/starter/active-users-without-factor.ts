// Question: Which active users have no MFA factor at all?
// Area: mfa
// Key: id

// Counts: factors whose status is ACTIVE and whose type is not a security question; email counts
// Traps: Okta lists only factors that the user's enrolment policy allows, as seen from where the token is used

import { each, filter, okta } from "okta";

export const title = "Active users without an MFA factor";
export const params = { status: "ACTIVE" };

export default async function ({ status }: typeof params) {
  const users = await okta.listUsers({ search: filter`status eq ${status}` }).all();
  const counted = await each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all();
    const enrolled = factors.filter((one) => one.status === "ACTIVE" && one.factorType !== "question");
    const waiting = factors.filter((one) => one.status === "PENDING_ACTIVATION");
    return {
      id: user.id,
      login: user.profile.login,
      status: user.status,
      factors: enrolled.length,
      waitingForActivation: waiting.length,
    };
  });
  return counted.filter((row) => row.factors === 0);
}
