// Pages of a list that is read to its end are asked for and kept before the guest asks for them, where it can ask for nothing else.
import { describe, expect, test } from "vitest";
import type { Answer, AnswerAsk } from "../../../terms/ask.ts";
import { type AskedRead, Foresight } from "../../../executor/bridge/foresight.ts";
import { answerUsers, arriving, body, type Given, limits, nameOf, openSandbox, outcome } from "./run-snippet.ts";

const { run } = openSandbox();

const soon = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 2));

interface Watched {
  readonly end: unknown;
  readonly steps: number;
  readonly asked: readonly string[];
  readonly delivered: readonly string[];
  readonly mostAhead: number;
}

/** How a run ends, what was asked and delivered, in their order, and how many asked reads were ahead of the delivered ones. */
async function watch(text: string, answer: AnswerAsk, given: Given = {}): Promise<Watched> {
  const asked: string[] = [];
  const delivered: string[] = [];
  let mostAhead = 0;
  const end = await run(body(text), {
    ...given,
    answer: (ask, signal, onArrived) => {
      asked.push(nameOf(ask));
      mostAhead = Math.max(mostAhead, asked.length - delivered.length);
      return answer(ask, signal, onArrived);
    },
    onDelivered: (ask) => delivered.push(nameOf(ask)),
  });
  return { end: outcome(end), steps: end.steps, asked, delivered, mostAhead };
}

const countUsers = "return [{ users: (await okta.listUsers({}).all()).length }]";
const pages = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, page) => `${page} listUsers page ${page}`);

test("pages of a list that is read to its end are asked for while those before them are being kept", async () => {
  const four = Promise.withResolvers<void>();
  let asked = 0;
  const answer: AnswerAsk = (ask, signal, onArrived) => {
    asked += 1;
    if (asked === 4) four.resolve();
    return arriving(answerUsers(6, 2), () => four.promise)(ask, signal, onArrived);
  };
  expect(await watch(countUsers, answer)).toEqual({
    end: [{ users: 12 }],
    steps: 6,
    asked: pages(6),
    delivered: pages(6),
    mostAhead: expect.any(Number),
  });
});

test("no more than eight pages are asked for ahead of those that the guest was given", async () => {
  const eight = Promise.withResolvers<void>();
  const kept = arriving(answerUsers(40, 1), () => eight.promise.then(soon));
  const answer: AnswerAsk = (ask, signal, onArrived) => {
    if (ask.step === 7) eight.resolve();
    return kept(ask, signal, onArrived);
  };
  expect(await watch(countUsers, answer)).toMatchObject({ end: [{ users: 40 }], steps: 40, mostAhead: 8 });
});

describe("nothing is asked for ahead", () => {
  const cases = [
    { of: "first(n)", text: "return [{ users: (await okta.listUsers({}).first(5)).length }]", ahead: 1 },
    {
      of: "a walk by pages",
      text: "let n = 0; for await (const one of okta.listUsers({}).pages()) { n += one.length; if (n > 4) break } return [{ users: n }]",
      ahead: 1,
    },
    {
      of: "a walk by items",
      text: "let n = 0; for await (const one of okta.listUsers({})) { n += 1; if (n > 4) break } return [{ users: n }]",
      ahead: 1,
    },
    {
      of: "two lists at once: who ends first decides what is asked for next",
      text: "const both = await Promise.all([okta.listUsers({}).all(), okta.listUsers({ q: 'a' }).all()]); return [{ users: both.flat().length }]",
      ahead: 2,
    },
    {
      of: "a list beside a read whose answer may lead to another",
      text: `const chain = async () => { for (let i = 0; i < 3; i += 1) await okta.getUser({ id: 'u' + i }) }
        const [users] = await Promise.all([okta.listUsers({}).all(), chain()]); return [{ users: users.length }]`,
      ahead: 2,
    },
  ];
  test.each(cases)("of $of", async ({ text, ahead }) => {
    const answer = arriving(answerUsers(3, 2), soon);
    expect(await watch(text, answer)).toMatchObject({ mostAhead: ahead });
  });
});

