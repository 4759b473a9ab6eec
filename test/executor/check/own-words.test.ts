// What a snippet itself brings into a column must stand in the column's words, or send the operator to the snippet.
import { expect, test } from "vitest";
import { renderReview } from "../../../executor/check/review/render-review.ts";
import { reviewOf } from "./checked-snippet.ts";

function snippet(body: string): string {
  return `import { filter, okta } from 'okta'
export const title = 'A test'
export const params = { suffix: 'x' }
export default async function ({ suffix }: typeof params) {
  const asked = suffix
  const users = await okta.listUsers({}).all()
${body}
}
`;
}

async function wordsOf(source: string): Promise<string | undefined> {
  const line = renderReview(await reviewOf(source))
    .split("\n")
    .find((one) => one.startsWith("  cell: "));
  return line?.slice("  cell: ".length);
}

const login = "worked out from listUsers profile.login";
const byLogin = "listUsers profile.login, as Okta has it";

/** A cell over `user`, and its words. */
const cells: readonly (readonly [string, string])[] = [
  ["user.profile.login.replace('acme', 'evil')", `${login}; "acme" taken out, "evil" put in`],
  ["user.profile.login.replaceAll('acme', '')", `${login}; "acme" taken out`],
  ["user.profile.login.replace(/acme/g, 'evil')", `${login}; "evil" put in`],
  ["user.profile.login.replace(/acme/g, (found) => found + 'evil')", `${login}; "evil" put in`],
  ["user.profile.login.concat('evil')", `${login}; "evil" put in`],
  ["`${user.profile.login} evil`", `${login}; " evil" put in`],
  ["user.profile.login + 'evil'", `${login}; "evil" put in`],
  ["user.profile.login.padEnd(40, 'evil')", `${login}; "evil" put in`],
  ["user.profile.login.padStart(40, 'evil')", `${login}; "evil" put in`],
  ["user.profile.login.split('@').join('evil')", `${login}, depending on listUsers profile.login; "evil" put in`],
  ["user.profile.login.slice(0, 3) + 'evil'", `${login}; "evil" put in`],
  ["user.profile.login + ['e', 'vil'].join('')", `${login}; "e" put in, "vil" put in`],
  ["user.profile.login + Object.keys({ evil: 1 })[0]", `${login}; "evil" put in`],
  ["user.profile.login + new Error('evil').message", `${login}; "evil" put in`],
  ["filter`login eq ${user.profile.login}`", `${login}; "login eq " put in`],
  ["JSON.stringify({ evil: user.profile.login })", `${login}; "evil" put in`],
  ["user.profile.login + 'S\\u0430les'", `${login}; "S\\u{430}les" put in`],
  [
    "user.profile.login.replace('a', user.status === 'ACTIVE' ? 'e' : 'f')",
    `${login}, depending on listUsers status; "a" taken out, "e" put in, "f" put in`,
  ],
  ["user.profile.login + asked", `${login}; your value of suffix goes in`],
  ["user.profile.login.slice(0, 3)", login],
  ["users.length + 1", "a number or presence of the items of listUsers; 1 added"],
  ["users.length + ['a', 'b'].length", "a number or presence of the items of listUsers; 2 added"],
  ["users.length - 1", "a number or presence of the items of listUsers; 1 taken off"],
  ["users.length * 2", "worked out from the items of listUsers; times 2"],
  ["users.length / 2", "worked out from the items of listUsers; divided by 2"],
  ["100 - users.length", "worked out from the items of listUsers; worked out with 100"],
  ["-users.length", "a number or presence of the items of listUsers; times -1"],
  ["~users.length", "a number or presence of the items of listUsers; worked out with -1"],
  ["Math.max(users.length, 5)", "a number or presence of the items of listUsers; no less than 5"],
  ["Math.min(users.length, 5)", "a number or presence of the items of listUsers; no more than 5"],
  ["users.length > 5 ? 12 : 3", "the snippet's own 12, 3, depending on the items of listUsers"],
  [
    "user.status === 'ACTIVE' ? user.profile.login.slice(1) : 'evil'",
    `${login}, or the snippet's own "evil", depending on listUsers status`,
  ],
  ["user.lastLogin ?? null", "listUsers lastLogin, as Okta has it, or nothing, depending on listUsers lastLogin"],
  [
    "user.status === 'ACTIVE' ? user.profile.login : asked",
    `${byLogin}, or your value of suffix, depending on listUsers status`,
  ],
  [
    "user.status === 'ACTIVE' ? user.profile.login : [...'eve'].reverse().join('')",
    `${byLogin}, or what the snippet makes of its own, depending on listUsers status; "eve" put in`,
  ],
  ["'evil'[0] ?? user.profile.login", `${byLogin}, or what the snippet makes of its own; "evil" put in`],
];

