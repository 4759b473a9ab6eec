import type { Definition } from "../terms/definition.ts";

/** The words that Attest itself gives a meaning. */
export type DefinedWord =
  | "active"
  | "MFA factor"
  | "phishing-resistant factor"
  | "not signed in"
  | "N days"
  | "calendar day"
  | "access to an app"
  | "admin"
  | "users"
  | "failed sign-in";

/** What each word means, wherever a plan, a review or an answer uses it. */
export const definitions: Readonly<Record<DefinedWord, Definition>> = {
  active: {
    name: "active",
    version: 1,
    meaning:
      "The status in Okta is exactly ACTIVE. Locked out, suspended, staged, provisioned, in recovery, password expired and deactivated are not active.",
  },
  "MFA factor": {
    name: "MFA factor",
    version: 2,
    meaning:
      "An enrolled factor whose status is ACTIVE and whose type is not question. Email counts. A factor waiting for activation does not count.",
  },
  "phishing-resistant factor": {
    name: "phishing-resistant factor",
    version: 1,
    meaning: "An enrolled factor whose status is ACTIVE and whose type is webauthn, u2f or signed_nonce (FastPass).",
  },
  "not signed in": {
    name: "not signed in",
    version: 2,
    meaning:
      "lastLogin lies before the limit, or there is none. Who never signed in counts as not signed in, and is marked. A last sign-in that lies before a date is said of those only who have signed in.",
  },
  "N days": {
    name: "N days",
    version: 1,
    meaning: "N times 24 hours before the start of the run.",
  },
  "calendar day": {
    name: "calendar day",
    version: 1,
    meaning: "From midnight to midnight in the time zone of the run (ATTEST_TIME_ZONE, or that of the machine).",
  },
  "access to an app": {
    name: "access to an app",
    version: 1,
    meaning:
      "The user is assigned to the app, directly or by a group. Apps that are open to everyone without an assignment are not covered.",
  },
  admin: {
    name: "admin",
    version: 1,
    meaning: "A user with at least one admin role, standard or custom, given directly or by a group.",
  },
  users: {
    name: "users",
    version: 2,
    meaning:
      "Where the question speaks of no status: users of any status but DEPROVISIONED in the whole org; members of a group and users of an app of any status.",
  },
  "failed sign-in": {
    name: "failed sign-in",
    version: 1,
    meaning: "An event user.session.start or user.authentication.auth_via_mfa with the outcome FAILURE or DENY.",
  },
};

/** Factor types that never count as an MFA factor. */
const notFactorTypes: readonly string[] = ["question"];

/** Factor types that resist phishing. */
export const phishingResistantTypes: readonly string[] = ["webauthn", "u2f", "signed_nonce"];

/** Whether an enrolled factor counts as an MFA factor by the definition above. */
export function countsAsFactor(factor: {
  readonly status?: string | null;
  readonly factorType?: string | null;
}): boolean {
  return factor.status === "ACTIVE" && !notFactorTypes.includes(factor.factorType ?? "");
}
