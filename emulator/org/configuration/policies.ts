import { dateText, dayMs } from "../clock-text.ts";
import type { JsonObject } from "../json.ts";
import { objectId } from "../object-id.ts";
import type { Org } from "../org.ts";

interface RulePlan {
  readonly name: string;
  readonly actions: JsonObject;
  /** Number of the only network zone from which the rule applies. */
  readonly zone?: number;
}

interface PolicyPlan {
  readonly type: string;
  readonly name: string;
  readonly prefix: string;
  readonly index: number;
  readonly system: boolean;
  readonly settings?: JsonObject;
  readonly rules: readonly RulePlan[];
}

const signIn = (factorMode: string): JsonObject => ({
  appSignOn: {
    access: "ALLOW",
    verificationMethod: { type: "ASSURANCE", factorMode, reauthenticateIn: "PT12H", constraints: [] },
  },
});
const session = {
  signon: {
    access: "ALLOW",
    requireFactor: false,
    session: { maxSessionIdleMinutes: 120, maxSessionLifetimeMinutes: 0, usePersistentCookie: false },
  },
};
const enroll = { enroll: { self: "CHALLENGE" } };
const reset = {
  passwordChange: { access: "ALLOW" },
  selfServicePasswordReset: { access: "ALLOW" },
  selfServiceUnlock: { access: "DENY" },
};

const plans: readonly PolicyPlan[] = [
  {
    type: "OKTA_SIGN_ON",
    name: "Default Policy",
    prefix: "00p",
    index: 0,
    system: true,
    rules: [{ name: "Default Rule", actions: session }],
  },
  {
    type: "PASSWORD",
    name: "Default Policy",
    prefix: "00p",
    index: 1,
    system: true,
    settings: {
      password: { complexity: { minLength: 8, minNumber: 1 }, age: { maxAgeDays: 0 }, lockout: { maxAttempts: 10 } },
    },
    rules: [{ name: "Default Rule", actions: reset }],
  },
  {
    type: "PASSWORD",
    name: "Contractors",
    prefix: "00p",
    index: 2,
    system: false,
    settings: {
      password: { complexity: { minLength: 14, minNumber: 1 }, age: { maxAgeDays: 90 }, lockout: { maxAttempts: 5 } },
    },
    rules: [{ name: "No self service", actions: reset }],
  },
  {
    type: "MFA_ENROLL",
    name: "Default Policy",
    prefix: "00p",
    index: 3,
    system: true,
    settings: {
      type: "AUTHENTICATORS",
      authenticators: [
        { key: "okta_verify", enroll: { self: "OPTIONAL" } },
        { key: "okta_email", enroll: { self: "REQUIRED" } },
      ],
    },
    rules: [{ name: "Default Rule", actions: enroll }],
  },
  {
    type: "ACCESS_POLICY",
    name: "Any two factors",
    prefix: "rst",
    index: 0,
    system: true,
    rules: [{ name: "Catch-all Rule", actions: signIn("2FA") }],
  },
  {
    type: "ACCESS_POLICY",
    name: "Password only",
    prefix: "rst",
    index: 1,
    system: false,
    rules: [{ name: "Catch-all Rule", actions: signIn("1FA") }],
  },
  {
    type: "ACCESS_POLICY",
    name: "Phishing resistant",
    prefix: "rst",
    index: 2,
    system: false,
    rules: [
      { name: "Managed devices", actions: signIn("2FA"), zone: 3 },
      { name: "Catch-all Rule", actions: { appSignOn: { access: "DENY" } } },
    ],
  },
  {
    type: "PROFILE_ENROLLMENT",
    name: "Default Policy",
    prefix: "rst",
    index: 90,
    system: true,
    rules: [{ name: "Catch-all Rule", actions: { profileEnrollment: { access: "ALLOW" } } }],
  },
  {
    type: "IDP_DISCOVERY",
    name: "Idp Discovery Policy",
    prefix: "00p",
    index: 5,
    system: true,
    rules: [{ name: "Default Rule", actions: { idp: { providers: [{ type: "OKTA" }] } } }],
  },
];

const ruleTypes: Readonly<Record<string, string>> = { OKTA_SIGN_ON: "SIGN_ON" };

/** Conditions that every rule of a type has: enrollment of profiles takes none, routing rules no people. */
function conditionsOf(org: Org, type: string, { zone }: RulePlan): JsonObject | null {
  const network =
    zone === undefined
      ? { connection: "ANYWHERE" }
      : { connection: "ZONE", include: [objectId(org.seed, "nzo", zone)] };
  if (type === "PROFILE_ENROLLMENT") return null;
  if (type !== "IDP_DISCOVERY") return { people: { users: { exclude: [] } }, network };
  const platform = { include: [{ type: "ANY", os: { type: "ANY" } }], exclude: [] };
  return { network, platform, userIdentifier: { patterns: [] }, app: { include: [], exclude: [] } };
}

function rulesOf(org: Org, plan: PolicyPlan, self: string): readonly JsonObject[] {
  return plan.rules.map((rule, at) => {
    const id = objectId(org.seed, plan.prefix === "rst" ? "rul" : "0pr", 2000 + plan.index * 10 + at);
    return {
      id,
      status: "ACTIVE",
      name: rule.name,
      priority: at + 1,
      created: dateText(org.now - 1200 * dayMs),
      lastUpdated: dateText(org.now - 40 * dayMs),
      system: at === plan.rules.length - 1,
      conditions: conditionsOf(org, plan.type, rule),
      actions: rule.actions,
      _links: { self: { href: `${self}/rules/${id}`, hints: { allow: ["GET", "PUT"] } } },
      type: ruleTypes[plan.type] ?? plan.type,
    };
  });
}

/** A policy with its rules beside it: the list gives them only where `expand=rules` asks. */
export interface PolicyEntry {
  readonly policy: JsonObject;
  readonly rules: readonly JsonObject[];
}

/** The policies of the org, all types. */
export function policies(org: Org): readonly PolicyEntry[] {
  return plans.map((plan, at) => {
    const id = objectId(org.seed, plan.prefix, plan.index);
    const self = `${org.origin}/api/v1/policies/${id}`;
    const policy = {
      id,
      status: "ACTIVE",
      name: plan.name,
      description: plan.system ? "The default policy applies in all situations if no other policy applies." : "",
      priority: 1 + plans.slice(0, at).filter((other) => other.type === plan.type).length,
      system: plan.system,
      conditions:
        plan.system || plan.type === "ACCESS_POLICY"
          ? null
          : { people: { groups: { include: [org.groups[2]?.id ?? ""] } } },
      created: dateText(org.now - 1200 * dayMs),
      lastUpdated: dateText(org.now - 40 * dayMs),
      ...(plan.settings === undefined ? {} : { settings: plan.settings }),
      _links: {
        self: { href: self, hints: { allow: ["GET", "PUT"] } },
        rules: { href: `${self}/rules`, hints: { allow: ["GET", "POST"] } },
        mappings: { href: `${self}/mappings`, hints: { allow: ["GET", "POST"] } },
      },
      type: plan.type,
    };
    return { policy, rules: rulesOf(org, plan, self) };
  });
}
