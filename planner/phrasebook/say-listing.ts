import { isPlainTest, type PlainTestKind } from "./listing-tests.ts";
import { sayMoment } from "./moment-text.ts";
import type { ListingReading, ListingTest } from "./reading.ts";
import { sayComparison, sayOrder } from "./say-users.ts";

/** A reading about one list as one sentence without its end mark. */
export function sayListing(reading: ListingReading, title: string): string {
  const { output } = reading;
  const what = output.kind === "rows" ? title : `Number of ${title.toLowerCase()}`;
  const by = output.kind === "count-by" ? ` by ${output.by}` : "";
  const parts = reading.tests.map(say).join(" and ");
  const shown = { certificate: "the end of their signing certificates", users: "their numbers of users" };
  const more = reading.shown.length === 0 ? "" : `; with ${reading.shown.map((one) => shown[one]).join(", ")}`;
  return `${[what, parts].filter((one) => one !== "").join(" ")}${by}${more}${sayOrder(reading.order)}`;
}

const nameWords = { contains: "contains", starts: "starts with", ends: "ends with" } as const;

const plainTests: Readonly<Record<PlainTestKind, string>> = {
  unassigned: "to which no user and no group is assigned",
  roles: "with an admin role",
  "no-owner": "of Okta's own type without an owner",
};

function say(test: ListingTest): string {
  if (isPlainTest(test)) return plainTests[test.kind];
  switch (test.kind) {
    case "status":
      return `whose status is ${sayNot(test.not)}${test.status}`;
    case "name":
      return `whose name ${test.not ? "does not contain" : nameWords[test.test]} "${test.value}"`;
    case "number":
      return sayNumber(test);
    case "modes":
      return `whose sign-on mode is ${sayNot(test.not)}${test.modes.join(" or ")}`;
    case "type":
      return `of the type ${test.type}`;
    case "date":
      return `whose ${test.columns.join(" or ")} is ${test.side} ${sayMoment(test.moment)}`;
    case "duplicate":
      return "whose name another has as well (case and blanks around it set aside)";
    case "certificate":
      return `whose signing certificate ends ${test.side === "before" ? "before" : "after"} ${sayMoment(test.moment)}`;
  }
}

function sayNot(not: boolean): string {
  return not ? "not " : "";
}

function sayNumber({ number, comparison, column }: ListingTest & { readonly kind: "number" }): string {
  const isNone = number === 0 && comparison === "exactly";
  return isNone ? `without ${column}` : `with ${sayComparison(comparison, number)} ${column}`;
}
