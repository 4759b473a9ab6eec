// Question: Do the password policies keep to the STIG for Okta IDaaS?
// Area: stig
// Key: check, policyId

// Counts: each active password policy against V-273189, V-273195 to V-273201, V-273208 and V-273209
// Traps: users of a directory obey its policy, not Okta's; a setting that Okta does not show counts as a failure

import { okta } from "okta";

export const title = "STIG: password policies";

export default async function () {
  const policies = await okta.listPolicies({ type: "PASSWORD" }).all();
  return policies.flatMap((policy) => {
    if (policy.type !== "PASSWORD" || policy.status !== "ACTIVE") return [];
    const { complexity, age, lockout } = policy.settings?.password ?? {};
    const common = complexity?.dictionary?.common?.exclude === true ? 1 : 0;
    const checks = [
      { check: "V-273189", what: "attempts before the lock", found: lockout?.maxAttempts ?? 0, least: 1, most: 3 },
      { check: "V-273195", what: "length", found: complexity?.minLength ?? 0, least: 15, most: 1000 },
      { check: "V-273196", what: "upper case letters", found: complexity?.minUpperCase ?? 0, least: 1, most: 1000 },
      { check: "V-273197", what: "lower case letters", found: complexity?.minLowerCase ?? 0, least: 1, most: 1000 },
      { check: "V-273198", what: "numbers", found: complexity?.minNumber ?? 0, least: 1, most: 1000 },
      { check: "V-273199", what: "symbols", found: complexity?.minSymbol ?? 0, least: 1, most: 1000 },
      {
        check: "V-273200",
        what: "hours before a change",
        found: (age?.minAgeMinutes ?? 0) / 60,
        least: 24,
        most: 100_000,
      },
      { check: "V-273201", what: "days before it ends", found: age?.maxAgeDays ?? 0, least: 1, most: 60 },
      { check: "V-273208", what: "common passwords refused", found: common, least: 1, most: 1 },
      { check: "V-273209", what: "passwords remembered", found: age?.historyCount ?? 0, least: 5, most: 1000 },
    ];
    return checks.map((one) => ({
      check: one.check,
      what: one.what,
      policyId: policy.id,
      policy: policy.name,
      found: one.found,
      result: one.found >= one.least && one.found <= one.most ? "pass" : "fail",
    }));
  });
}
