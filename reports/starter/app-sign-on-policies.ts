// Question: Which sign-on policy does each active app have, and may people come in with one factor?
// Area: policies
// Key: id

// Counts: all active apps with the policy they link to, and that policy's active rules that allow access with one factor
// Traps: rules go by priority, so a one-factor rule may never be reached; an app without a link has a policy of its own

import { filter, okta } from "okta";

export const title = "Apps and the sign-on policies that guard them";
export const params = { status: "ACTIVE" };

export default async function ({ status }: typeof params) {
  const apps = await okta.listApplications({ filter: filter`status eq ${status}` }).all();
  const policies = await okta.listPolicies({ type: "ACCESS_POLICY", expand: "rules" }).all();
  return apps.map((app) => {
    const id = app._links?.accessPolicy?.href?.split("/").at(-1) ?? null;
    const policy = policies.find((one) => one.id === id);
    const rules = policy?._embedded.rules.filter((rule) => rule.status === "ACTIVE") ?? [];
    const single = rules.filter(
      (rule) =>
        rule.type === "ACCESS_POLICY" &&
        rule.actions?.appSignOn?.access === "ALLOW" &&
        rule.actions.appSignOn.verificationMethod?.type === "ASSURANCE" &&
        rule.actions.appSignOn.verificationMethod.factorMode === "1FA",
    );
    return {
      id: app.id,
      label: app.label,
      status: app.status,
      policyId: id,
      policy: policy?.name ?? null,
      rules: rules.length,
      oneFactorRules: single.map((rule) => rule.name),
    };
  });
}
