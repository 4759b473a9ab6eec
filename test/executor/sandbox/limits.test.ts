import { expect, test } from "vitest";
import { answerUsers, body, limits, openSandbox, outcome } from "./run-snippet.ts";

const { run } = openSandbox();

interface Case {
  readonly limit: string;
  readonly bound: number;
  readonly text: string;
}

const manyReads =
  "return each(Array.from({ length: 50 }, (_, i) => 'u' + i), async (id) => ({ id: (await okta.getUser({ id })).id }))";

const cases: readonly Case[] = [
  { limit: "calls", bound: 10, text: manyReads },
  { limit: "bytes", bound: 500, text: manyReads },
  { limit: "cpuMs", bound: 200, text: "for (;;) {}" },
  { limit: "cpuMs", bound: 150, text: "await okta.getUser({ id: 'a' }); for (;;) await 0" },
  { limit: "wallMs", bound: 300, text: "await okta.getUser({ id: 'slow' }); return []" },
  { limit: "memoryMb", bound: 32, text: "const all = []; for (let i = 0; ; i += 1) all.push({ i, text: 'x' + i })" },
  {
    limit: "resultBytes",
    bound: 1_000,
    text: "return Array.from({ length: 100 }, (_, i) => ({ i, text: 'a row of some length' }))",
  },
  { limit: "noteBytes", bound: 20, text: "note('short'); note('this one is too long for it'); return []" },
];

test.each(cases)("the limit $limit of $bound stops the run", async ({ limit, bound, text }) => {
  const answer = answerUsers(1, 1);
  const end = await run(body(text), {
    limits: { ...limits, [limit]: bound },
    answer: async (ask, signal) => {
      if (ask.parameters["id"] === "slow") await new Promise((resolve) => setTimeout(resolve, 2_000, undefined));
      return await answer(ask, signal);
    },
  });
  expect(outcome(end)).toEqual({ stopped: "run/limit", details: { limit, bound } });
});

test("an operator who gives more lets the run go on to its end", async () => {
  const asked: unknown[] = [];
  const end = await run(body(manyReads), {
    limits: { ...limits, calls: 10 },
    onLimit: async (reached) => {
      asked.push(reached);
      return 60;
    },
  });
  expect([end.kind, end.steps, asked]).toEqual(["finished", 50, [{ limit: "calls", bound: 10 }]]);
});

test("a cancelled run ends its reads and says so", async () => {
  const controller = new AbortController();
  let aborted = 0;
  const end = await run(body(manyReads), {
    signal: controller.signal,
    answer: (_ask, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          aborted += 1;
          reject(new Error("aborted"));
        });
        controller.abort();
      }),
  });
  expect([outcome(end), aborted > 0]).toEqual([{ stopped: "run/cancelled", details: {} }, true]);
});

test("a snippet that waits for what never comes is told so and not left to the clock", async () => {
  const end = await run(body("await okta.getUser({ id: 'a' }); await new Promise(() => {}); return []"));
  expect(outcome(end)).toEqual({
    failed: "snippet/threw",
    details: {
      line: undefined,
      column: undefined,
      message: "It waits for something that never comes: every read is answered, and it has not returned.",
    },
  });
});

test("progress counts what is asked and answered", async () => {
  const seen: unknown[] = [];
  await run(body(manyReads), { onProgress: (progress) => seen.push(progress) });
  expect(seen.at(-1)).toEqual({
    operations: [{ operationId: "getUser", asked: 50, answered: 50, failed: 0 }],
    waiting: 0,
    rows: 50,
  });
});
