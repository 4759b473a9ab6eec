import { expect, test } from "vitest";
import { renderReview } from "../../../executor/check/review/render-review.ts";
import { baseSchema } from "../../../registry/schema-attributes.ts";
import { reviewOf, sharedChecker, snippet } from "./checked-snippet.ts";
import { idiomaticSnippets } from "./idiomatic-snippets.ts";

const demo = idiomaticSnippets["active users of an app without a factor"] ?? "";

/** Each condition of a snippet that filters users by this expression over `one`. */
async function wordsOf(condition: string): Promise<readonly (string | undefined)[]> {
  const review = await reviewOf(
    snippet(
      `  const users = await okta.listUsers({}).all()\n  return users.filter((one) => ${condition})\n    .map((one) => ({ login: one.profile.login }))`,
    ),
  );
  return review.filters.map((one) => one.words);
}

const said: readonly (readonly [string, string | undefined])[] = [
  ["one.status === 'ACTIVE'", "status is ACTIVE"],
  ["one.status !== 'ACTIVE' && one.lastLogin === null", "status is not ACTIVE and lastLogin is not set"],
  ["!one.lastLogin", "lastLogin is not set"],
  ["isBefore(one.lastLogin, daysAgo(30))", "lastLogin is before 30 days before the run, or never"],
  ["(one.lastLogin ?? '') < daysAgo(30)", 'lastLogin ("" where not set) is before 30 days before the run'],
  ["one.created >= startOfDay('2026-11-01')", 'created is at or after the start of the day "2026-11-01"'],
  ["one.created < startOfDay('2026-11-01', 7)", 'created is before the start of the day 7 days after "2026-11-01"'],
  ["one.profile.login.endsWith('@example.com')", "profile.login ends with @example.com"],
  ["['ACTIVE', 'RECOVERY'].includes(one.status ?? '')", 'the list ACTIVE, RECOVERY includes status ("" where not set)'],
  ["typeof one.profile.department === 'string'", "profile.department is a text"],
  [
    "one.status === 'ACTIVE' && (one.profile.department === 'A' || one.profile.department === 'B')",
    "status is ACTIVE and (profile.department is A or profile.department is B)",
  ],
  ["/^a/.test(one.profile.login)", undefined],
  ["one.profile.login.length % 2 === 0", undefined],
];

test.for(said)("the condition %s is said as it is meant, or not at all", async ([condition, words]) => {
  expect(await wordsOf(condition)).toEqual([words === undefined ? undefined : `Keeps of users where ${words}`]);
});

test("a condition without words is a line of its own among what must not be missed", async () => {
  const review = await reviewOf(
    snippet(
      "  const users = await okta.listUsers({}).all()\n  return users.filter((one) => /^a/.test(one.profile.login)).map((one) => ({ login: one.profile.login }))",
    ),
  );
  expect(review.warnings).toEqual([
    "The condition in line 5 could not be put into words; read it in the snippet: (one) => /^a/.test(one.profile.login)",
  ]);
});

test("a file that a snippet takes is in the review with its columns, and what comes out of it is said so", async () => {
  const declared = `export const params = { people: inputTable({ login: 'string', left: 'date?' }) }`;
  const source = `import { inputTable, okta } from 'okta'
export const title = 'Leavers'
${declared}
export default async function ({ people }: typeof params) {
  const users = await okta.listUsers({}).all()
  return people.map(({ login, left }) => ({
    person: login, left, lastLogin: users.find((one) => one.profile.login === login)?.lastLogin ?? null,
  }))
}
`;
  const review = await reviewOf(source);
  expect({ tables: review.tables, columns: review.columns }).toEqual({
    tables: { people: { login: "string", left: "date?" } },
    columns: [
      { name: "person", origin: { kind: "direct", fields: ["table:people login"], orLiteral: false, chosenBy: [] } },
      { name: "left", origin: { kind: "direct", fields: ["table:people left"], orLiteral: false, chosenBy: [] } },
      {
        name: "lastLogin",
        origin: {
          kind: "direct",
          fields: ["listUsers lastLogin"],
          orLiteral: true,
          chosenBy: ["listUsers ", "listUsers lastLogin", "listUsers profile.login", "table:people login"],
        },
      },
    ],
  });
  const rendered = renderReview(review);
  expect(rendered).toContain("people: a CSV or JSON file with the columns login (string), left (date, may be empty)");
  expect(rendered).toContain("left: the column left of the file for people, as it stands there");
});

test("a condition on a number of the snippet's own that is called like a field of Okta is no idle one", async () => {
  const review = await reviewOf(
    snippet(`  const apps = await okta.listApplications({}).all()
  const counted = await each(apps, async (app) => ({
    id: app.id,
    users: (await okta.listApplicationUsers({ appId: app.id }).all()).length,
  }))
  return counted.filter((one) => one.users === 0).map((one) => ({ id: one.id, assigned: one.users }))`),
  );
  expect(review.warnings).toEqual([
    "listApplicationUsers is read once for each of apps, the items of listApplications.",
  ]);
});

test("a number of items that chooses a text is no idle condition", async () => {
  const review = await reviewOf(
    snippet(`  const streams = await okta.listLogStreams({}).all()
  const live = streams.filter((one) => one.status === 'ACTIVE')
  return [{ result: live.length > 0 ? 'pass' : 'fail' }]`),
  );
  expect(review.warnings).toEqual([]);
});

