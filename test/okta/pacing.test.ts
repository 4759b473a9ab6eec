import { describe, expect, test } from "vitest";
import { createPacing, type ComeBack, type PacingOptions, type Ticket } from "../../okta/pacing/pacing.ts";
import type { RateLimit } from "../../okta/pacing/rate-limit-headers.ts";
import { createManualClock } from "./clocks.ts";

const { signal } = new AbortController();

/** Okta's side of a bucket: windows of a minute that begin with a request, and a 429 for each request too many. */
function createOktaBucket(limit: number, now: () => number) {
  let endsAt = 0;
  let used = 0;
  return (): { readonly seen: RateLimit; readonly refused: boolean } => {
    if (now() >= endsAt) {
      endsAt = now() + 60_000;
      used = 0;
    }
    used += 1;
    const seen = {
      limit,
      remaining: Math.max(0, limit - used),
      resetSeconds: Math.ceil(endsAt / 1000),
      endsInMs: endsAt - now() + 1000,
    };
    return { seen, refused: used > limit };
  };
}

interface Outcome {
  readonly sentAt: readonly number[];
  readonly refused: number;
  readonly mostOut: number;
  readonly runs: readonly string[];
}

async function send(
  reads: readonly (Partial<Ticket> & { readonly run: string })[],
  bounds: Omit<PacingOptions, "clock"> & { readonly limit: number; readonly latencyMs: number; readonly until: number },
): Promise<Outcome> {
  const clock = createManualClock();
  const okta = createOktaBucket(bounds.limit, () => clock.now());
  const pacing = createPacing({ clock, ...bounds });
  const sentAt: number[] = [];
  const runs: string[] = [];
  let refused = 0;
  let out = 0;
  let mostOut = 0;
  const all = reads.map(async ({ run }) => {
    const comeBack: ComeBack = await pacing.enter(
      { operationId: "listFactors", bucket: "/api/v1/users", run, again: false, onWaiting: undefined },
      signal,
    );
    sentAt.push(clock.now());
    runs.push(run);
    out += 1;
    mostOut = Math.max(mostOut, out);
    const answer = okta();
    if (answer.refused) refused += 1;
    await clock.wait(bounds.latencyMs, signal);
    out -= 1;
    comeBack({ seen: answer.seen, refused: answer.refused ? "window" : undefined, pauseMs: undefined });
  });
  await clock.goTo(bounds.until);
  await Promise.all(all);
  return { sentAt, refused, mostOut, runs };
}

const many = (count: number, run = "a") => Array.from({ length: count }, () => ({ run }));

test("what fits into the window goes at full concurrency", async () => {
  const { sentAt, mostOut, refused } = await send(many(200), {
    limit: 300,
    concurrency: 20,
    reserve: 0,
    latencyMs: 50,
    until: 10_000,
  });
  expect([sentAt.at(-1), mostOut, refused]).toEqual([450, 20, 0]);
});

describe("1,800 reads through 600 a minute", () => {
  test.each([0, 0.1])(
    "with %d left to others, none is refused, and the last goes with the earliest possible window",
    async (reserve) => {
      const { sentAt, refused } = await send(many(1800), {
        limit: 600,
        concurrency: 32,
        reserve,
        latencyMs: 50,
        until: 400_000,
      });
      const windows = Math.ceil(1800 / (600 * (1 - reserve)));
      const bound = (windows - 1) * 60_000;
      expect([refused, (sentAt.at(-1) ?? 0) < bound * 1.1 + 5000]).toEqual([0, true]);
    },
  );
});

test("the reserve is left to others", async () => {
  const { sentAt } = await send(many(400), {
    limit: 400,
    concurrency: 32,
    reserve: 0.25,
    latencyMs: 50,
    until: 200_000,
  });
  expect(sentAt.filter((time) => time < 60_000).length).toBe(300);
});

test("runs take turns: a small run is not kept waiting by a large one that came first", async () => {
  const { runs } = await send([...many(100, "large"), ...many(5, "small")], {
    limit: 1000,
    concurrency: 4,
    reserve: 0,
    latencyMs: 10,
    until: 5000,
  });
  expect(runs.lastIndexOf("small")).toBeLessThan(16);
});