test.for(cells)("the cell %s is said with what the snippet brings into it", async ([cell, words]) => {
  expect(await wordsOf(snippet(`  return users.map((user) => ({ cell: ${cell} }))`))).toBe(words);
});

const logins = (change: string): string =>
  `  const logins = users.map((one) => one.profile.login)\n${change}\n  return logins.map((cell) => ({ cell }))`;
const made = `${byLogin}, or what the snippet makes of its own; "eve" put in`;

const writes: readonly (readonly [string, string, string])[] = [
  ["a text written to a place", "  logins[0] = 'eve'", `${byLogin}, or the snippet's own "eve"`],
  ["a character of a text", "  logins[0] = Array.from('eve')[0] ?? ''", made],
  ["a character that a loop met", "  for (const one of 'eve') logins[0] = one", made],
  ["characters that a pattern took", "  const [a = '', b = ''] = 'eve'\n  logins[0] = a + b", made],
  [
    "characters that were assigned by a pattern",
    "  let a = ''\n  let b = ''\n  ;[a = '', b = ''] = 'eve'\n  logins[0] = a + b",
    made,
  ],
  ["characters handed over one by one", "  logins.push(...'eve')", made],
  ["characters out of a set", "  for (const one of new Set('eve')) logins.push(one)", made],
  ["characters as an object's values", "  logins.push(...Object.values('eve'))", made],
];

test.for(writes)("%s is said in the column that it gets into", async ([, change, words]) => {
  expect(await wordsOf(snippet(logins(change)))).toBe(words);
});

const counted = "a number or presence of the items of listUsers, listUsers status";
const count = (first: string, after: string, cell = "n"): string =>
  `  let n = ${first}\n  for (const one of users) if (one.status === 'ACTIVE') n += 1\n${after}\n  return [{ cell: ${cell} }]`;
const byStatus = (step: string): string =>
  `  const tally = new Map<string, number>()\n  for (const { status } of users) {\n${step}\n  }\n  return [...tally].map(([key, cell]) => ({ key, cell }))`;

const counts: readonly (readonly [string, string, string])[] = [
  ["a count from 0 by 1", count("0", ""), counted],
  ["a count from 1", count("1", ""), `${counted}; worked out with 1`],
  ["a count from 5", count("5", ""), `${counted}, or the snippet's own 5; 5 added`],
  ["a count that goes on after the loop", count("0", "  n += 1"), `${counted}; 1 added`],
  [
    "a count that goes on after the loop by a helper",
    count("0", "  const on = () => n++\n  on()"),
    `${counted}; 1 added`,
  ],
  ["a count with 1 added in the cell", count("0", "", "n + 1"), `${counted}; 1 added`],
  [
    "a count by 2",
    "  let n = 0\n  for (const one of users) if (one.status === 'ACTIVE') n += 2\n  return [{ cell: n }]",
    `${counted}; 2 added`,
  ],
  [
    "a count in a callback",
    "  let n = 0\n  users.forEach((one) => {\n    if (one.status === 'ACTIVE') n++\n  })\n  return [{ cell: n }]",
    counted,
  ],
  ["a count in a Map", byStatus("    tally.set(status, (tally.get(status) ?? 0) + 1)"), counted],
  [
    "a count in a Map, by a name",
    byStatus("    const next = (tally.get(status) ?? 0) + 1\n    tally.set(status, next)"),
    counted,
  ],
  [
    "a count in a Map, by what was there",
    byStatus("    const before = tally.get(status)\n    tally.set(status, before === undefined ? 1 : before + 1)"),
    counted,
  ],
  [
    "a count in a Map from 1",
    byStatus("    tally.set(status, (tally.get(status) ?? 1) + 1)"),
    `${counted}; worked out with 1`,
  ],
  [
    "a count that is 1 more in another Map",
    `${byStatus("    tally.set(status, (tally.get(status) ?? 0) + 1)").split("\n").slice(0, -1).join("\n")}
  const more = new Map<string, number>()
  for (const [key, n] of tally) more.set(key, n + 1)
  return [...more].map(([key, cell]) => ({ key, cell }))`,
    `${counted}; 1 added`,
  ],
  [
    "a count by reduce",
    "  return [{ cell: users.reduce((n, one) => (one.status === 'ACTIVE' ? n + 1 : n), 0) }]",
    counted,
  ],
  [
    "a count by reduce from 3",
    "  return [{ cell: users.reduce((n, one) => (one.status === 'ACTIVE' ? n + 1 : n), 3) }]",
    `${counted}, or the snippet's own 3; 3 added`,
  ],
];

