import type { OrgDefinition } from "../../terms/definition.ts";

/** Dates of a user that a condition can compare. */
export type UserDate = "created" | "activated" | "statusChanged" | "lastUpdated" | "passwordChanged" | "lastLogin";

/** A point in time: so many hours before the run, or a day. */
export type Moment = { readonly hours: number } | { readonly date: string };

/** How a number is compared. */
export type Comparison = "more" | "fewer" | "at-least" | "at-most" | "exactly";

/** By which way an app is reached. `direct-only`: assigned directly, and no group gives it. */
export type AccessPath = "any" | "direct" | "direct-only" | "group";

/** One condition on a user. Where it has several values or names, one of them is enough. */
export type Condition =
  | { readonly kind: "status"; readonly values: readonly string[]; readonly not: boolean }
  | {
      readonly kind: "attribute";
      readonly attribute: string;
      readonly test: "is" | "starts" | "contains" | "ends";
      readonly values: readonly string[];
      readonly not: boolean;
    }
  | { readonly kind: "number"; readonly attribute: string; readonly comparison: Comparison; readonly number: number }
  | { readonly kind: "flag"; readonly attribute: string; readonly is: boolean }
  | { readonly kind: "present"; readonly attribute: string; readonly not: boolean }
  | {
      readonly kind: "date";
      readonly date: UserDate;
      readonly side: "before" | "since";
      readonly moment: Moment;
      /** For `before`: whether a user without that date counts. */
      readonly orNever: boolean;
    }
  | { readonly kind: "never-signed-in"; readonly not: boolean }
  | { readonly kind: "app"; readonly names: readonly string[]; readonly path: AccessPath; readonly not: boolean }
  /** Some app, whichever. */
  | { readonly kind: "any-app"; readonly path: AccessPath; readonly not: boolean }
  | { readonly kind: "group"; readonly names: readonly string[]; readonly not: boolean }
  | { readonly kind: "no-group" }
  | { readonly kind: "user-type"; readonly name: string; readonly not: boolean }
  /** A role of the user, one of these or any. */
  | { readonly kind: "role"; readonly roles: readonly string[] | undefined; readonly not: boolean }
  | { readonly kind: "factor"; readonly types: readonly string[] | undefined; readonly not: boolean }
  | { readonly kind: "factor-count"; readonly comparison: Comparison; readonly number: number }
  | { readonly kind: "only-factors"; readonly types: readonly string[] };

type ProfileKind = "status" | "attribute" | "number" | "flag" | "present" | "date" | "never-signed-in" | "user-type";

/** A condition that a user's own object answers. */
export type ProfileCondition = Extract<Condition, { readonly kind: ProfileKind }>;

/** A condition that needs a list beside the users. */
export type JoinCondition = Exclude<Condition, ProfileCondition>;

const joinKinds: ReadonlySet<string> = new Set<JoinCondition["kind"]>([
  "app",
  "any-app",
  "group",
  "no-group",
  "role",
  "factor",
  "factor-count",
  "only-factors",
]);

/** Whether a condition needs a list beside the users. */
export function isJoin(condition: Condition): condition is JoinCondition {
  return joinKinds.has(condition.kind);
}

/** A name that may be of two kinds; the org's own names decide, or the operator is asked. */
export interface OpenName {
  readonly kind: "open";
  /** `place`: a department or a group. `type`: the attribute userType or a user type. `word`: what the org defined. */
  readonly what: "place" | "type" | "word";
  readonly name: string;
  readonly not: boolean;
}

/** What a further column shows. */
export type WantedColumn =
  | { readonly kind: "attribute"; readonly attribute: string }
  | { readonly kind: "field"; readonly field: string }
  | { readonly kind: "factors" }
  | { readonly kind: "groups" }
  | { readonly kind: "apps" }
  | { readonly kind: "roles" }
  /** By which way the app is given. */
  | { readonly kind: "path" }
  /** Whether a condition holds, for rows that are kept either way. */
  | { readonly kind: "whether"; readonly condition: Condition };

/** In which order rows come, and how many of them. */
export interface Order {
  /** A field or attribute of the row. */
  readonly by: string;
  readonly descending: boolean;
  /** Undefined: all. `best`: those that share the first place. */
  readonly limit: number | "best" | undefined;
}

/** A question about users, understood. */
export interface UsersReading {
  readonly kind: "users";
  /** Conditions that hold for every row. */
  readonly always: readonly Condition[];
  /** Conditions joined by `join`. */
  readonly conditions: readonly Condition[];
  readonly join: "and" | "or";
  readonly columns: readonly WantedColumn[];
  readonly order: Order | undefined;
  readonly output: Output;
  /** The org's own words that the question uses. */
  readonly words: readonly OrgDefinition[];
}

/** Rows, their number, or their number by one column; `roles` and `factorTypes` hold several values a row. */
export type Output =
  | { readonly kind: "rows" }
  | { readonly kind: "count" }
  | { readonly kind: "count-by"; readonly by: string };

/** A question about users whose names are not all tied to the org yet. */
export interface OpenUsersReading extends Omit<UsersReading, "always" | "conditions" | "words"> {
  readonly always: readonly (Condition | OpenName)[];
  readonly conditions: readonly (Condition | OpenName)[];
}

/** One test on an item of a list. */
export type ListingTest =
  | { readonly kind: "status"; readonly status: string; readonly not: boolean }
  | {
      readonly kind: "name";
      readonly test: "contains" | "starts" | "ends";
      readonly value: string;
      readonly not: boolean;
    }
  | {
      readonly kind: "number";
      readonly column: "members" | "apps" | "users";
      readonly comparison: Comparison;
      readonly number: number;
    }
  | { readonly kind: "modes"; readonly modes: readonly string[]; readonly not: boolean }
  | { readonly kind: "type"; readonly type: string }
  | { readonly kind: "unassigned" }
  | { readonly kind: "roles" }
  | { readonly kind: "no-owner" }
  /** The same name as another item, blanks around it and case set aside. */
  | { readonly kind: "duplicate" }
  /** Some of these dates. */
  | {
      readonly kind: "date";
      readonly columns: readonly string[];
      readonly side: "before" | "since";
      readonly moment: Moment;
    }
  /** The signing certificate of an app ends before then. */
  | { readonly kind: "certificate"; readonly side: "before" | "since"; readonly moment: Moment };

/** What a list shows beside its own columns. */
export type ShownColumn = "certificate" | "users";

/** A question about one list of the org, understood. */
export interface ListingReading {
  readonly kind: "listing";
  /** Key of the listing in the table of listings. */
  readonly listing: string;
  readonly tests: readonly ListingTest[];
  readonly shown: readonly ShownColumn[];
  readonly order: Order | undefined;
  readonly output: Output;
}

/** A question about one user, group or app, or a pair, understood. */
export interface SingleReading {
  readonly kind: "single";
  readonly about:
    | "user"
    | "user-groups"
    | "user-factors"
    | "user-apps"
    | "user-roles"
    | "group-apps"
    | "app-groups"
    | "group-app"
    | "user-app"
    | "user-group";
  readonly name: string;
  readonly other: string | undefined;
}

/** A question as the phrasebook understands it: every word of it is covered. */
export type Reading = OpenUsersReading | ListingReading | SingleReading;
