import type { JsonObject } from "./json.ts";

/** Okta's user statuses. */
export type PersonStatus =
  | "STAGED"
  | "PROVISIONED"
  | "ACTIVE"
  | "RECOVERY"
  | "PASSWORD_EXPIRED"
  | "LOCKED_OUT"
  | "SUSPENDED"
  | "DEPROVISIONED";

/** Attributes of a user that an org of 200,000 keeps in memory; all others are worked out from the seed when asked for. Moments in ms. */
export interface Person {
  readonly index: number;
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly login: string;
  readonly email: string;
  readonly status: PersonStatus;
  /** Index of the user type. */
  readonly typeIndex: number;
  /** The free-text attribute `profile.userType`. */
  readonly userType: string | null;
  /** Index of the department; the attribute's text may differ in case or blanks. */
  readonly departmentIndex: number;
  readonly department: string | null;
  readonly title: string;
  /** Index of the manager, or -1. */
  readonly managerIndex: number;
  readonly provider: "OKTA" | "ACTIVE_DIRECTORY" | "FEDERATION" | "IMPORT";
  readonly created: number;
  readonly activated: number | null;
  readonly statusChanged: number | null;
  readonly lastLogin: number | null;
  readonly lastUpdated: number;
  readonly passwordChanged: number | null;
  /** Profile attributes that were written to the org; they stand over those worked out from the seed. */
  readonly written?: JsonObject;
  /** The profile has what was written and nothing else. */
  readonly onlyWritten?: true;
  /** Created by a write: no factors, no devices. */
  readonly isMade?: true;
  /** Deleted. The place stays, since all else goes by index. */
  readonly isGone?: true;
}