test.for(counts)("%s is said as what it is", async ([, body, words]) => {
  expect(await wordsOf(snippet(body))).toBe(words);
});

test("a text of the snippet's own that has no words is a line that must not be missed", async () => {
  const warning =
    "The column cell may hold a text or number of the snippet's own that could not be put into words; read it in the snippet.";
  const cellsWithoutWords = [
    "user.profile.login + Math.PI",
    "user.profile.login + ((() => 0).name)",
    "users.length * NaN",
  ];
  const found = await Promise.all(
    cellsWithoutWords.map(
      async (cell) => (await reviewOf(snippet(`  return users.map((user) => ({ cell: ${cell} }))`))).warnings,
    ),
  );
  expect(found).toEqual([[warning], [warning], [warning]]);
});

const asked: readonly (readonly [string, string, string])[] = [
  ["a comparison", "user.status === 'ACTIVE'", "status is ACTIVE"],
  ["one that is turned round", "!(user.status === 'ACTIVE')", "not (status is ACTIVE)"],
  ["a method that asks", "user.profile.login.includes('evil')", "profile.login includes evil"],
  ["a helper", "isIdle(user)", "status is not ACTIVE"],
];

test.for(asked)("what a cell says of an item is said: %s", async ([, cell, words]) => {
  const helper = "  const isIdle = (one: { status: string | null }) => one.status !== 'ACTIVE'\n";
  const named = `${helper}  return users.map((user) => {\n    const cell = ${cell}\n    return { cell }\n  })`;
  const written = `${helper}  return users.map((user) => {\n    const row = { cell: false }\n    row.cell = ${cell}\n    return row\n  })`;
  const found = await Promise.all(
    [`${helper}  return users.map((user) => ({ cell: ${cell} }))`, named, written].map((body) =>
      wordsOf(snippet(body)),
    ),
  );
  expect(found.map((one) => one?.split("; ")[1])).toEqual(Array.from({ length: 3 }, () => `whether ${words}`));
});

test("what a cell says of an item, without words, is a line that must not be missed", async () => {
  const { warnings } = await reviewOf(
    snippet("  return users.map((user) => ({ cell: user.profile.login.replace('a', 'b') === 'evil', asked }))"),
  );
  expect(warnings).toEqual([
    "What the column cell says of an item, in line 7, could not be put into words; read it in the snippet: user.profile.login.replace('a', 'b') === 'evil'",
  ]);
});

test("a review of an older version is said as it was", async () => {
  const { own, ...older } = await reviewOf(
    snippet("  return users.map((user) => ({ cell: user.lastLogin ?? 'never', name: user.profile.login + asked }))"),
  );
  const columnsOf = (text: string): readonly string[] =>
    text.split("\n").filter((one) => /^ {2}(cell|name): /.test(one));
  expect([own, columnsOf(renderReview(older))]).toEqual([
    {
      cell: { instead: ['the snippet\'s own "never"'], within: [] },
      name: { instead: [], within: ["your value of suffix goes in"] },
    },
    [
      "  cell: listUsers lastLogin, as Okta has it, or the snippet's own text, depending on listUsers lastLogin",
      "  name: worked out from listUsers profile.login",
    ],
  ]);
});
