import type { OrgSchema } from "../registry/org-schema.ts";
import type { EarlierQuestion } from "../terms/earlier-question.ts";
import type { OrgDefinition } from "../terms/definition.ts";
import type { Finding } from "../terms/finding.ts";
import type { PlanRequest } from "../terms/plan.ts";

/** What a look-up can list: names and counts, never users. */
export type LookUpSubject =
  | "applications"
  | "groups"
  | "user-types"
  | "user-attributes"
  | "roles"
  | "zones"
  | "policies"
  | "authenticators"
  | "attribute-values";

/** A fixed question to the org, run as a snippet approved with the release. */
export interface LookUpRequest {
  readonly subject: LookUpSubject;
  /** Only names that contain one of them come back. Empty: all names (attributes, types, roles). */
  readonly words: readonly string[];
  /** For `attribute-values`: the profile attribute. */
  readonly attribute?: string;
}

/** One name that a look-up found. */
export interface LookUpItem {
  readonly name: string;
  readonly id?: string;
  readonly status?: string;
  /** `OKTA_GROUP`, `SAML_2_0`, … where the subject has one. */
  readonly type?: string;
  /** Members of a group, users of a user type or with a value, deactivated ones left out of the last two. */
  readonly count?: number;
}

/** What a look-up found, and the requests made for it. */
export interface LookUpResult {
  readonly items: readonly LookUpItem[];
  /** How many names were read to find them. */
  readonly outOf: number;
  readonly requests: readonly PlanRequest[];
}

/** Runs a look-up. Handed in by `main`; fails with a Failure of `okta/…` when the org cannot be read. */
export type LookUp = (request: LookUpRequest) => Promise<LookUpResult>;

/** Checks a snippet against the org's stub. An empty list means that it passes. Handed in by `main`. */
export type CheckSnippet = (source: string) => Promise<readonly Finding[]>;

/** What a planner works with. Everything that reaches the org or the compiler is handed in. */
export interface PlannerContext {
  readonly check: CheckSnippet;
  /** Undefined where no org is configured or look-ups are off. */
  readonly lookUp: LookUp | undefined;
  /** The org's own saved words. */
  readonly definitions: readonly OrgDefinition[];
  /** What this question goes on from, in a conversation. */
  readonly earlier?: EarlierQuestion | undefined;
  /** The org's profile attributes; undefined where none were read. */
  readonly orgSchema?: OrgSchema;
  /** The run's clock, ISO 8601. */
  readonly clock: string;
}
