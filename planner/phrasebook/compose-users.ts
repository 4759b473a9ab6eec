import type { Definition } from "../../terms/definition.ts";
import { definitions as known, type DefinedWord } from "../../registry/meanings.ts";
import { addColumns, type UserRead } from "./column-text.ts";
import { composeCondition, type ConditionText } from "./condition-text.ts";
import { chooseDriver, composeDriver, leavesOutDeactivated } from "./compose-driver.ts";
import type { Condition, Order, UsersReading } from "./reading.ts";
import { sayUsers } from "./say-users.ts";
import { filterLines, SnippetText } from "./snippet-text.ts";

/** A reading made into a snippet. */
export interface ComposedSnippet {
  readonly source: string;
  readonly reading: string;
  readonly definitions: readonly Definition[];
}

/**
 * The snippet for a question about users: read the smallest list that a condition gives, compare what is at hand, then read
 * roles and factors of those left. Every condition is a column.
 */
export function composeUsers(reading: UsersReading): ComposedSnippet {
  const snippet = new SnippetText();
  const driver = chooseDriver(reading);
  const people = composeDriver(driver, reading, snippet);
  const rest = (list: readonly Condition[]): readonly ConditionText[] =>
    list.filter((one) => !people.covers.includes(one)).map((one) => composeCondition(one, people, snippet));
  const always = rest(reading.always);
  const joined = rest(reading.conditions);
  const shown = rest(reading.columns.flatMap((one) => (one.kind === "whether" ? [one.condition] : [])));
  const parts = [...always, ...joined];
  const rowParts = reading.join === "or" ? joined : parts.filter((one) => one.userTest === undefined);
  const before = reading.join === "or" ? always : parts;
  const userTests = [...people.userTests, ...before.flatMap((one) => one.userTest ?? [])];
  const list = filtered(snippet, people.list, people.item, userTests);
  const rows = composeRows(snippet, reading, { ...people, list }, [...parts, ...shown]);
  const rowTests = rowParts.map((one) => one.rowTest);
  const joiner = reading.join === "or" ? " || " : " && ";
  const kept = rowTests.length === 0 ? rows : `${rows}.filter((row) => ${rowTests.join(joiner)})`;
  finish(snippet, reading, kept);
  const said = sayUsers(reading);
  return { source: snippet.render(said), reading: said, definitions: definitionsOf(reading) };
}

interface People {
  readonly list: string;
  readonly item: string;
  readonly user: string;
  readonly columns: readonly (readonly [string, string])[];
}

function filtered(snippet: SnippetText, list: string, item: string, tests: readonly string[]): string {
  if (tests.length === 0) return list;
  const chosen = snippet.name("chosen");
  snippet.add(...filterLines(chosen, list, item, tests));
  return chosen;
}

function composeRows(
  snippet: SnippetText,
  reading: UsersReading,
  people: People,
  parts: readonly ConditionText[],
): string {
  const columns = new Map<string, string>([
    ["id", `${people.user}.id`],
    ["login", `${people.user}.profile.login`],
    ["email", `${people.user}.profile.email`],
    ["status", `${people.user}.status`],
    ...people.columns,
    ...parts.flatMap((one) => one.columns),
  ]);
  const reads = new Set<UserRead>(parts.flatMap((one) => one.reads));
  addColumns(
    reading,
    people.user,
    columns,
    reads,
    people.columns.some(([name]) => name === "roles"),
  );
  const fields = [...columns].map(([name, text]) => `    ${name}: ${text},`);
  const rows = snippet.name("rows");
  if (reads.size === 0) {
    snippet.add(
      `const ${rows} = ${people.list}.map((${people.item}) => ({`,
      ...fields.map((one) => one.slice(2)),
      "}))",
    );
    return rows;
  }
  snippet.use("each");
  snippet.add(
    `const ${rows} = await each(${people.list}, async (${people.item}) => {`,
    ...[...reads].flatMap((one) => perUserReads(one, people.user, snippet)),
    "  return {",
    ...fields,
    "  }",
    "})",
  );
  return rows;
}

