import { leavesOutDeactivated } from "./compose-driver.ts";
import { sayMoment } from "./moment-text.ts";
import {
  isJoin,
  type Comparison,
  type Condition,
  type JoinCondition,
  type Order,
  type ProfileCondition,
  type UsersReading,
  type WantedColumn,
} from "./reading.ts";

/** A reading about users as one sentence without its end mark. */
export function sayUsers(reading: UsersReading): string {
  const all = reading.always.map(say);
  const joined = reading.conditions.map(say).join(reading.join === "or" ? ", or " : ", and ");
  const conditions = [...all, joined].filter((one) => one !== "").join(", and ");
  const what = { rows: "Users", count: "Number of users", "count-by": "Number of users" }[reading.output.kind];
  const by = reading.output.kind === "count-by" ? ` by ${reading.output.by}` : "";
  const columns = reading.columns.length === 0 ? "" : `; with ${reading.columns.map(sayColumn).join(", ")}`;
  const left = leavesOutDeactivated(reading) ? " (deactivated ones left out)" : "";
  return `${what}${left}${conditions === "" ? "" : ` ${conditions}`}${by}${columns}${sayOrder(reading.order)}`;
}

/** In which order rows come, and how many, as the end of a sentence. */
export function sayOrder(order: Order | undefined): string {
  if (order === undefined) return "";
  const direction = order.descending ? "highest or latest first" : "lowest or earliest first";
  const only = order.limit === "best" ? "the first place, which several may share" : `the first ${order.limit ?? ""}`;
  const limit = order.limit === undefined ? "" : `, only ${only}`;
  return `; by ${order.by}, ${direction}${limit}`;
}

const comparisons: Readonly<Record<Comparison, string>> = {
  more: "more than",
  fewer: "fewer than",
  "at-least": "at least",
  "at-most": "at most",
  exactly: "exactly",
};

/** A comparison in words: `more than 5`. */
export function sayComparison(comparison: Comparison, number: number): string {
  return `${comparisons[comparison]} ${number}`;
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
    case "groups":
      return "groups";
    case "apps":
      return "assigned apps";
    case "path":
      return "the way to the app";
    case "whether":
      return `whether this holds: ${say(column.condition)}`;
  }
}

function say(condition: Condition): string {
  return isJoin(condition) ? sayJoin(condition) : sayProfile(condition);
}

function sayProfile(condition: ProfileCondition): string {
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
      return `who ${condition.not ? "signed in at least once" : "never signed in"}`;
    case "user-type":
      return `${condition.not ? "not " : ""}of the user type "${condition.name}"`;
    case "number":
      return `whose ${condition.attribute} is ${sayComparison(condition.comparison, condition.number)}`;
    case "flag":
      return `whose ${condition.attribute} is ${condition.is}`;
  }
}

function sayJoin(condition: JoinCondition): string {
  switch (condition.kind) {
    case "app":
      return sayApp(condition);
    case "any-app":
      return sayAnyApp(condition);
    case "group":
      return `who are ${sayNot(condition.not)}in the group named ${quoted(condition.names)}`;
    case "no-group":
      return "who are in no group but those that Okta keeps itself (Everyone)";
    case "role":
      return sayRole(condition);
    case "factor":
      return sayFactor(condition);
    case "factor-count":
      return `with ${sayComparison(condition.comparison, condition.number)} active factors that count as MFA`;
    case "only-factors":
      return `whose active factors are all of type ${condition.types.join(" or ")}, at least one`;
  }
}

function sayNot(not: boolean): string {
  return not ? "not " : "";
}

function quoted(names: readonly string[]): string {
  return names.map((one) => `"${one}"`).join(" or ");
}

function sayAttribute({ attribute, test, values, not }: Condition & { readonly kind: "attribute" }): string {
  const tests = not
    ? { is: "is not", starts: "does not start with", contains: "does not contain", ends: "does not end with" }
    : { is: "is", starts: "starts with", contains: "contains", ends: "ends with" };
  return `whose ${attribute} ${tests[test]} ${quoted(values)}`;
}

function sayRole({ roles, not }: Condition & { readonly kind: "role" }): string {
  return `${not ? "without" : "with"} ${roles === undefined ? "any admin role" : `the admin role ${roles.join(" or ")}`}`;
}

function sayFactor({ types, not }: Condition & { readonly kind: "factor" }): string {
  const which = types === undefined ? " that counts as MFA" : ` of type ${types.join(" or ")}`;
  return `with ${not ? "no" : "an"} active factor${which}`;
}

function sayApp(condition: Condition & { readonly kind: "app" }): string {
  const path = {
    any: "directly or by a group",
    direct: "directly (a group may give it as well)",
    "direct-only": "directly, and by no group",
    group: "by a group (directly as well, perhaps)",
  }[condition.path];
  return `who are ${sayNot(condition.not)}assigned to the app named ${quoted(condition.names)}, ${path}`;
}

function sayAnyApp({ path, not }: Condition & { readonly kind: "any-app" }): string {
  const way = {
    any: "",
    direct: " directly",
    "direct-only": " directly that no group of theirs gives",
    group: " by a group",
  };
  return `who are assigned to ${not ? "no" : "at least one"} app${way[path]}`;
}

function sayDate(condition: Condition & { readonly kind: "date" }): string {
  const when = sayMoment(condition.moment);
  if (condition.date !== "lastLogin")
    return `whose ${condition.date} is ${condition.side} ${when}${condition.side === "before" && condition.orNever ? " or not set" : ""}`;
  return condition.side === "before"
    ? condition.orNever
      ? `who have not signed in to Okta since ${when}, or never`
      : `who last signed in to Okta before ${when}`
    : `who have signed in to Okta since ${when}`;
}
