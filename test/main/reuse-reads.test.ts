import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "../../main/ask.ts";
import { earlierReads } from "../../main/run/earlier-reads.ts";
import { replay } from "../../main/replay.ts";
import type { RunReport } from "../../main/run-report.ts";
import type { RecordedRead } from "../../terms/recording.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { openAskingHouse, reportOf, type AskingHouse } from "../asking-house.ts";

let place: AskingHouse;
beforeAll(async () => {
  place = await openAskingHouse({ users: 450, seed: 3 });
});
afterAll(() => place.close());

async function answer(question: string, continues?: string, reuse?: readonly string[]): Promise<RunReport> {
  return reportOf(
    await ask(place.house, { question, planner: "phrasebook", sampleSize: undefined, continues, reuse }, silentFront),
  );
}

const sent = ({ requests }: RunReport) => requests.map((one) => `${one.operationId} ${one.count}`);

test("a follow-up takes the reads of the conversation, says how old they are, and replays by itself", async () => {
  const first = await answer("Which active users have access to GitHub?");
  const [run = ""] = [first.run ?? undefined];
  const second = await answer("with their department", run, [run]);
  const anew = await answer("with their department", run);
  const replayed = await replay(place.house, second.run ?? "", undefined);
  expect({
    first: sent(first).every((one) => !one.endsWith(" 0")),
    second: sent(second),
    reused: second.reused,
    rows: second.rows,
    replayed: replayed.kind === "report" ? replayed.report.verdict : undefined,
    asOf: second.asOf,
  }).toEqual({
    first: true,
    second: sent(first).map((one) => one.replace(/\d+$/, "0")),
    reused: { reads: first.requests.reduce((sum, one) => sum + one.count, 0), oldest: expect.any(String) },
    rows: anew.rows,
    replayed: "identical",
    asOf: first.asOf,
  });
});

const minute = 60_000;
const now = Date.parse("2026-11-26T12:00:00Z");

/** A read of users, made so many minutes ago. */
function read(step: number, minutesAgo: number, more: Partial<RecordedRead>): RecordedRead {
  const at = new Date(now - minutesAgo * minute).toISOString();
  const sentAt = { sentAt: at, endedAt: at, status: 200, reason: undefined };
  const request = { method: "GET", origin: "https://acme.okta.com", target: "/", headers: {} };
  return {
    step,
    operationId: "listUsers",
    parameters: {},
    listing: undefined,
    page: undefined,
    kind: "response",
    bodyHash: `body ${step}`,
    bytes: 2,
    hasMore: false,
    cursor: undefined,
    failure: undefined,
    exchange: { operationId: "listUsers", ...request, attempts: [sentAt], status: 200, oktaRequestId: undefined },
    ...more,
  };
}

const pageOf = (listing: number, page: number, hasMore: boolean) => ({ listing, page, hasMore });

test.each([
  ["a walk that went to its end", [read(0, 5, pageOf(0, 0, true)), read(1, 5, pageOf(0, 1, false))], "body 1"],
  ["a list that was cut short", [read(0, 5, pageOf(0, 0, true)), read(1, 5, pageOf(0, 1, true))], undefined],
  ["a walk with a page that is too old", [read(0, 61, pageOf(0, 0, true)), read(1, 5, pageOf(0, 1, false))], undefined],
  ["a read that failed", [read(0, 5, { ...pageOf(0, 0, false), kind: "failed" })], undefined],
  ["a single read in place of a list", [read(0, 5, {})], undefined],
])("%s: its second page is %3$s", (_, reads, body) => {
  const { find } = earlierReads(["run"], () => reads, now);
  const ask = { step: 9, operationId: "listUsers", parameters: {}, listing: 8, page: 1 };
  expect([find(ask)?.bodyHash, find({ ...ask, parameters: { q: "a" } })]).toEqual([body, undefined]);
});
