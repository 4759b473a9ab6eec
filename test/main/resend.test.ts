import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { renderResend } from "../../cli/render/render-resend.ts";
import { forgetRun } from "../../main/erase-from-journal.ts";
import { exportRun } from "../../main/export-run.ts";
import { importRun } from "../../main/import-run.ts";
import { type House, openHouse } from "../../main/house.ts";
import { showJournal } from "../../main/journal.ts";
import { operatorName } from "../../main/operator.ts";
import { resend } from "../../main/resend.ts";
import type { Exchange } from "../../terms/exchange.ts";
import type { RecordedRead } from "../../terms/recording.ts";
import { beginning, readAt } from "../audit/sample-run.ts";
import { answerJson, type Handler, startServer, type TestServer } from "../okta/start-server.ts";
import { refusalOf } from "./refusal-of.ts";

const users = [
  { id: "00u1", status: "ACTIVE", profile: { login: "ada@acme.com", title: "Engineer" } },
  { id: "00u2", status: "ACTIVE", profile: { login: "bob@acme.com" } },
];
/** The second page of a list, as its own next link wrote it. */
const target = "/api/v1/users?after=00u0&limit=200&search=status%20eq%20%22ACTIVE%22";

const exchange: Exchange = {
  operationId: "listUsers",
  method: "GET",
  origin: "https://acme.okta.com",
  target,
  attempts: [
    { sentAt: "2026-11-23T20:00:01.000Z", endedAt: "2026-11-23T20:00:01.200Z", status: 200, reason: undefined },
  ],
  status: 200,
  oktaRequestId: "request-0",
  headers: {},
};

const read: RecordedRead = {
  ...readAt(0),
  operationId: "listUsers",
  parameters: { search: 'status eq "ACTIVE"' },
  listing: 0,
  page: 1,
  exchange,
};

interface Place {
  readonly org: TestServer;
  readonly house: House;
  readonly folder: string;
  /** A run that ended after this one read. */
  runOf(one: RecordedRead): Promise<string>;
}

