import type { FailureText } from "../../terms/failure.ts";

/** What is alerted: each is said once, and again only after it has cleared. */
export const alertKinds = [
  "credential-refused",
  "rate-limited",
  "api-errors",
  "drift",
  "gate-tripped",
  "token-age",
] as const;

/** One of them. */
export type AlertKind = (typeof alertKinds)[number];

/** What an alert is about: two with the same subject are one. */
export interface AlertSubject {
  readonly kind: AlertKind;
  /** Origin of the org; null where it is about no org. */
  readonly org: string | null;
  /** What its operator calls the org. */
  readonly orgName: string | null;
  /** Which of several: an operationId, a gate. Empty where there is but one. */
  readonly about: string;
}

/** Something that an operator has to know, for as long as it holds. */
export interface Alert extends AlertSubject, FailureText {
  /** ISO 8601. */
  readonly since: string;
}

/** Something that was looked at, and what is to be said of it; undefined where it is as it should be. */
export interface Condition extends AlertSubject {
  readonly text: FailureText | undefined;
}

/** True for the same subject. */
export function isSameSubject(one: AlertSubject, other: AlertSubject): boolean {
  return one.kind === other.kind && one.org === other.org && one.about === other.about;
}
