import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/start-emulator.ts";
import { send, type Item } from "./read-org.ts";

test("a window opens with the first request, refuses what is over its limit, and closes after 60 s", async () => {
  let nowMs = Date.UTC(2026, 10, 1, 12, 0, 7);
  const org = await startEmulator({ users: 30, limits: "integrator", clock: () => nowMs, now: nowMs });
  const reset = nowMs / 1000 + 60;
  const seen: string[] = [];
  const ask = async (path: string): Promise<void> => {
    const { status, headers } = await send(org, path);
    seen.push(
      `${status} ${String(headers["x-rate-limit-limit"])} ${String(headers["x-rate-limit-remaining"])} ${Number(headers["x-rate-limit-reset"]) - reset}`,
    );
  };
  for (let at = 0; at < 11; at += 1) await ask("/api/v1/apps");
  await ask("/api/v1/users?limit=1");
  nowMs += 59_000;
  await ask("/api/v1/apps");
  nowMs += 1000;
  await ask("/api/v1/apps");
  await org.close();
  expect(seen.slice(8)).toEqual(["200 10 1 0", "200 10 0 0", "429 10 0 0", "200 50 49 0", "429 10 0 0", "200 10 9 60"]);
});

test("a 429 has Okta's body and no Retry-After", async () => {
  const org = await startEmulator({ users: 30, limits: "integrator", tokenShare: 0.05 });
  await send(org, "/api/v1/apps");
  const { status, headers, text } = await send(org, "/api/v1/apps");
  await org.close();
  expect({ status, retry: headers["retry-after"], body: { ...(JSON.parse(text) as Item), errorId: "" } }).toEqual({
    status: 429,
    retry: undefined,
    body: {
      errorCode: "E0000047",
      errorSummary: "API call exceeded rate limit due to too many requests.",
      errorLink: "E0000047",
      errorId: "",
      errorCauses: [],
    },
  });
});

test("more requests at once than the org takes get a 429 whose limit is 0", async () => {
  const org = await startEmulator({ users: 30, maxConcurrent: 3, latencyMs: 80 });
  const answered = await Promise.all(Array.from({ length: 8 }, () => send(org, "/api/v1/apps")));
  await org.close();
  expect(
    answered.map(({ status, headers }) => `${status} ${headers["x-rate-limit-limit"] === "0"}`).toSorted(),
  ).toEqual([...Array.from({ length: 3 }, () => "200 false"), ...Array.from({ length: 5 }, () => "429 true")]);
});
