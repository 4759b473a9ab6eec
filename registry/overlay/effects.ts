import type { Effect } from "../../terms/effect.ts";

/** A judgement of what an operation does, where its method does not say it, and why. */
export interface EffectJudgement {
  readonly effect: Effect;
  readonly reason: string;
}

/** Judgements by operationId. Without one: GET reads, DELETE destroys, everything else writes. */
export const effects: Readonly<Record<string, EffectJudgement>> = {
  listOAuth2ClientSecrets: { effect: "secret", reason: "Returns client secrets in clear under a plain read scope." },
  getOAuth2ClientSecret: { effect: "secret", reason: "Returns a client secret in clear under a plain read scope." },
  listApiServiceIntegrationInstanceSecrets: {
    effect: "secret",
    reason: "Returns the client secrets of a service integration.",
  },
  listSocialAuthTokens: { effect: "secret", reason: "Returns the raw tokens of a social identity provider." },
  getFactorTransactionStatus: {
    effect: "write",
    reason: "A GET with a side effect: it polls, and so moves on, a live challenge.",
  },
  getAerialConsent: {
    effect: "read",
    reason: "Needs the scope okta.orgs.manage although it only reads.",
  },
  createPolicySimulation: {
    effect: "read",
    reason: "A POST that only evaluates policies and stores nothing; it needs okta.policies.read alone.",
  },
  deactivateUser: {
    effect: "destructive",
    reason:
      "Deactivation takes away app assignments, group memberships of sources and factors; activation does not bring them back.",
  },
  resetFactors: { effect: "destructive", reason: "Enrolled factors are lost; their owners must enrol again." },
  deactivateOAuth2ClientSecret: { effect: "write", reason: "Can be activated again." },
};
