/** Dates of a user that a condition can compare. */
export type UserDate = "created" | "activated" | "statusChanged" | "lastUpdated" | "passwordChanged" | "lastLogin";

/** A point in time: so many hours before the run, or a day. */
export type Moment = { readonly hours: number } | { readonly date: string };

/** One condition on a user. */
export type Condition =
  | { readonly kind: "status"; readonly values: readonly string[]; readonly not: boolean }
  | {
      readonly kind: "attribute";
      readonly attribute: string;
      readonly test: "is" | "starts" | "contains";
      readonly value: string;
      readonly not: boolean;
    }
  | { readonly kind: "present"; readonly attribute: string; readonly not: boolean }
  | { readonly kind: "date"; readonly date: UserDate; readonly side: "before" | "since"; readonly moment: Moment }
  | { readonly kind: "never-signed-in"; readonly not: boolean }
  | { readonly kind: "app"; readonly name: string; readonly direct: boolean; readonly not: boolean }
  | { readonly kind: "group"; readonly name: string; readonly not: boolean }
  | { readonly kind: "role"; readonly role: string | undefined; readonly not: boolean }
  | { readonly kind: "factor"; readonly types: readonly string[] | undefined; readonly not: boolean }
  | { readonly kind: "only-factors"; readonly types: readonly string[] };

/** What a further column shows. */
export type WantedColumn =
  | { readonly kind: "attribute"; readonly attribute: string }
  | { readonly kind: "field"; readonly field: string }
  | { readonly kind: "factors" }
  | { readonly kind: "roles" };

/** A question about users, understood. */
export interface UsersReading {
  readonly kind: "users";
  /** Conditions that hold for every row. */
  readonly always: readonly Condition[];
  /** Conditions joined by `join`. */
  readonly conditions: readonly Condition[];
  readonly join: "and" | "or";
  readonly columns: readonly WantedColumn[];
  /** Rows, their number, or their number by one attribute or the status. */
  readonly output:
    | { readonly kind: "rows" }
    | { readonly kind: "count" }
    | { readonly kind: "count-by"; readonly by: string };
}

/** A question about one list of the org, understood. */
export interface ListingReading {
  readonly kind: "listing";
  /** Key of the listing in the table of listings. */
  readonly listing: string;
  readonly status: string | undefined;
  readonly nameTest: { readonly test: "contains" | "starts"; readonly value: string } | undefined;
  /** Narrowings of groups and apps. */
  readonly narrowing: "none" | "no-members" | "no-apps" | "counts" | "modes" | "active-rules";
  readonly modes: readonly string[];
  readonly count: boolean;
}

/** A question about one user or one pair, understood. */
export interface SingleReading {
  readonly kind: "single";
  readonly about: "user" | "user-groups" | "user-factors" | "group-app";
  readonly name: string;
  readonly other: string | undefined;
}

/** A question as the phrasebook understands it: every word of it is covered. */
export type Reading = UsersReading | ListingReading | SingleReading;