test("too many at once lowers what is out, once a burst, and it grows again", async () => {
  const clock = createManualClock();
  const pacing = createPacing({ clock, concurrency: 10, reserve: 0 });
  const ticket = { operationId: "getUser", bucket: "x", run: "a", again: false, onWaiting: undefined };
  const enter = (): ComeBack | Promise<ComeBack> => pacing.enter(ticket, signal);
  const isOut = (entered: ComeBack | Promise<ComeBack>): entered is ComeBack => typeof entered === "function";
  const burst = Array.from({ length: 10 }, enter).filter(isOut);
  await clock.goTo(10);
  for (const comeBack of burst) comeBack({ seen: undefined, refused: "concurrency", pauseMs: undefined });
  const lowered = Array.from({ length: 10 }, enter).filter(isOut);
  expect([burst.length, lowered.length]).toEqual([10, 7]);
});

test("a read that is stopped while it waits leaves the line", async () => {
  const clock = createManualClock();
  const pacing = createPacing({ clock, concurrency: 1, reserve: 0 });
  const ticket = { operationId: "getUser", bucket: "x", run: "a", again: false, onWaiting: undefined };
  const first = await pacing.enter(ticket, signal);
  const stop = new AbortController();
  const second = Promise.resolve(pacing.enter(ticket, stop.signal)).catch(() => "stopped");
  const third = Promise.resolve(pacing.enter(ticket, signal)).then(() => "out");
  stop.abort();
  first({ seen: undefined, refused: undefined, pauseMs: undefined });
  expect(await Promise.all([second, third])).toEqual(["stopped", "out"]);
});

test("an operation that shows another limit than its bucket has a bucket of its own", async () => {
  const clock = createManualClock();
  const pacing = createPacing({ clock, concurrency: 10, reserve: 0 });
  const enter = (operationId: string): ComeBack | Promise<ComeBack> =>
    pacing.enter({ operationId, bucket: "x", run: "a", again: false, onWaiting: undefined }, signal);
  const seen = (limit: number, remaining: number): RateLimit => ({
    limit,
    remaining,
    resetSeconds: 60,
    endsInMs: 60_000,
  });
  (await enter("listZones"))({ seen: seen(100, 99), refused: undefined, pauseMs: undefined });
  (await enter("listAgentPools"))({ seen: seen(10, 0), refused: undefined, pauseMs: undefined });
  (await enter("listAgentPools"))({ seen: seen(10, 0), refused: undefined, pauseMs: undefined });
  expect([typeof enter("listZones"), typeof enter("listAgentPools")]).toEqual(["function", "object"]);
});

test("a long wait is told to each run once, also to one that comes late, with the bucket and the time", async () => {
  const clock = createManualClock();
  const pacing = createPacing({ clock, concurrency: 10, reserve: 0 });
  const told: unknown[] = [];
  const ticket = {
    operationId: "listUsers",
    bucket: "/api/v1/users",
    run: "a",
    again: false,
    onWaiting: told.push.bind(told),
  };
  const first = await pacing.enter(ticket, signal);
  first({
    seen: { limit: 5, remaining: 0, resetSeconds: 60, endsInMs: 30_000 },
    refused: undefined,
    pauseMs: undefined,
  });
  const waits = [pacing.enter(ticket, signal), pacing.enter(ticket, signal)];
  await clock.goTo(10_000);
  const toldLate: unknown[] = [];
  const late = { ...ticket, run: "b", onWaiting: toldLate.push.bind(toldLate) };
  waits.push(pacing.enter(late, signal), pacing.enter(late, signal));
  const inLine = ["a", "b", "c"].map((run) => pacing.hasInLine(run));
  await clock.goTo(31_000);
  for (const wait of waits) await wait;
  const waiting = (untilMs: number): unknown => ({
    bucket: "/api/v1/users",
    untilMs,
    reason: "5 requests a minute, less what is left to others, are used up",
  });
  expect({ told, toldLate, inLine, later: pacing.hasInLine("a") }).toEqual({
    told: [waiting(30_000)],
    toldLate: [waiting(20_000)],
    inLine: [true, true, false],
    later: false,
  });
});