test("the price counts pages and items with the number behind each", async () => {
  const result = await sharedChecker().check(demo, {
    orgSchema: baseSchema(),
    knownCounts: {
      listApplications: { count: 47, seen: "seen 2 h ago" },
      listApplicationUsers: { count: 842, seen: "seen 2 h ago" },
    },
  });
  expect(result.kind === "checked" ? result.checked.review.price : result).toEqual({
    calls: 845,
    expected: { listApplications: 1, listApplicationUsers: 2, listFactors: 842 },
    minutes: 2.8,
    because: [
      "listApplications: 1 request: 1 request for each 200 items (47, seen 2 h ago)",
      "listApplicationUsers: 2 requests: 1 request for each 500 items (842, seen 2 h ago)",
      "listFactors: 1 request for each of active, some of the items of listApplicationUsers (at most 842, seen 2 h ago)",
    ],
  });
});

test("a price that is not known is not guessed", async () => {
  const { price } = await reviewOf(demo);
  expect([price.calls, price.minutes]).toEqual([undefined, undefined]);
});

test("the same snippet has the same hash, and another text another", async () => {
  const [first, again, other] = await Promise.all([
    reviewOf(demo),
    reviewOf(demo),
    reviewOf(demo.replace("'ACTIVE'", "'SUSPENDED'")),
  ]);
  expect([first?.reviewHash === again?.reviewHash, first?.reviewHash === other?.reviewHash]).toEqual([true, false]);
});

test("a column named like Okta's field, made of something else, is a finding", async () => {
  const result = await sharedChecker().check(
    snippet(
      "  const users = await okta.listUsers({}).all()\n  return users.map((one) => ({ status: one.profile.login }))",
    ),
    { orgSchema: baseSchema() },
  );
  expect(
    result.kind === "findings"
      ? result.findings.map(({ code, line, column, message }) => [code, line, column, message])
      : result,
  ).toEqual([
    ["origins/misleading-name", 5, 32, "The column status is named like listUsers status, but comes from elsewhere."],
  ]);
});

test("the help of a misleading column gives a name that passes", async () => {
  const helpOf = async (column: string, value: string): Promise<string | undefined> => {
    const source = snippet(
      `  const users = await okta.listUsers({}).all()\n  return users.map((one) => ({ login: one.profile.login, ${column}: ${value} }))`,
    );
    const result = await sharedChecker().check(source, { orgSchema: baseSchema() });
    return result.kind === "findings" ? result.findings[0]?.help : undefined;
  };
  expect(await helpOf("manager", "one.profile.email")).toBe(
    "Name the column managerEmail, or take its value from listUsers profile.manager.",
  );
  expect(await helpOf("managerEmail", "one.profile.email")).toBeUndefined();
  expect(await helpOf("managerId", "one.id")).toBe(
    "Name the column managerOktaId, or take its value from listUsers profile.managerId.",
  );
  expect(await helpOf("managerOktaId", "one.id")).toBeUndefined();
});

test("an administrator reads the review without reading the snippet", async () => {
  const text = renderReview(await reviewOf(demo));
  expect(text.slice(0, text.indexOf("Known to mislead"))).toMatchInlineSnapshot(`
    "Active users of an app without an active MFA factor
    ===================================================

    Must not be missed
      ! listFactors is read once for each of active, some of the items of listApplicationUsers. No bulk read exists. Cut the list of users first (status, app, group), then read factors of those left.

    With these values
      app = "GitHub"

    Reads from Okta
      listApplicationUsers (only reads; okta.apps.read): Users assigned to one app, directly or by group; expand=user embeds each user.
          GET /api/v1/apps/{appId}/users
      listApplications (only reads; okta.apps.read): Apps of the org with label, sign-on mode, status and the link to their sign-in policy.
          GET /api/v1/apps
      listFactors (only reads; okta.users.read): Factors enrolled by one user, with type, provider and status.
          GET /api/v1/users/{userId}/factors

    Decided here, over what was read
      Keeps of assigned where user.status is ACTIVE  [line 9]
      Keeps of factors where status is ACTIVE and factorType is not "question"  [line 13]
      Keeps of rows where activeFactors is 0  [line 16]

    Whether a row is there depends on
      listApplicationUsers: its items, _embedded.user.status
      listFactors: its items, factorType, status

    Lists are joined by
      listApplicationUsers: _embedded.user.id
      listApplications: its items, id, label, status

    Columns
      login: listApplicationUsers _embedded.user.profile.login, as Okta has it
      status: listApplicationUsers _embedded.user.status, as Okta has it
      activeFactors: a number or presence of the items of listFactors, listFactors factorType, listFactors status

    Words used
      active: The status in Okta is exactly ACTIVE. Locked out, suspended, staged, provisioned, in recovery, password expired and deactivated are not active.
      MFA factor: An enrolled factor whose status is ACTIVE and whose type is not question. Email counts. A factor waiting for activation does not count.
      access to an app: The user is assigned to the app, directly or by a group. Apps that are open to everyone without an assignment are not covered.

    "
  `);
});
