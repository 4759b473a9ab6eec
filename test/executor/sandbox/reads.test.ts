import { expect, test } from "vitest";
import type { Answer, AnswerAsk } from "../../../terms/ask.ts";
import type { FailureDescription } from "../../../terms/failure.ts";
import { answerUsers, body, nameOf, openSandbox, outcome, respond } from "./run-snippet.ts";

const { run } = openSandbox();

const busy: FailureDescription = {
  code: "okta/unavailable",
  details: { operationId: "listUsers", status: 503 },
  found: "Okta is not available.",
  why: "why",
  help: "help",
};

/** Two pages of two users, and a third that fails. */
const thirdFails: AnswerAsk = async (ask, signal): Promise<Answer> =>
  ask.page === 2 ? { kind: "failed", failure: busy } : answerUsers(3, 2)(ask, signal);

/** The outcome, and every read that was sent. */
async function read(text: string, answer: AnswerAsk = answerUsers(3, 2)): Promise<readonly unknown[]> {
  const asked: string[] = [];
  const end = await run(body(text), {
    answer: (ask, signal) => {
      asked.push(nameOf(ask));
      return answer(ask, signal);
    },
  });
  return [outcome(end), asked];
}

const firstTwo = ["0 listUsers page 0", "1 listUsers page 1"];

test("first(n) reads as many pages as it needs and no more, and gives fewer where the list is shorter", async () => {
  const count = (n: number): string => `return [{ found: (await okta.listUsers({}).first(${n})).length }]`;
  expect([await read(count(0)), await read(count(3)), await read(count(40))]).toEqual([
    [[{ found: 0 }], []],
    [[{ found: 3 }], firstTwo],
    [[{ found: 6 }], [...firstTwo, "2 listUsers page 2"]],
  ]);
});

test("first(n) refuses what is no number of items", async () => {
  const message = "TypeError: first(count) needs a whole number of items, 0 or more.";
  const refused = { failed: "snippet/threw", details: expect.objectContaining({ message }) };
  const given = await Promise.all(
    ["-1", "1.5", "NaN"].map((n) => read(`await okta.listUsers({}).first(${n}); return []`)),
  );
  expect(given).toEqual([
    [refused, []],
    [refused, []],
    [refused, []],
  ]);
});

test("a page that first(n) does not need cannot fail it; one that it needs makes it unknown where that was allowed for", async () => {
  const text = (n: number): string =>
    `const users = await okta.listUsers({}).first(${n}).orUnknown(); return [{ users: notKnown(users) ? users : users.length }]`;
  expect([(await read(text(4), thirdFails))[0], (await read(text(5), thirdFails))[0]]).toEqual([
    [{ users: 4 }],
    [{ users: { unknown: "Okta is not available." } }],
  ]);
});

test("all() and a single read that do not fail are themselves behind orUnknown()", async () => {
  const text = `const users = await okta.listUsers({}).all().orUnknown()
  const user = await okta.getUser({ id: 'a' }).orUnknown()
  return [{ users: notKnown(users) ? users : users.length, user: notKnown(user) ? user : user.id }]`;
  expect((await read(text))[0]).toEqual([{ users: 6, user: "a" }]);
});

test("a page that fails ends a run that walks pages or items, although the snippet catches it", async () => {
  const walks = ["okta.listUsers({}).pages()", "okta.listUsers({})"].map(
    (list) => `let seen = 0; try { for await (const one of ${list}) seen += 1 } catch {} return [{ seen }]`,
  );
  const ended = { failed: "okta/unavailable", details: busy.details };
  expect(await Promise.all(walks.map(async (text) => (await read(text, thirdFails))[0]))).toEqual([ended, ended]);
});

test("a walk that is left early reads no further page", async () => {
  const text = "for await (const page of okta.listUsers({}).pages()) return [{ size: page.length }]; return []";
  expect(await read(text)).toEqual([[{ size: 2 }], ["0 listUsers page 0"]]);
});

test("a 404 that means no is undefined, also behind orUnknown(), and is no failure", async () => {
  const text = `const one = await okta.getUser({ id: 'a' })
  const other = await okta.getUser({ id: 'b' }).orUnknown()
  return [{ one: one === undefined, other: other === undefined, unknown: notKnown(other) }]`;
  expect((await read(text, async () => ({ kind: "absent" })))[0]).toEqual([{ one: true, other: true, unknown: false }]);
});

test("an empty list is empty by every way of reading it", async () => {
  const text = `let pages = 0; for await (const page of okta.listUsers({}).pages()) pages += page.length
  return [{ all: (await okta.listUsers({}).all()).length, first: (await okta.listUsers({}).first(2)).length, pages }]`;
  expect((await read(text, async () => respond([])))[0]).toEqual([{ all: 0, first: 0, pages: 0 }]);
});
