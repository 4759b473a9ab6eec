import { expect, test } from "vitest";
import type { Finding } from "../../../terms/finding.ts";
import { findingsOf, snippet, snippetWith } from "./checked-snippet.ts";

const users = "  const users = await okta.listUsers({}).all()";

const invented: Readonly<Record<string, string>> = {
  "an invented field": snippet(`${users}\n  return users.map((one) => ({ risk: one.riskScore }))`),
  "a field invented by widening": snippetWith(
    "type Seen = { id: string; riskScore?: string }",
    "  const users: readonly Seen[] = await okta.listUsers({}).all()\n  return users.map((one) => ({ risk: one.riskScore ?? 'none' }))",
  ),
  "a field invented by a type predicate": snippetWith(
    "function hasRisk(one: unknown): one is { riskScore: string } {\n  return true\n}",
    `${users}\n  return users.filter(hasRisk).map((one) => ({ risk: one.riskScore }))`,
  ),
  "a field invented by an overload": snippetWith(
    "function seen(one: { id: string }): { riskScore: string }\nfunction seen(one: { id: string }): unknown {\n  return one\n}",
    `${users}\n  return users.map((one) => ({ risk: seen(one).riskScore }))`,
  ),
  "a field invented by a generic helper": snippetWith(
    "function read<T>(one: unknown): T {\n  return one as T\n}",
    `${users}\n  return users.map((one) => ({ risk: read<{ riskScore: string }>(one).riskScore }))`,
  ),
  "an invented operation": snippet(
    "  const risks = await okta.listUserRisks({}).all()\n  return risks.filter((one) => one.level === 'HIGH').map((one) => ({ id: one.id }))",
  ),
  "a misspelt enum value": snippet(
    `${users}\n  return users.filter((one) => one.status === 'ACTVE').map((one) => ({ login: one.profile.login }))`,
  ),
  "as any": snippet(`${users}\n  return users.map((one) => ({ risk: (one as any).riskScore }))`),
  "@ts-ignore": snippet(`${users}\n  return users.map((one) => ({\n    // @ts-ignore\n    risk: one.riskScore,\n  }))`),
  "node:fs":
    "import { readFileSync } from 'node:fs'\nexport const title = 'A test'\nexport default async function () {\n  return [{ text: readFileSync('/etc/passwd', 'utf8') }]\n}\n",
  "lastLogin in a search": snippet(
    `  const users = await okta.listUsers({ search: 'status eq "ACTIVE" and lastLogin lt "2026-01-01T00:00:00.000Z"' }).all()\n  return users.map((one) => ({ login: one.profile.login }))`,
  ),
  "a bare await in a loop": snippet(
    `${users}\n  const rows = []\n  for (const one of users) {\n    const factors = await okta.listFactors({ userId: one.id }).all()\n    rows.push({ login: one.profile.login, factors: factors.length })\n  }\n  return rows`,
  ),
};

