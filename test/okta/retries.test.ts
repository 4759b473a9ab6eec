import { afterEach, describe, expect, test } from "vitest";
import { createOrgLine } from "../../okta/org-line.ts";
import { createSkippingClock } from "./clocks.ts";
import { createTestClient } from "./create-test-client.ts";
import { answerJson, startServer, type Handler, type TestServer } from "./start-server.ts";

let server: TestServer | undefined;
afterEach(() => server?.close());

const tooMany = { errorCode: "E0000047", errorSummary: "API call exceeded rate limit due to too many requests." };

function rateLimit(limit: number, remaining: number, endsInSeconds: number): Record<string, string> {
  const now = Math.floor(Date.now() / 1000) * 1000;
  return {
    date: new Date(now).toUTCString(),
    "x-rate-limit-limit": String(limit),
    "x-rate-limit-remaining": String(remaining),
    "x-rate-limit-reset": String(now / 1000 + endsInSeconds),
  };
}

async function readThrough(
  handle: Handler,
): Promise<readonly [kind: string, waited: readonly number[], tries: number]> {
  server = await startServer(handle);
  const clock = createSkippingClock();
  const client = createTestClient(server.origin, { line: createOrgLine({ concurrency: 8, reserve: 0 }, clock) });
  const read = await client.read({ operationId: "getUser", parameters: { id: "00u1" } }, new AbortController().signal);
  return [read.kind, clock.waited, read.exchange.attempts.length];
}

test.each([423, 500, 502, 503, 504])(
  "a read that met %i twice is answered by the third try, after growing waits",
  async (status) => {
    const through = await readThrough((_, answer, before) => answerJson(answer, before < 2 ? status : 200, {}));
    expect(through).toEqual(["response", [250, 500], 3]);
  },
);

test("a reset connection is survived", async () => {
  const through = await readThrough((incoming, answer, before) => {
    if (before < 2) incoming.socket.resetAndDestroy();
    else answerJson(answer, 200, {});
  });
  expect(through).toEqual(["response", [250, 500], 3]);
});

test("a 429 of the window waits until its end by Okta's clock, and a second more", async () => {
  const [kind, waited, tries] = await readThrough((_, answer, before) =>
    answerJson(
      answer,
      before === 0 ? 429 : 200,
      tooMany,
      rateLimit(600, before === 0 ? 0 : 599, before === 0 ? 20 : 60),
    ),
  );
  const wholeSeconds = waited.map((milliseconds) => Math.round(milliseconds / 1000));
  expect([kind, wholeSeconds, tries]).toEqual(["response", [21], 2]);
});

test("a 429 for too many at once waits about a second, whatever its reset says", async () => {
  const through = await readThrough((_, answer, before) =>
    answerJson(answer, before === 0 ? 429 : 200, tooMany, before === 0 ? rateLimit(0, 0, 60) : {}),
  );
  expect(through).toEqual(["response", [1000], 2]);
});

test("a 429 without headers is waited for too", async () => {
  const [kind, , tries] = await readThrough((_, answer, before) => answerJson(answer, before < 3 ? 429 : 200, tooMany));
  expect([kind, tries]).toEqual(["response", 4]);
});

test("a further try tells Okta which request it repeats, as Okta's SDKs do", async () => {
  const told: unknown[] = [];
  await readThrough((incoming, answer, before) => {
    told.push([incoming.headers["x-okta-retry-for"], incoming.headers["x-okta-retry-count"]]);
    answerJson(answer, before < 2 ? 503 : 200, {});
  });
  expect(told).toEqual([
    [undefined, undefined],
    ["request-1", "1"],
    ["request-1", "2"],
  ]);
});

test("every try is in the exchange, with why it was not the last", async () => {
  server = await startServer((_, answer, before) =>
    answerJson(answer, before < 1 ? 503 : 200, { errorCode: "E0000010" }),
  );
  const read = await createTestClient(server.origin).read(
    { operationId: "getUser", parameters: { id: "00u1" } },
    new AbortController().signal,
  );
  expect(read.exchange.attempts.map(({ status, reason }) => [status, reason])).toEqual([
    [503, "503 E0000010"],
    [200, undefined],
  ]);
});

describe("an org that fails for long", () => {
  test("is not asked again for a while, and reads say so", async () => {
    server = await startServer((_, answer) => answerJson(answer, 500, {}));
    const client = createTestClient(server.origin);
    const found: unknown[] = [];
    for (let read = 0; read < 5; read += 1) {
      const end = await client.read(
        { operationId: "getUser", parameters: { id: "00u1" } },
        new AbortController().signal,
      );
      found.push(end.kind === "failed" && [end.failure.code, end.exchange.attempts.length]);
    }
    expect(found).toEqual([
      ["okta/unavailable", 6],
      ["okta/unavailable", 6],
      ["okta/unavailable", 6],
      ["okta/unavailable", 2],
      ["okta/unavailable", 0],
    ]);
  });
});
