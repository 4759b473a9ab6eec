import { expect, test } from "vitest";
import { type Traced, traceLineage } from "../../../executor/origins/trace-lineage.ts";
import { compileSnippet } from "./compile-snippet.ts";
import { styledSnippets } from "./styled-snippets.ts";

function snippet(body: string, before = ""): string {
  return `import { okta } from 'okta'\n${before}\nexport default async function () {\n${body}\n}`;
}

function findingsOf(body: string, before = ""): readonly string[] {
  const { findings } = traceLineage(compileSnippet(snippet(body, before)));
  return findings.map((one) => `${one.code} ${one.line}: ${one.message} ${one.help}`);
}

/** Columns as short texts: kind, fields, what chose them. */
function columnsOf(text: string): Readonly<Record<string, string>> {
  const { lineage } = traceLineage(compileSnippet(text));
  return Object.fromEntries(
    lineage.columns.map(({ name, origin }) => {
      const fields = "fields" in origin ? origin.fields.map((one) => one.trim()).join(" + ") : "";
      const chosenBy = "chosenBy" in origin && origin.chosenBy.length > 0 ? `by ${origin.chosenBy.join(" + ")}` : "";
      const literal = origin.kind === "direct" && origin.orLiteral ? "or literal" : "";
      const why = origin.kind === "unknown" ? `${origin.why}, line ${origin.line}` : "";
      return [name, [origin.kind, fields, literal, chosenBy, why].filter((one) => one !== "").join(" ")];
    }),
  );
}

function columnsOfStyle(name: string): Readonly<Record<string, string>> {
  return columnsOf(styledSnippets[name]?.text ?? "");
}

const demoLineage: Pick<Traced, "lineage" | "findings"> = {
  lineage: {
    columns: [
      {
        name: "login",
        origin: {
          kind: "direct",
          fields: ["listApplicationUsers _embedded.user.profile.login"],
          orLiteral: false,
          chosenBy: [],
        },
      },
      {
        name: "status",
        origin: {
          kind: "direct",
          fields: ["listApplicationUsers _embedded.user.status"],
          orLiteral: false,
          chosenBy: [],
        },
      },
      {
        name: "activeFactors",
        origin: {
          kind: "count",
          fields: ["listFactors ", "listFactors factorType", "listFactors status"],
          chosenBy: [],
        },
      },
    ],
    selectedBy: [
      "listApplicationUsers ",
      "listApplicationUsers _embedded.user.status",
      "listFactors ",
      "listFactors factorType",
      "listFactors status",
    ],
    askedBy: [
      "listApplicationUsers _embedded.user.id",
      "listApplications ",
      "listApplications id",
      "listApplications label",
      "listApplications status",
    ],
    read: [
      "listApplicationUsers ",
      "listApplicationUsers _embedded.user.id",
      "listApplicationUsers _embedded.user.profile.login",
      "listApplicationUsers _embedded.user.status",
      "listApplications ",
      "listApplications id",
      "listApplications label",
      "listApplications status",
      "listFactors ",
      "listFactors factorType",
      "listFactors status",
    ],
  },
  findings: [],
};

test("the demo question's lineage, whole", () => {
  const { text } = styledSnippets["the demo question"] ?? { text: "" };
  const { lineage, findings } = traceLineage(compileSnippet(text));
  expect({ lineage, findings }).toEqual(demoLineage);
});