function perUserReads(read: UserRead, user: string, snippet: SnippetText): readonly string[] {
  switch (read) {
    case "roles":
      return [`  const roles = await okta.listAssignedRolesForUser({ userId: ${user}.id }).all()`];
    case "groups":
      return [`  const memberships = await okta.listUserGroups({ id: ${user}.id }).all()`];
    case "apps": {
      const filter = snippet.use("filter");
      return [
        `  const assignedApps = await okta.listApplications({ filter: ${filter}\`user.id eq \${${user}.id}\` }).all()`,
      ];
    }
    case "factors":
      return [
        `  const enrolled = await okta.listFactors({ userId: ${user}.id }).all()`,
        "  const factors = enrolled.filter((factor) => factor.status === 'ACTIVE' && factor.factorType !== 'question')",
      ];
  }
}

function finish(snippet: SnippetText, { output, order }: UsersReading, rows: string): void {
  if (output.kind === "rows") return snippet.add(...returnLines(rows, order));
  const kept = snippet.name("kept");
  snippet.add(`const ${kept} = ${rows}`);
  if (output.kind === "count") return snippet.add(`return [{ users: ${kept}.length }]`);
  const singular = output.by === "roles" ? "role" : output.by === "factorTypes" ? "factorType" : undefined;
  return snippet.add(
    ...(singular === undefined ? countLines(kept, output.by, "users") : countListLines(kept, output.by, singular)),
  );
}

/** The number of rows by the values of one column. */
export function countLines(rows: string, column: string, counted: string): readonly string[] {
  return [
    `const values = [...new Set(${rows}.map((row) => row.${column}))]`,
    `return values.map((value) => ({ ${column}: value, ${counted}: ${rows}.filter((row) => row.${column} === value).length }))`,
  ];
}

/** The number of rows that hold each value of a column of lists. */
function countListLines(rows: string, column: string, singular: string): readonly string[] {
  return [
    `const values = [...new Set(${rows}.flatMap((row) => row.${column}))]`,
    `return values.map((${singular}) => ({ ${singular}, users: ${rows}.filter((row) => row.${column}.includes(${singular})).length }))`,
  ];
}

function bestLines(rows: string, { by, descending }: Order): readonly string[] {
  const beats = `(other.${by} ?? '') ${descending ? ">" : "<"} (row.${by} ?? '')`;
  return [`const all = ${rows}`, `return all.filter((row) => !all.some((other) => ${beats}))`];
}

/** Returns rows in the order that the question asks for. */
export function returnLines(rows: string, order: Order | undefined): readonly string[] {
  if (order === undefined) return [`return ${rows}`];
  if (order.limit === "best") return bestLines(rows, order);
  const [less, more] = order.descending ? ["1", "-1"] : ["-1", "1"];
  const [a, b] = [`(a.${order.by} ?? '')`, `(b.${order.by} ?? '')`];
  return [
    `const sorted = ${rows}.toSorted((a, b) => (${a} < ${b} ? ${less} : ${a} > ${b} ? ${more} : 0))`,
    order.limit === undefined ? "return sorted" : `return sorted.slice(0, ${order.limit})`,
  ];
}

function definitionsOf(reading: UsersReading): readonly Definition[] {
  const words = new Set<DefinedWord>();
  const shown = reading.columns.flatMap((one) => (one.kind === "whether" ? [one.condition] : []));
  for (const one of [...reading.always, ...reading.conditions, ...shown])
    for (const word of wordsOf(one)) words.add(word);
  if (reading.columns.some((one) => one.kind === "factors")) words.add("MFA factor");
  if (leavesOutDeactivated(reading)) words.add("users");
  return [...reading.words, ...[...words].map((word) => known[word])];
}

const wordsByKind: Readonly<Partial<Record<Condition["kind"], DefinedWord>>> = {
  "never-signed-in": "not signed in",
  app: "access to an app",
  "any-app": "access to an app",
  role: "admin",
  factor: "MFA factor",
  "only-factors": "MFA factor",
  "factor-count": "MFA factor",
};

function wordsOf(condition: Condition): readonly DefinedWord[] {
  if (condition.kind === "status") return condition.values.includes("ACTIVE") ? ["active"] : [];
  if (condition.kind === "date") {
    const days: readonly DefinedWord[] = "hours" in condition.moment ? ["N days"] : [];
    return condition.date === "lastLogin" ? ["not signed in", ...days] : days;
  }
  const word = wordsByKind[condition.kind];
  return word === undefined ? [] : [word];
}
