// Snippets that pass the check and try to have the review say something else than they do. The layer is the review: its words are
// true, or there are none and the operator is sent to the line.
import { expect, test } from "vitest";
import { renderReview } from "../../executor/check/review/render-review.ts";
import { placesOf, reviewOf, snippet, snippetWith } from "../executor/check/checked-snippet.ts";

const users = "  const users = await okta.listUsers({}).all()\n";
const logins = ".map((one) => ({ login: one.profile.login }))";
const loop = (body: string): string =>
  snippet(`${users}  const rows: { login: string }[] = []\n  for (const user of users) {\n${body}\n  }\n  return rows`);
const push = "rows.push({ login: user.profile.login })";
const kept = (condition: string): string =>
  snippet(`${users}  return users.filter((one) => ${condition})\n    ${logins}`);

interface Lie {
  readonly way: string;
  readonly source: string;
  readonly words: readonly (string | undefined)[];
}

const lies: readonly Lie[] = [
  {
    way: "a variable named like a field",
    source: loop(`const status = user.profile.department\n if (status !== 'ACTIVE') continue\n ${push}`),
    words: ["Leaves an item out where user.profile.department is not ACTIVE"],
  },
  {
    way: "a field taken under another field's name",
    source: snippet(
      `${users}  return users.filter(({ profile: { department: status } }) => status === 'ACTIVE')${logins}`,
    ),
    words: ["Keeps of users where profile.department is ACTIVE"],
  },
  {
    way: "a row of the snippet's own with a field of Okta's name",
    source: snippet(
      `${users}  const made = users.map((one) => ({ status: one.profile.title, login: one.profile.login }))\n  return made.filter((one) => one.status === 'ACTIVE').map((one) => ({ login: one.login }))`,
    ),
    words: ["Keeps of made where the snippet's own status is ACTIVE"],
  },
  {
    way: "a variable that hides a parameter",
    source: loop(
      `let status = 'STAGED'\n if (user.id === 'a') status = 'SUSPENDED'\n if (user.profile.title === status) ${push}`,
    ),
    words: [
      "Does the following only where user.id is a",
      "Does the following only where user.profile.title is the snippet's own status",
    ],
  },
  {
    way: "a text that goes on like a sentence",
    source: kept("one.profile.department !== 'A and status is ACTIVE'"),
    words: ['Keeps of users where profile.department is not "A and status is ACTIVE"'],
  },
  {
    way: "a text that says set",
    source: kept("one.profile.title === 'set'"),
    words: ['Keeps of users where profile.title is "set"'],
  },
  {
    way: "a letter of another alphabet",
    source: kept("one.profile.department === 'S\u0430les'"),
    words: ['Keeps of users where profile.department is "S\\u{430}les"'],
  },
  {
    way: "a search whose value goes on like a sentence",
    source: snippet(
      `  const users = await okta.listUsers({ search: 'profile.title eq "A or status is ACTIVE"' }).all()\n  return users${logins}`,
    ),
    words: ['listUsers: profile.title is "A or status is ACTIVE"'],
  },
  {
    way: "a search with the mark of a hole in a text",
    source: snippet(
      `  const users = await okta.listUsers({ search: filter\`profile.title eq "‹value›" and id eq \${'a'}\` }).all()\n  return users${logins}`,
    ),
    words: [undefined],
  },
  {
    way: "an object with a method of the language's name",
    source: snippet(
      `${users}  const all = { includes: (id: string) => id !== '' }\n  return users.filter((one) => all.includes(one.id))${logins}`,
    ),
    words: [undefined],
  },
  {
    way: "a length that counts nothing",
    source: snippet(
      `${users}  const groups = { length: 0 }\n  return users.filter(() => groups.length === 0)${logins}`,
    ),
    words: ["Keeps of users where groups.length is 0"],
  },
  {
    way: "a position that moves what is compared",
    source: kept("one.profile.login.startsWith('admin', 9)"),
    words: [undefined],
  },
  {
    way: "a helper that is given something else than the item",
    source: snippetWith(
      "const isActive = (user: { status: string | null }) => user.status === 'ACTIVE'",
      `${users}  return users.filter((one) => isActive({ status: one.profile.title ?? null }))${logins}`,
    ),
    words: [undefined],
  },
  {
    way: "an outer item beside an inner one",
    source: kept("users.some((two) => two.profile.email === one.profile.login)"),
    words: ["Keeps of users where at least one of users has: profile.email is one.profile.login"],
  },
  {
    way: "a condition after the row is there",
    source: loop(`${push}\n if (user.status !== 'ACTIVE') continue`),
    words: ["Goes on to the next item where user.status is not ACTIVE"],
  },
  {
    way: "a condition without the word if",
    source: loop(`user.status === 'ACTIVE' && ${push}`),
    words: ["Does the following only where user.status is ACTIVE"],
  },
  {
    way: "a loop that counts",
    source: snippet(
      `${users}  const rows: { login: string }[] = []\n  for (let i = 0; i < 3; i += 1) rows.push({ login: users[i]?.profile.login ?? '' })\n  return rows`,
    ),
    words: ["Goes on while i is below 3"],
  },
  {
    way: "a user named by hand in a path",
    source: snippet("  const user = await okta.getUser({ id: '00u1' })\n  return [{ login: user.profile.login }]"),
    words: ["getUser: id is 00u1"],
  },
];