describe("a run is the same with what was foreseen as without", () => {
  const busy = {
    code: "okta/unavailable",
    details: { operationId: "listUsers", status: 503 },
    found: "Okta is not available.",
    why: "why",
    help: "help",
  } as const;
  const whole = answerUsers(5, 2);
  const fails: AnswerAsk = async (ask, signal): Promise<Answer> =>
    ask.page === 2 ? { kind: "failed", failure: busy } : await whole(ask, signal);
  const cases: readonly {
    readonly what: string;
    readonly text: string;
    readonly end: unknown;
    readonly answer?: AnswerAsk;
    readonly given?: Given;
  }[] = [
    {
      what: "lists behind each other, with reads between them",
      text: `const first = await okta.listUsers({}).all()
        const ids = await each(first, async ({ id }) => (await okta.getUser({ id })).id)
        const second = await okta.listUsers({ q: 'a' }).all(); return [{ ids, users: second.length }]`,
      end: [{ ids: ["u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9"], users: 10 }],
    },
    {
      what: "a part of a list beside a whole one",
      text: `const part = okta.listUsers({}).first(3); const all = okta.listUsers({ q: 'a' }).all()
        return [{ part: (await part).length, users: (await all).length }]`,
      end: [{ part: 3, users: 10 }],
    },
    {
      what: "a page that fails",
      text: countUsers,
      answer: fails,
      end: { failed: "okta/unavailable", details: busy.details },
    },
    {
      what: "a page that fails where that was allowed for",
      text: `const users = await okta.listUsers({}).all().orUnknown()
        return [{ users: notKnown(users) ? users : users.length }]`,
      answer: fails,
      end: [{ users: { unknown: "Okta is not available." } }],
    },
    {
      what: "fewer calls than the list has pages",
      text: countUsers,
      given: { limits: { ...limits, calls: 3 } },
      end: { stopped: "run/limit", details: { limit: "calls", bound: 3 } },
    },
  ];
  test.each(cases)("$what", async ({ text, answer = whole, given, end }) => {
    const { mostAhead: _, ...without } = await watch(text, answer, given);
    const { mostAhead: __, ...foreseen } = await watch(text, arriving(answer, soon), given);
    expect([without, foreseen]).toEqual([{ ...without, end }, without]);
  });
});

test("all pages of a list are asked for with the parameters of its first one", async () => {
  const asked: unknown[] = [];
  const text = `const parameters = { q: 'a' }; const read = okta.listUsers(parameters).all()
    await okta.getUser({ id: 'x' }); parameters.q = 'b'; return [{ users: (await read).length }]`;
  await run(body(text), {
    answer: (ask, signal, onArrived) => {
      if (ask.operationId === "listUsers") asked.push({ ...ask.parameters });
      return arriving(answerUsers(3, 2), soon)(ask, signal, onArrived);
    },
  });
  expect(asked).toEqual([{ q: "a" }, { q: "a" }, { q: "a" }]);
});

describe("foresight", () => {
  const page = (step: number, options: Partial<AskedRead> = {}): AskedRead => ({
    ask: { step, operationId: "listUsers", parameters: { q: "a" }, listing: 0, page: step },
    unknownAllowed: false,
    toTheEnd: true,
    ...options,
  });
  const foreseeing = (): Foresight => {
    const foresight = new Foresight();
    foresight.take(page(0));
    foresight.noteArrived(0, true);
    foresight.next(() => true);
    return foresight;
  };

  test("is right where the guest asks for just what was foreseen", () => {
    const foresight = foreseeing();
    expect([foresight.isAhead, foresight.take(page(1)), foresight.isAhead]).toEqual([true, "foreseen", false]);
  });

  test("does not hide that a guest asks for something else", () => {
    const others: readonly AskedRead[] = [
      page(1, { ask: { ...page(1).ask, operationId: "listGroups" } }),
      page(1, { ask: { ...page(1).ask, parameters: { q: "b" } } }),
      page(1, { ask: { ...page(1).ask, listing: 1, page: 0 } }),
      page(1, { unknownAllowed: true }),
      page(1, { toTheEnd: false }),
    ];
    expect(others.map((one) => foreseeing().take(one))).toEqual(others.map(() => "other"));
  });
});