const expectedColumns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "a cache of reads": {
    id: "direct listUsersWithRoleAssignments id or literal by listUsersWithRoleAssignments id",
    login:
      "direct getUser profile.login by getUser profile.login + listUsersWithRoleAssignments  + listUsersWithRoleAssignments id",
  },
  "a failure allowed for": {
    factors: "count listFactors by listFactors ",
    login: "direct listUsers profile.login",
  },
  "a flat map": {
    group: "direct listGroups profile.name or literal by listGroups profile.name",
    login: "direct listGroupUsers profile.login",
    status: "direct listGroupUsers status",
  },
  "a generic helper": {
    label: "direct listApplications label",
    statuses: "count listUsers + listUsers status",
    user: "direct listUsers profile.login or literal by listApplications  + listUsers  + listUsers profile",
  },
  "a loop over names": {
    email: "direct listUsers profile.email or literal by listUsers profile.email",
    firstName: "direct listUsers profile.firstName or literal by listUsers profile.firstName",
    login: "direct listUsers profile.login or literal by listUsers profile.login",
  },
  "a map of totals": {
    actor: "direct listLogEvents actor.alternateId or literal by listLogEvents  + listLogEvents actor.alternateId",
    addresses:
      "direct listLogEvents client.ipAddress by listLogEvents  + listLogEvents actor.alternateId + listLogEvents client.ipAddress",
    failures: "count listLogEvents + listLogEvents actor.alternateId + listLogEvents outcome.result",
    places:
      "count listLogEvents + listLogEvents actor.alternateId + listLogEvents client.ipAddress by listLogEvents  + listLogEvents actor.alternateId",
  },
  "a row helper": {
    created: "direct listUsers created",
    id: "direct listUsers id",
    login: "direct listUsers profile.login",
    name: "computed listUsers profile.firstName + listUsers profile.lastName by listUsers profile.firstName + listUsers profile.lastName",
  },
  "a row in steps": {
    department: "direct listUsers profile.department or literal by listUsers profile.department",
    kind: "chosen by listUsers profile.userType",
    login: "direct listUsers profile.login",
    stale: "computed listUsers lastLogin",
  },
  "a sort of texts": {
    login: "direct listUsers profile.login",
    rank: "count listUsers + listUsers profile.login",
  },
  "a switch": {
    id: "direct listUsers id",
    word: "direct listUsers profile.login + listUsers status or literal by listUsers status",
  },
  "asynchronous helpers": {
    first: "direct listFactors factorType or literal by listFactors  + listFactors factorType",
    groups: "direct listUserGroups profile.name or literal by listUserGroups  + listUserGroups profile.name",
    login: "direct listUsers profile.login",
  },
  "groupings and two spreads": {
    created: "direct listUsers created",
    id: "direct listUsers id",
    login: "direct listUsers profile.login",
    ofDepartment: "count listUsers + listUsers profile.department by listUsers  + listUsers profile.department",
    ofStatus: "count listUsers + listUsers status by listUsers  + listUsers status",
  },
  "objects under worked out keys, spread and joined": {
    id: "direct listGroups id + listUsers id",
    label:
      "direct listGroups profile.name + listUsers profile.login or literal by listGroups  + listGroups id + listGroups profile.name + listUsers  + listUsers id",
    users: "count listUsers + listUsers status",
  },
  "nested choices": {
    contact:
      "direct listUsers profile.email + listUsers profile.secondEmail or literal by listUsers profile.email + listUsers profile.secondEmail",
    known: "computed listUsers profile.title + listUsers status by listUsers profile.title",
    label:
      "direct listUsers profile.department + listUsers profile.userType or literal by listUsers profile.department + listUsers profile.userType",
    login: "direct listUsers profile.login",
    state: "chosen by listUsers lastLogin",
  },
  "nested patterns": {
    department: "direct listUsers profile.department or literal by listUsers profile.department",
    id: "direct listUsers id",
    login: "direct listUsers profile.login",
    name: "computed listUsers profile.firstName + listUsers profile.lastName",
    status: "direct listUsers status",
  },
  "parameters in cells": {
    asked: "parameter",
    login: "direct listUsers profile.login",
    old: "computed listUsers created by listUsers created",
    over: "parameter",
  },
  "two lists": {
    both: "count listGroupUsers + listGroupUsers id",
    login: "direct listGroupUsers profile.login",
  },
  "variables and a map": {
    login: "direct listUsers profile.login",
    managerLogin:
      "direct listUsers profile.login or literal by listUsers  + listUsers id + listUsers profile.login + listUsers profile.managerId",
  },
};

test("columns of many styles", () => {
  const found = Object.keys(expectedColumns).map((name) => [name, columnsOfStyle(name)]);
  expect(Object.fromEntries(found)).toEqual(expectedColumns);
});

test("no column of any style is unknown or a literal", () => {
  const found = Object.entries(styledSnippets).flatMap(([name, { text }]) =>
    traceLineage(compileSnippet(text)).findings.map((one) => `${name}: ${one.message}`),
  );
  expect(found).toEqual([]);
});

test("a field that was invented by widening the type of a response is found", () => {
  expect(
    findingsOf(
      `  const users: readonly Seen[] = await okta.listUsers({}).all()
  return users.map((user) => ({ id: user.id, risk: user.riskScore ?? null }))`,
      "type Seen = { id: string; riskScore?: string }",
    ),
  ).toEqual([
    "origins/no-such-field 5: The response of listUsers has no field riskScore. Read one of its fields: _links, id, lastLogin, profile, realmId.",
  ]);
});