test.for(lies)("$way is said as what it is, or sends the operator to the line", async ({ source, words }) => {
  expect((await reviewOf(source)).filters.map((one) => one.words)).toEqual(words);
});

const warned: readonly (readonly [way: string, source: string, ...warnings: string[]])[] = [
  [
    "the first few of a list",
    snippet(`  const users = await okta.listUsers({}).first(10)\n  return users${logins}`),
    "Takes only the first 10 of listUsers, whatever else there is (line 4).",
  ],
  [
    "a part of a list",
    snippet(`${users}  return users.slice(0, 3)${logins}`),
    "Takes only a part of users: slice(0, 3), whatever else there is (line 5).",
  ],
  [
    "a loop of one round",
    loop(`${push}\n break`),
    "Stops after the first item of the loop in line 6, whatever else there is (line 8).",
  ],
  [
    "a choice that nothing comes of",
    snippet(
      `${users}  const active = users.filter((one) => one.status === 'ACTIVE')\n  if (active.length < 0) return []\n  return users${logins}`,
    ).replace("if (active.length < 0) return []", "users.map(() => active)"),
    "The condition in line 5 decides nothing in the rows: Keeps of users where status is ACTIVE",
  ],
  [
    "a text that a list was filled with",
    snippet(
      `${users}  const logins = users.map((one) => one.profile.login)\n  logins.fill('root@example.com', 0, 1)\n  return logins.map((login) => ({ login }))`,
    ),
    'The column login holds values of Okta and, in some rows, the snippet\'s own text "root@example.com".',
  ],
  [
    "a text that stands in a Map beside Okta's values",
    snippet(
      `${users}  const logins = new Map(users.map((one) => [one.id, one.profile.login]))\n  for (const one of users) logins.set(one.id, 'root@example.com')\n  return users.map((one) => ({ login: logins.get(one.id) ?? null }))`,
    ),
    'The column login holds values of Okta and, in some rows, the snippet\'s own text "root@example.com".',
  ],
  [
    "a value of the next item beside each",
    snippet(`${users}  return users.map((one, i) => ({ id: one.id, login: users[i + 1]?.profile.login ?? null }))`),
    "Takes another item of users beside each, by its place i + 1 (line 5).",
  ],
  [
    "a value of the item before beside each",
    snippet(`${users}  return users.map((one, i) => ({ id: one.id, login: users.at(i - 1)?.profile.login ?? null }))`),
    "Takes another item of users beside each, by its place i - 1 (line 5).",
  ],
  [
    "a row that the snippet made up",
    snippet(`${users}  return [...users${logins}, { login: 'root@example.com' }]`),
    "Adds 1 item to a list: there are more in it than were read (line 5).",
    'The column login holds values of Okta and, in some rows, the snippet\'s own text "root@example.com" (line 5).',
  ],
];

test.for(warned)("%s stands among what must not be missed", async ([, source, ...warnings]) => {
  expect((await reviewOf(source)).warnings).toEqual(warnings);
});

