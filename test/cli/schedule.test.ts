// Schedules as an operator handles them on the command line.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkplace, type Workplace } from "../attest-process.ts";

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace({ users: 20, seed: 1, port: 0 });
});
afterAll(() => workplace.close());

test("what is not approved is not scheduled, and how to approve it is said", async () => {
  const add = ["schedule", "locked-out-users", "0 7 * * 1", "--zone", "Europe/Vienna", "--fail-when", "any-row"];
  const { code, stderr, json } = await workplace.attestJson<{ readonly reviewHashes: readonly string[] }>(add);
  expect([code, stderr]).toEqual([
    7,
    `To approve it: attest approve ${json.reviewHashes[0]?.slice(0, 16)}, then add the schedule again.\n`,
  ]);
});

test("a watcher says what it watches, and ends cleanly when a service manager tells it to", async () => {
  const watching = workplace.start(["watch"]);
  const code = new Promise((done) => watching.on("close", done));
  const said = await new Promise((done) => watching.stderr?.once("data", (chunk: Buffer) => done(chunk.toString())));
  watching.kill("SIGTERM");
  expect([said, await code]).toEqual([`Watching 0 schedules of ${workplace.emulator.origin}.\n`, 0]);
});