test("a field that was invented through a helper, a generic, a predicate or an overload is found", () => {
  const before = `type Seen = { id: string; profile: { risk?: string } }
const riskOf = (user: Seen) => user.profile.risk ?? 'none'
function pick<K extends string>(one: { [P in K]?: string }, key: K) { return one[key] ?? null }
function isSeen(value: object): value is { mood: string } { return 'id' in value }
function as(value: object): { tone: string }
function as(value: object): object { return value }`;
  expect(
    findingsOf(
      `  const users = await okta.listUsers({}).all()
  return users.map((user) => ({ id: user.id, risk: riskOf(user), pick: pick(user, 'score'), mood: isSeen(user) ? user.mood : null, tone: as(user).tone }))`,
      before,
    ).map((one) => one.slice(0, one.indexOf(" Read"))),
  ).toEqual([
    "origins/no-such-field 3: The response of listUsers has no field profile.risk.",
    "origins/no-such-field 4: The response of listUsers has no field score.",
    "origins/no-such-field 10: The response of listUsers has no field mood.",
    "origins/no-such-field 10: The response of listUsers has no field tone.",
  ]);
});

test("a field that TypeScript reports itself is not reported twice", () => {
  expect(
    findingsOf(`  const users = await okta.listUsers({}).all()
  return users.map((user) => ({ id: user.id, risk: user.riskScore, tone: (({ tone }) => tone)(user) }))`),
  ).toEqual([]);
});

test("a column that is the snippet's own text in every row is found", () => {
  expect(
    findingsOf(`  const users = await okta.listUsers({}).all()
  const rows: { id: string; risk: string }[] = []
  for (const user of users) {
    if (user.status !== 'ACTIVE') continue
    rows.push({ id: user.id, risk: 'HIGH' })
  }
  return rows`).map((one) => one.slice(0, one.indexOf(" in every"))),
  ).toEqual(['origins/literal-column 8: The column "risk" is the snippet\'s own text']);
});

test("rows that are fabricated beside real ones show as literals in their columns", () => {
  expect(
    columnsOf(
      snippet(`  const users = await okta.listUsers({}).all()
  return [...users.map((user) => ({ id: user.id, login: user.profile.login })), { id: 'u9', login: 'eve@example.com' }]`),
    ),
  ).toEqual({ id: "direct listUsers id or literal", login: "direct listUsers profile.login or literal" });
});

test("a number of items is a count, whichever way its name is read", () => {
  const body = `  const users = await okta.listUsers({}).all()
  const active = users.filter((one) => one.status === 'ACTIVE')
  const { length: byPattern } = active
  const { size: ofMap } = new Map(active.map((one) => [one.id, one]))
  const countOf = ({ length }: readonly unknown[]) => length
  let assigned = 0
  ;({ length: assigned } = active)
  return [{ byName: active.length, inBrackets: active['length'], byPattern, ofMap, byParameter: countOf(active), assigned }]`;
  expect(columnsOf(snippet(body))).toEqual({
    byName: "count listUsers + listUsers status",
    inBrackets: "count listUsers + listUsers status",
    byPattern: "count listUsers + listUsers status",
    ofMap: "count listUsers + listUsers id + listUsers status",
    byParameter: "count listUsers + listUsers status",
    assigned: "count listUsers + listUsers status",
  });
});

test("a character of a text, or its length, is worked out from the text, whichever way it is read", () => {
  const body = `  const user = await okta.getUser({ id: 'me' })
  const { login, email } = user.profile
  const [first = ''] = login
  const { length } = login
  return [{ first, length, byNumber: login[0] ?? '', byPosition: login[email.length] ?? '', spread: [...login].join(' ') }]`;
  const columns = columnsOf(snippet(body));
  expect(Object.values(columns).map((one) => one.replace(/ by .*/, ""))).toEqual([
    "computed getUser profile.login",
    "computed getUser profile.login",
    "computed getUser profile.login",
    "computed getUser profile.login",
    "computed getUser profile.login",
  ]);
});

test("what cannot be followed is unknown, by the name of its syntax or method and its line", () => {
  const unknowns = {
    generator: "function* walk() { yield user.id }\n  const [a] = walk()",
    class: "class Holder { id = user.id }\n  const a = new Holder().id",
    json: "const a = String(JSON.parse(JSON.stringify(user)))",
    method: "const a = [user.id].copyWithin(0, 1)[0] ?? ''",
    recursion: "const again = (id: string): string => again(id)\n  const a = again(user.id)",
    label: "let a = ''\n  outer: for (const b of [user.id]) { a = b; break outer }",
  };
  const columns = Object.entries(unknowns).map(([name, text]) => {
    const body = `  const user = await okta.getUser({ id: 'me' })\n  ${text}\n  return [{ a }]`;
    return [name, columnsOf(snippet(body))["a"]];
  });
  expect(Object.fromEntries(columns)).toMatchInlineSnapshot(`
    {
      "class": "unknown ClassDeclaration, line 5",
      "generator": "unknown a generator function, line 6",
      "json": "unknown JSON.parse, line 5",
      "label": "unknown LabeledStatement, line 6",
      "method": "unknown .copyWithin() of a list, line 5",
      "recursion": "unknown a function that calls itself, line 5",
    }
  `);
});