/** An org that answers as told, a house on it, and runs that are said to have read it. */
async function openPlace(handle: Handler): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "attest-resend-"));
  const org = await startServer(handle);
  const house = openHouse(
    {
      ATTEST_HOME: join(folder, "data"),
      ATTEST_KEYS: join(folder, "keys"),
      OKTA_DOMAIN: org.origin,
      OKTA_API_TOKEN: "00test-token-of-nobody",
    },
    folder,
  );
  onTestFinished(async () => {
    await house.close();
    org.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const runOf = async (one: RecordedRead): Promise<string> => {
    const { origin } = org;
    const journal = await house.journal().beginRun({ ...beginning, org: origin });
    await journal.keep({ ...one, exchange: one.exchange && { ...one.exchange, origin } }, JSON.stringify(users));
    await journal.end({ outcome: "answered", rows: [], notes: [] });
    return journal.run;
  };
  return { org, house, folder, runOf };
}

const { signal } = new AbortController();
const at: string = expect.any(String);

test("a recorded request is sent once, exactly as it was, and the answer is held against the recorded one value by value", async () => {
  const [ada, bob] = users;
  const eve = { id: "00u3", status: "STAGED" };
  const now = [bob, { ...ada, profile: { login: "ada@acme.com", title: "Director" } }, eve];
  const place = await openPlace((incoming, answer) => {
    const link = `<http://${incoming.headers.host}${target.replace("00u0", "00u3")}>; rel="next"`;
    answerJson(answer, 200, now, { link });
  });
  const run = await place.runOf(read);
  const report = await resend(place.house, run, 0, signal);
  expect({ asked: place.org.asked, report }).toEqual({
    asked: [target],
    report: {
      run,
      step: 0,
      operationId: "listUsers",
      org: place.org.origin,
      request: `GET ${target}`,
      recorded: {
        kind: "response",
        status: 200,
        at: "2026-11-23T20:00:01.200Z",
        bytes: JSON.stringify(users).length,
        oktaRequestId: "request-0",
        failure: null,
      },
      now: {
        kind: "response",
        status: 200,
        at,
        bytes: JSON.stringify(now).length,
        oktaRequestId: "request-1",
        failure: null,
      },
      differences: {
        leaves: [
          { kind: "changed", pointer: "/0/profile/title", was: "Engineer", is: "Director" },
          { kind: "added", pointer: "/2/id", is: "00u3" },
          { kind: "added", pointer: "/2/status", is: "STAGED" },
        ],
        moved: 1,
      },
    },
  });
  expect(renderResend(report).split("\n").slice(3)).toEqual([
    "1 values changed, 2 added, 0 removed; 1 items stand in another place.",
    '  changed  /0/profile/title: "Engineer" -> "Director"',
    '  added    /2/id: "00u3"',
    '  added    /2/status: "STAGED"',
  ]);
});

test("a resend is in the run's chain with its answer, is shown with the run, and goes with it into another folder", async () => {
  const place = await openPlace((_, answer) => answerJson(answer, 200, users));
  const elsewhere = await openPlace((_, answer) => answerJson(answer, 200, users));
  const run = await place.runOf(read);
  const report = await resend(place.house, "last", 0, signal);
  const shown = { step: 0, operationId: "listUsers", operator: operatorName(), status: 200, at };
  const file = join(place.folder, "run.attest");
  await exportRun(place.house, run, file);
  await importRun(elsewhere.house, file);
  expect({
    said: renderResend(report).split("\n").at(-1),
    here: showJournal(place.house, run).resends,
    there: showJournal(elsewhere.house, run).resends,
    reads: showJournal(place.house, run).reads.length,
    verified: place.house.journal().verify({ bodies: true }),
  }).toMatchObject({
    said: "Nothing differs: every value is what it was.",
    here: [shown],
    there: [shown],
    reads: 1,
    verified: { broken: [], bodies: 3 },
  });
  expect(await refusalOf(() => resend(elsewhere.house, run, 0, signal))).toBe(
    `config/invalid: The run ${run} came out of a file.`,
  );
  expect(elsewhere.org.asked).toEqual([]);
});

test("what fails now and did not then is said with its status and its three parts", async () => {
  const place = await openPlace((_, answer) =>
    answerJson(answer, 403, { errorCode: "E0000006", errorSummary: "You do not have permission" }),
  );
  const run = await place.runOf(read);
  const { now, differences } = await resend(place.house, run, 0, signal);
  const [kept] = showJournal(place.house, run).resends;
  expect({ kind: now.kind, status: now.status, code: now.failure?.code, differences, kept: kept?.status }).toEqual({
    kind: "failed",
    status: 403,
    code: "okta/forbidden",
    differences: null,
    kept: 403,
  });
});

test("what is no plain read of this org and run is refused, and nothing is sent", async () => {
  const place = await openPlace((_, answer) => answerJson(answer, 200, users));
  const { house } = place;
  const journal = house.journal();
  const again = async (one: RecordedRead): Promise<string> => {
    const run = await place.runOf(one);
    return (await refusalOf(() => resend(house, run, 0, signal))).replace(run, "RUN");
  };
  const ofOtherOrg = await journal.beginRun(beginning);
  await ofOtherOrg.keep(read, "[]");
  const forgotten = await place.runOf(read);
  await forgetRun(house, forgotten);
  expect({
    otherOrg: await refusalOf(() => resend(house, ofOtherOrg.run, 0, signal)),
    unknown: await refusalOf(() => resend(house, "nosuchrun", 0, signal)),
    noSuch: await refusalOf(() => resend(house, ofOtherOrg.run, 7, signal)),
    forgotten: await refusalOf(() => resend(house, forgotten, 0, signal)),
    unsent: await again({ ...read, kind: "failed", exchange: undefined }),
    write: await again({ ...read, operationId: "deleteUser" }),
    secret: await again({ ...read, operationId: "listOAuth2ClientSecrets" }),
    unapproved: await again({ ...read, operationId: "listGroups" }),
  }).toEqual({
    otherOrg: `config/invalid: The run ${ofOtherOrg.run} read https://acme.okta.com, and the org in use is ${place.org.origin}.`,
    unknown: 'journal/not-found: The journal has no run "nosuchrun".',
    noSuch: `journal/not-found: The run ${ofOtherOrg.run} has no request 7: its requests are numbered from 0 to 0.`,
    forgotten: `journal/not-found: The run ${forgotten} was forgotten.`,
    unsent: "journal/not-found: Request 0 of run RUN never left this machine.",
    write: "bridge/not-allowed: deleteUser changes something in the org.",
    secret: "bridge/not-allowed: listOAuth2ClientSecrets returns a secret.",
    unapproved: "bridge/not-allowed: listGroups is not what the run's approval covers.",
  });
  expect(place.org.asked).toEqual([]);
});

test("a target that does not lead to its operation's own place is not sent", async () => {
  const place = await openPlace((_, answer) => answerJson(answer, 200, users));
  await place.runOf({ ...read, exchange: { ...exchange, target: "/api/v1/groups" } });
  const { now } = await resend(place.house, "last", 0, signal);
  expect([now.failure?.code, now.status, place.org.asked]).toEqual(["bridge/bad-parameters", null, []]);
});

test("a response whose time was over is said to be gone, and nothing is sent", async () => {
  const place = await openPlace((_, answer) => answerJson(answer, 200, users));
  const run = await place.runOf(read);
  await place.house.journal().erasures.prune({ reports: "2000-01-01", others: "3000-01-01" }, "ines");
  expect([await refusalOf(() => resend(place.house, run, 0, signal)), place.org.asked]).toEqual([
    `journal/not-found: Request 0 of run ${run} is not kept: it was forgotten, its time was over, or the run ended before its answer.`,
    [],
  ]);
});
