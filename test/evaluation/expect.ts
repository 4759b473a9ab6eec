import type { Expected } from "./judge.ts";
import type { Item } from "./world.ts";

/** Must be declined or asked back. */
export const declined: Expected = { declined: true };

/** These users, each with the columns named; a column is a field of the user or an attribute of the profile. */
export function people(users: readonly Item[], columns: readonly string[] = []): Expected {
  const all = ["login", "status", ...columns.filter((one) => one !== "login" && one !== "status")];
  const cell = (user: Item, column: string): unknown => Reflect.get(user, column) ?? user.profile[column] ?? null;
  return {
    key: "id",
    columns: all,
    rows: users.map((user) => ({
      id: user.id,
      ...Object.fromEntries(all.map((column) => [column, cell(user, column)])),
    })),
  };
}

/** These users, each with further columns worked out here. */
export function usersWith(
  users: readonly Item[],
  columns: Readonly<Record<string, (user: Item) => unknown>>,
): Expected {
  const rows = users.map((user) => ({
    id: user.id,
    login: user.profile["login"],
    ...Object.fromEntries(Object.entries(columns).map(([name, cell]) => [name, cell(user)])),
  }));
  return { key: "id", columns: ["login", ...Object.keys(columns)], rows };
}

/** These users in this order. */
export function peopleInOrder(users: readonly Item[], columns: readonly string[] = []): Expected {
  const expected = people(users, columns);
  return "declined" in expected ? expected : { ...expected, ordered: true };
}

/** One row with one number. */
export function count(column: string, number: number): Expected {
  return { key: column, columns: [], rows: [{ [column]: number }] };
}

/** Numbers by what `key` gives, in a column of that name. */
export function countBy(column: string, counted: string, list: readonly Item[], key: (one: Item) => unknown): Expected {
  const rows = [...Map.groupBy(list, (one) => key(one) ?? null)].map(([value, items]) => ({
    [column]: value ?? null,
    [counted]: items.length,
  }));
  return { key: column, columns: [counted], rows };
}

/** Groups by id with their name. */
export function groupRows(
  groups: readonly Item[],
  more: (group: Item) => Readonly<Record<string, unknown>> = () => ({}),
): Expected {
  const rows = groups.map((one) => ({ id: one.id, name: one.profile["name"], ...more(one) }));
  return {
    key: "id",
    columns: ["name", ...Object.keys(rows[0] ?? {}).filter((one) => one !== "id" && one !== "name")],
    rows,
  };
}

/** Apps by id with label and status. */
export function appRows(
  apps: readonly Item[],
  more: (app: Item) => Readonly<Record<string, unknown>> = () => ({}),
): Expected {
  return {
    key: "id",
    columns: ["label", "status", ...Object.keys(apps[0] === undefined ? {} : more(apps[0]))],
    rows: apps.map((one) => ({ id: one.id, label: one.label, status: one.status, ...more(one) })),
  };
}
