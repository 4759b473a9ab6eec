import type { UsersReading, WantedColumn } from "./reading.ts";

/** What may be read for each user. */
export type UserRead = "factors" | "roles" | "groups" | "apps";

/** Adds the columns that the question asks for beside those of its conditions, and the reads they need. */
export function addColumns(
  reading: UsersReading,
  user: string,
  columns: Map<string, string>,
  reads: Set<UserRead>,
  hasRoles: boolean,
): void {
  for (const [name, text] of reading.columns.flatMap((one) => columnsOf(one, user)))
    if (!columns.has(name)) columns.set(name, text);
  addGroupingColumn(reading, user, columns, reads, hasRoles);
  if (reading.columns.some((one) => one.kind === "factors")) reads.add("factors");
  const { order } = reading;
  if (order !== undefined && !columns.has(order.by)) columns.set(order.by, fieldText(user, order.by));
  if (reading.columns.some((one) => one.kind === "groups")) reads.add("groups");
  if (reading.columns.some((one) => one.kind === "apps")) reads.add("apps");
  if (!hasRoles && reading.columns.some((one) => one.kind === "roles")) reads.add("roles");
}

function addGroupingColumn(
  { output }: UsersReading,
  user: string,
  columns: Map<string, string>,
  reads: Set<UserRead>,
  hasRoles: boolean,
): void {
  if (output.kind !== "count-by" || columns.has(output.by)) return;
  if (output.by === "factorTypes") {
    reads.add("factors");
    for (const [name, text] of factorColumns) columns.set(name, text);
  } else if (output.by === "roles") {
    if (!hasRoles) reads.add("roles");
    columns.set("roles", "roles.map((role) => role.label)");
  } else columns.set(output.by, fieldText(user, output.by));
}

function columnsOf(column: WantedColumn, user: string): readonly (readonly [string, string])[] {
  switch (column.kind) {
    case "attribute": {
      const main = [column.attribute, profileText(user, column.attribute)] as const;
      return column.attribute === "manager" ? [main, ["managerId", profileText(user, "managerId")]] : [main];
    }
    case "field":
      return [[column.field, fieldText(user, column.field)]];
    case "factors":
      return factorColumns;
    case "roles":
      return [["roles", "roles.map((role) => role.label)"]];
    case "groups":
      return [["groups", "memberships.map((group) => group.profile.name)"]];
    case "apps":
      return [["apps", "assignedApps.map((app) => app.label)"]];
    case "path":
    case "whether":
      return [];
  }
}

/** Columns that show a user's factors, where `factors` holds those that count. */
export const factorColumns: readonly (readonly [string, string])[] = [
  ["activeFactors", "factors.length"],
  ["factorTypes", "factors.map((factor) => factor.factorType)"],
];

/** A profile attribute as a cell. Login and email are always there. */
export function profileText(user: string, attribute: string): string {
  const text = `${user}.profile.${attribute}`;
  return attribute === "login" || attribute === "email" ? text : `${text} ?? null`;
}

/** A field of a user as a cell: one of Okta's dates, the status, or a profile attribute. */
export function fieldText(user: string, field: string): string {
  if (field === "status" || field === "created" || field === "lastUpdated") return `${user}.${field}`;
  const isDate = ["lastLogin", "activated", "statusChanged", "passwordChanged"].includes(field);
  return isDate ? `${user}.${field} ?? null` : profileText(user, field);
}