const expected: Readonly<Record<string, Finding>> = {
  "@ts-ignore": {
    code: "gate/directive",
    column: 5,
    help: "Take the comment out and repair what it hides.",
    line: 6,
    message: "This comment is a directive that changes what the compiler checks.",
    why: "It could switch off the check that the approval rests on.",
  },
  "a bare await in a loop": {
    code: "gate/await-in-loop",
    column: 21,
    help: "Write: const found = await each(items, async (item) => { … }), and go on with what it gives.",
    line: 7,
    message: "listFactors is read once for each item of users.",
    why: "The host sets how many reads run at once, keeps their order and works out the price; in a loop it can do none of these.",
  },
  "a field invented by a generic helper": {
    code: "gate/assertion",
    column: 17,
    help: "Let the type follow from the value; narrow with a condition, or use satisfies. Only `as const` is allowed.",
    line: 4,
    message: "A type is asserted here: one as T.",
    why: "It tells the compiler to believe the snippet instead of Okta's types, so an invented field would pass.",
  },
  "a field invented by a type predicate": {
    code: "gate/type-predicate",
    column: 33,
    help: "Return boolean; the compiler works out by itself what a condition shows.",
    line: 3,
    message: "one is { riskScore: string } claims a type.",
    why: "A type of the snippet's own could claim a field that Okta's answer does not have, and the compiler would believe it.",
  },
  "a field invented by an overload": {
    code: "gate/overload",
    column: 1,
    help: "Write one function with one signature.",
    line: 3,
    message: "seen has more than one signature.",
    why: "A type of the snippet's own could claim a field that Okta's answer does not have, and the compiler would believe it.",
  },
  "a field invented by widening": {
    code: "gate/optional-property",
    column: 27,
    help: "For what Okta answered name Okta's own type, as User of import { okta, type User } from 'okta' and User['profile'] of what it holds; for rows write `T | null`; an option of a helper is a parameter with a default, as (text: string, separator = ', ').",
    line: 3,
    message: "riskScore is optional in a type of the snippet's own.",
    why: "A type of the snippet's own could claim a field that Okta's answer does not have, and the compiler would believe it.",
  },
  "a misspelt enum value": {
    code: "TS2367",
    column: 32,
    help: "The values are: ACTIVE, DEPROVISIONED, LOCKED_OUT, PASSWORD_EXPIRED, PROVISIONED, RECOVERY, STAGED, SUSPENDED.",
    line: 5,
    message:
      "This comparison appears to be unintentional because the types 'UserStatus' and '\"ACTVE\"' have no overlap.",
    why: "The types are Okta's own, with this org's attributes; what does not fit them would fail or mislead when run.",
  },
  "an invented field": {
    code: "TS2339",
    column: 42,
    help: "The fields here are: activated, created, credentials, id, lastLogin, lastUpdated, passwordChanged, profile, realmId, status, statusChanged, transitioningToStatus, type, _links.",
    line: 5,
    message: "Property 'riskScore' does not exist on type 'User'.",
    why: "The types are Okta's own, with this org's attributes; what does not fit them would fail or mislead when run.",
  },
  "an invented operation": {
    code: "check/unknown-operation",
    column: 28,
    help: "Near in name: getUserRisk, listUserBlocks, listUserGrants, listUserGroups, listUserTypes. Others: attest operations WORDS",
    line: 4,
    message: "Okta's API has no operation listUserRisks.",
    why: "A snippet can call only operations of Okta's catalogue, under Okta's own names.",
  },
  "as any": {
    code: "gate/assertion",
    column: 46,
    help: "Let the type follow from the value; narrow with a condition, or use satisfies. Only `as const` is allowed.",
    line: 5,
    message: "A type is asserted here: one as any.",
    why: "It tells the compiler to believe the snippet instead of Okta's types, so an invented field would pass.",
  },
  "lastLogin in a search": {
    code: "filter/E0000031",
    column: 72,
    help: "Leave lastLogin out of the text, read the users, and compare it in the snippet: users.filter((user) => isBefore(user.lastLogin, daysAgo(30))).",
    line: 4,
    message: "lastLogin stands in the search of listUsers.",
    why: "Okta returns lastLogin but cannot compare it in this parameter.",
  },
  "node:fs": {
    code: "gate/import",
    column: 1,
    help: "Write one line: import { okta, each } from 'okta'",
    line: 1,
    message: "The module 'node:fs' is imported.",
    why: "A snippet reaches Okta's operations and the helpers of 'okta', and nothing else: no file, no network, no package.",
  },
};

test.for(Object.entries(invented))("%s is one finding, at its place, with what to do", async ([name, source]) => {
  expect(await findingsOf(source)).toEqual([expected[name]]);
});

test("a response taken for open keys is a finding even where the compiler lets it pass", async () => {
  const source = snippetWith(
    "const text = (one: Record<string, unknown>): string => String(one['riskScore'])",
    "  const all = await okta.listApplicationUsers({ appId: 'a', expand: 'user' }).all()\n  return all.map((one) => ({ risk: text(one._embedded) }))",
  );
  expect((await findingsOf(source)).map((one) => one.code)).toMatchInlineSnapshot(`
    [
      "check/widened",
    ]
  `);
});

test("a target of an event by a name that the System Log does not use is a finding with the right name", async () => {
  const events = "  const events = await okta.listLogEvents({ since: daysAgo(1), until: now() }).all()";
  const rows = "  return events.map((one) => ({ app: targetOf(one, 'Application')?.displayName ?? null }))";
  const source = snippet(`${events}\n${rows}`).replace("okta, each,", "okta, now, targetOf, each,");
  const found = await findingsOf(source);
  expect(found.map(({ code, line, help }) => ({ code, line, help }))).toEqual([
    { code: "TS2345", line: 5, help: "The values are: AppInstance." },
  ]);
});

test("a search joined by what Okta does not read is a finding", async () => {
  const text = (separator: string): string =>
    snippet(
      `  const ids = ['00u1', '00u2']\n  const search = ids.map((id) => filter\`id eq \${id}\`).join('${separator}')\n  const users = await okta.listUsers({ search }).all()\n  return users.map((one) => ({ login: one.profile.login }))`,
    );
  const codes = [await findingsOf(text(" or ")), await findingsOf(text(", "))].map((one) =>
    one.map(({ code }) => code),
  );
  expect(codes).toEqual([[], ["filter/E0000031"]]);
});
