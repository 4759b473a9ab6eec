// Question: Which active users can confirm a sign-in only by text message, phone call or email?
// Area: mfa
// Key: id

// Counts: active users with a phone factor whose every ACTIVE factor is sms, call or email; security questions are left aside
// Traps: one phone may stand as two factors, sms and call; a factor that waits for activation is no second way in

import { each, filter, okta } from "okta";

export const title = "Active users whose factors are all by phone or email";
export const params = { status: "ACTIVE" };

const phone = ["sms", "call"];
const weak = ["sms", "call", "email"];

export default async function ({ status }: typeof params) {
  const users = await okta.listUsers({ search: filter`status eq ${status}` }).all();
  const rows = await each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all();
    const enrolled = factors.filter((one) => one.status === "ACTIVE" && one.factorType !== "question");
    const types = enrolled.map((one) => one.factorType);
    return {
      id: user.id,
      login: user.profile.login,
      status: user.status,
      factorTypes: [...new Set(types)].toSorted(),
      phoneFactors: types.filter((type) => phone.includes(type)).length,
      otherFactors: types.filter((type) => !weak.includes(type)).length,
    };
  });
  return rows.filter((row) => row.phoneFactors > 0 && row.otherFactors === 0);
}
