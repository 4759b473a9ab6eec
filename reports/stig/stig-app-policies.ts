// Question: Do the sign-on policies of the admin console, the dashboard and all other apps keep to the STIG for Okta IDaaS?
// Area: stig
// Key: check, appId

// Counts: V-273191 and V-273193 for the admin console, V-273190 and V-273194 for the dashboard, V-279693 for every active app
// Traps: the first rule of a policy stands for it; a user may meet a later one, so read the rules of what passes

import { filter, okta } from "okta";

export const title = "STIG: sign-on policies of apps";
export const params = { status: "ACTIVE" };

export default async function ({ status }: typeof params) {
  const apps = await okta.listApplications({ filter: filter`status eq ${status}` }).all();
  const policies = await okta.listPolicies({ type: "ACCESS_POLICY", expand: "rules" }).all();
  return apps.flatMap((app) => {
    const id = app._links?.accessPolicy?.href?.split("/").at(-1) ?? null;
    const policy = policies.find((one) => one.id === id);
    const rules = policy?._embedded.rules.filter((rule) => rule.status === "ACTIVE") ?? [];
    const first = rules.toSorted((a, b) => (a.priority ?? 0) - (b.priority ?? 0)).at(0);
    const rule = first?.type === "ACCESS_POLICY" ? first : undefined;
    const method = rule?.actions?.appSignOn?.verificationMethod;
    const assurance = method?.type === "ASSURANCE" ? method : undefined;
    const constraints = assurance?.constraints ?? [];
    const resistant =
      constraints.length > 0 && constraints.every((one) => one.possession?.phishingResistant === "REQUIRED");
    const zoned = rules.some((one) => one.type === "ACCESS_POLICY" && one.conditions?.network?.connection === "ZONE");
    const factors = assurance?.factorMode ?? "not said";
    const asked = [
      { name: "saasure", check: "V-273191", what: "phishing-resistant", found: String(resistant), passes: resistant },
      { name: "saasure", check: "V-273193", what: "factors", found: factors, passes: factors === "2FA" },
      {
        name: "okta_enduser",
        check: "V-273190",
        what: "phishing-resistant",
        found: String(resistant),
        passes: resistant,
      },
      { name: "okta_enduser", check: "V-273194", what: "factors", found: factors, passes: factors === "2FA" },
      { name: app.name, check: "V-279693", what: "a rule with a zone", found: String(zoned), passes: zoned },
    ];
    return asked
      .filter((one) => one.name === app.name)
      .map((one) => ({
        check: one.check,
        what: one.what,
        appId: app.id,
        app: app.label,
        policy: policy?.name ?? null,
        found: one.found,
        result: one.passes ? "pass" : "fail",
      }));
  });
}
