import { leavesOutDeactivated } from "./compose-driver.ts";
import { sayMoment } from "./moment-text.ts";
import type { Condition, UsersReading, WantedColumn } from "./reading.ts";

/** A reading about users as one sentence without its end mark. */
export function sayUsers(reading: UsersReading): string {
  const all = reading.always.map(say);
  const joined = reading.conditions.map(say).join(reading.join === "or" ? ", or " : ", and ");
  const conditions = [...all, joined].filter((one) => one !== "").join(", and ");
  const what = { rows: "Users", count: "Number of users", "count-by": "Number of users" }[reading.output.kind];
  const by = reading.output.kind === "count-by" ? ` by ${reading.output.by}` : "";
  const columns = reading.columns.length === 0 ? "" : `; with ${reading.columns.map(sayColumn).join(", ")}`;
  const left = leavesOutDeactivated(reading) ? " (deactivated ones left out)" : "";
  return `${what}${left}${conditions === "" ? "" : ` ${conditions}`}${by}${columns}`;
}

function sayColumn(column: WantedColumn): string {
  switch (column.kind) {
    case "attribute":
      return column.attribute;
    case "field":
      return column.field;
    case "factors":
      return "active factors";
    case "roles":
      return "admin roles";
  }
}

function say(condition: Condition): string {
  switch (condition.kind) {
    case "status":
      return `whose status is ${sayNot(condition.not)}${condition.values.join(" or ")}`;
    case "attribute":
      return sayAttribute(condition);
    case "present":
      return `whose ${condition.attribute} is ${condition.not ? "empty" : "set"}`;
    case "date":
      return sayDate(condition);
    case "never-signed-in":
      return "who never signed in";
    case "app":
      return sayApp(condition);
    case "group":
      return `who are ${sayNot(condition.not)}in the group named "${condition.name}"`;
    case "role":
      return sayRole(condition);
    case "factor":
      return sayFactor(condition);
    case "only-factors":
      return `whose active factors are all of type ${condition.types.join(" or ")}, at least one`;
  }
}

function sayNot(not: boolean): string {
  return not ? "not " : "";
}

function sayAttribute({ attribute, test, value, not }: Condition & { readonly kind: "attribute" }): string {
  const tests = not
    ? { is: "is not", starts: "does not start with", contains: "does not contain" }
    : { is: "is", starts: "starts with", contains: "contains" };
  return `whose ${attribute} ${tests[test]} "${value}"`;
}

function sayRole({ role, not }: Condition & { readonly kind: "role" }): string {
  return `${not ? "without" : "with"} ${role === undefined ? "any admin role" : `the admin role ${role}`}`;
}

function sayFactor({ types, not }: Condition & { readonly kind: "factor" }): string {
  const which = types === undefined ? " that counts as MFA" : ` of type ${types.join(" or ")}`;
  return `with ${not ? "no" : "an"} active factor${which}`;
}

function sayApp(condition: Condition & { readonly kind: "app" }): string {
  const path = condition.direct ? "directly (a group may give it as well)" : "directly or by a group";
  return `who are ${condition.not ? "not " : ""}assigned to the app named "${condition.name}", ${path}`;
}

function sayDate(condition: Condition & { readonly kind: "date" }): string {
  const when = sayMoment(condition.moment);
  if (condition.date !== "lastLogin") return `whose ${condition.date} is ${condition.side} ${when}`;
  return condition.side === "before"
    ? `who have not signed in to Okta since ${when}, or never`
    : `who have signed in to Okta since ${when}`;
}
