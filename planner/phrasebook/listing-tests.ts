import { listings } from "./listings.ts";
import type { ListingTest } from "./reading.ts";

const plainKinds = ["unassigned", "roles", "no-owner"] as const;

/** Kinds of tests that have nothing to say but themselves. */
export type PlainTestKind = (typeof plainKinds)[number];

/** Whether a test has nothing to say but its kind. */
export function isPlainTest(test: ListingTest): test is ListingTest & { readonly kind: PlainTestKind } {
  return plainKinds.some((one) => one === test.kind);
}

const listOf: Readonly<Partial<Record<ListingTest["kind"], string>>> = {
  modes: "apps",
  unassigned: "apps",
  certificate: "apps",
  type: "groups",
  roles: "groups",
  "no-owner": "groups",
};

/** Whether a test makes sense for a list; where it does not, its words stay uncovered. */
export function canTest(listing: string, test: ListingTest): boolean {
  if (test.kind === "status") return listings[listing]?.hasStatus === true;
  if (test.kind === "name" || test.kind === "duplicate") return nameColumn(listing) !== undefined;
  if (test.kind === "date") return test.columns.every((column) => listings[listing]?.dates?.includes(column) === true);
  if (test.kind === "number") return listing === (test.column === "users" ? "apps" : "groups");
  return listOf[test.kind] === listing;
}

/** The columns by which a list can be sorted or counted. */
export function sortableColumns(listing: string): readonly string[] {
  const found = listings[listing];
  return [
    ...(found?.columns.map(([name]) => name) ?? []),
    ...(found?.dates ?? []),
    ...(listing === "apps" ? ["users"] : []),
  ];
}

/** The column that holds the name of a listing's items. */
export function nameColumn(listing: string): string | undefined {
  return listings[listing]?.columns.find(([name]) => name === "name" || name === "label")?.[0];
}