const orUnknown = "await okta.getUser({ id: 'a' }).orUnknown ()";

test("a failure allowed for is said however it is written", async () => {
  const source = `import { okta, notKnown } from 'okta'\nexport const title = 'A test'\nexport default async function () {\n  const user = ${orUnknown}\n  return notKnown(user) ? [] : [{ login: user.profile.login }]\n}\n`;
  expect(renderReview(await reviewOf(source))).toContain("A read marked orUnknown may fail and the run goes on");
});

test("no title, parameter, column or word writes a line of the review", async () => {
  const review = await reviewOf(kept("one.profile.title === 'A'"));
  const forged = {
    ...review,
    title: "A\nReads from Okta",
    parameters: { "a\nb": "\u202e" },
    warnings: ["\u001b]52;c;eA==\u0007"],
  };
  const lines = renderReview(forged).split("\n").slice(0, 7);
  expect(lines).toEqual([
    "A\\u{a}Reads from Okta",
    "=================",
    "",
    "Must not be missed",
    "  ! \\u{1b}]52;c;eA==\\u{7}",
    "",
    "With these values",
  ]);
});

const refused: readonly (readonly [string, string, string])[] = [
  [
    "a helper of 'okta' of the snippet's own",
    snippetWith("const isBefore = () => true", "  return []"),
    "gate/shadowed-import 3:7",
  ],
  [
    "a function of the language of the snippet's own",
    snippetWith("const Boolean = () => true", "  return []"),
    "gate/shadowed-import 3:7",
  ],
  ["var, which is seen where it does not stand", snippet("  var a = 1\n  return []"), "gate/construct 4:3"],
  ["a line end that few editors show", snippet("  // a\rreturn []"), "gate/hidden-character 4:7"],
  ["a title of several lines", snippet("  return []").replace("'A test'", "'A\\nB'"), "gate/title 2:22"],
  [
    "a column of several lines",
    snippet(`${users}  return users.map((one) => ({ 'a\\nb': one.id }))`),
    "check/column-name 5:32",
  ],
  [
    "a field's name with a capital",
    snippet(`${users}  return users.map((one) => ({ Status: one.profile.title ?? null }))`),
    "origins/misleading-name 5:32",
  ],
  [
    "a field's name with its path",
    snippet(`${users}  return users.map((one) => ({ 'user.status': one.profile.title ?? null }))`),
    "origins/misleading-name 5:32",
  ],
  [
    "a status that the status only chose",
    snippet(`${users}  return users.map((one) => ({ status: one.status === 'ACTIVE' ? 'SUSPENDED' : 'ACTIVE' }))`),
    "origins/misleading-name 5:32",
  ],
  [
    "each in a loop",
    snippet(
      "  for (let i = 0; i < 9; i += 1) {\n    await each(['a'], (id) => okta.getUser({ id }))\n  }\n  return []",
    ),
    "gate/await-in-loop 5:31",
  ],
  [
    "a reader that nobody awaits",
    snippet("  const read = async () => okta.listUsers({}).all()\n  read()\n  return []"),
    "gate/not-awaited 5:3",
  ],
  [
    "a search under the name of another",
    snippetWith(
      "const search = 'status eq \"ACTIVE\"'",
      `  const { search } = { search: 'id pr or id pr' }\n  const users = await okta.listUsers({ search }).all()\n  return users${logins}`,
    ),
    "filter/not-readable 6:40",
  ],
];

test.for(refused)("%s is refused", async ([, source, place]) => {
  expect(await placesOf(source)).toEqual([place]);
});

test("a chain of variables does not outrun the origins", async () => {
  const names = ["a", "b", "c", "d", "e", "f", "g"];
  const source = loop(
    `${names
      .slice(1)
      .map((name, index) => `${name} = ${names[index] ?? ""}`)
      .toReversed()
      .join("\n")}\n a = user.profile.department ?? ''\n rows.push({ login: g === '' ? user.profile.login : g })`,
  ).replace("  for", `  let ${names.map((name) => `${name} = ''`).join(", ")}\n  for`);
  const [column] = (await reviewOf(source)).columns;
  expect(column?.origin).toMatchObject({ fields: ["listUsers profile.department", "listUsers profile.login"] });
});
