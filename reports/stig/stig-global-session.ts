// Question: Do the global session policies keep to the STIG for Okta IDaaS?
// Area: stig
// Key: check, policyId

// Counts: the first active rule of each active global session policy against V-273186, V-273203, V-273206 and V-279691
// Traps: the STIG asks for a rule of one's own before the default one; a time of 0 means without end

import { okta } from "okta";

export const title = "STIG: global session policies";

export default async function () {
  const policies = await okta.listPolicies({ type: "OKTA_SIGN_ON", expand: "rules" }).all();
  return policies.flatMap((policy) => {
    const rules = policy._embedded.rules.filter((rule) => rule.status === "ACTIVE");
    const first = rules.toSorted((a, b) => (a.priority ?? 0) - (b.priority ?? 0)).at(0);
    if (policy.status !== "ACTIVE" || first?.type !== "SIGN_ON") return [];
    const own = first.system !== true;
    const session = first.actions?.signon?.session;
    const idle = session?.maxSessionIdleMinutes ?? 0;
    const life = session?.maxSessionLifetimeMinutes ?? 0;
    const cookie = session?.usePersistentCookie;
    const persists = cookie === true || cookie === false ? String(cookie) : "not said";
    const network = first.conditions?.network?.connection ?? "ANYWHERE";
    const checks = [
      { check: "V-273186", what: "idle minutes", found: String(idle), passes: own && idle > 0 && idle <= 15 },
      { check: "V-273203", what: "minutes of life", found: String(life), passes: own && life > 0 && life <= 1080 },
      { check: "V-273206", what: "cookie persists", found: persists, passes: own && persists === "false" },
      { check: "V-279691", what: "network", found: network, passes: network === "ZONE" },
    ];
    return checks.map((one) => ({
      check: one.check,
      what: one.what,
      policyId: policy.id,
      policy: policy.name,
      rule: first.name,
      found: one.found,
      result: one.passes ? "pass" : "fail",
    }));
  });
}
