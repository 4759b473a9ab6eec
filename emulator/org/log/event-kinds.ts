import type { Choices } from "../random.ts";

/** What all events of a kind have in common. */
export interface EventKind {
  readonly eventType: string;
  readonly displayMessage: string;
  readonly result: string;
  readonly reason: string | null;
  readonly severity: "INFO" | "WARN";
  /** What the event is about besides its actor. */
  readonly target: "none" | "app" | "user" | "group" | "policy" | "zone";
}

const kind = (
  eventType: string,
  displayMessage: string,
  target: EventKind["target"] = "none",
  result = "SUCCESS",
  reason: string | null = null,
): EventKind => ({
  eventType,
  displayMessage,
  result,
  reason,
  severity: result === "SUCCESS" || result === "ALLOW" ? "INFO" : "WARN",
  target,
});

/** A sign-in that went well. */
export const signIn: EventKind = kind("user.session.start", "User login to Okta");
const failed = kind("user.session.start", "User login to Okta", "none", "FAILURE", "INVALID_CREDENTIALS");

/** Kinds of events that may stand at a moment at which the person signs in. */
export const present: Choices<readonly [EventKind, number]> = [
  [kind("user.authentication.sso", "User single sign on to app", "app"), 45],
  [signIn, 16],
  [kind("user.authentication.auth_via_mfa", "Authentication of user via MFA"), 14],
  [
    kind(
      "policy.evaluate_sign_on",
      "Evaluation of sign-on policy",
      "none",
      "ALLOW",
      "Sign-on policy evaluation resulted in ALLOW",
    ),
    9,
  ],
  [
    kind(
      "policy.evaluate_sign_on",
      "Evaluation of sign-on policy",
      "none",
      "CHALLENGE",
      "Sign-on policy evaluation resulted in CHALLENGE",
    ),
    5,
  ],
  [kind("user.account.update_password", "User update password for Okta", "user"), 2],
];

/** Kinds of events that need no session of the person. */
export const absent: Choices<readonly [EventKind, number]> = [
  [failed, 60],
  [
    kind(
      "policy.evaluate_sign_on",
      "Evaluation of sign-on policy",
      "none",
      "DENY",
      "Sign-on policy evaluation resulted in DENY",
    ),
    20,
  ],
  [kind("user.account.lock", "Max sign in attempts exceeded", "user", "FAILURE", "LOCKED_OUT"), 5],
];

/** Kinds of events that admins cause. */
export const administrative: Choices<readonly [EventKind, number]> = [
  [kind("group.user_membership.add", "Add user to group membership", "group"), 40],
  [kind("application.user_membership.add", "Add user to application membership", "app"), 30],
  [kind("user.mfa.factor.activate", "Enroll factor for user", "user"), 10],
  [kind("user.account.privilege.grant", "Grant user privilege", "user"), 5],
  [kind("system.api_token.create", "Create API token", "none"), 2],
  [kind("user.mfa.factor.reset_all", "Reset all factors for user", "user"), 4],
  [kind("user.mfa.factor.deactivate", "Reset factor for user", "user"), 4],
  [kind("policy.rule.update", "Update policy rule", "policy"), 3],
  [kind("application.lifecycle.update", "Update application", "app"), 3],
  [kind("zone.update", "Update network zone", "zone"), 1],
];

/** Somebody is asked by push. */
export const prompted: EventKind = kind(
  "system.push.send_factor_verify_push",
  "Send factor verify push message",
  "user",
);
/** Somebody says no to it. */
export const denied: EventKind = kind(
  "user.mfa.okta_verify.deny_push",
  "User rejected Okta push verify",
  "user",
  "FAILURE",
);

/** Every kind of event, in an order of its own. */
export const eventKinds: readonly EventKind[] = [
  signIn,
  prompted,
  denied,
  ...[...present, ...absent, ...administrative].map(([one]) => one).filter((one) => one !== signIn),
];

/** The number of each among `eventKinds`. */
export const kindNumbers: ReadonlyMap<EventKind, number> = new Map(eventKinds.map((one, number) => [one, number]));
