// Alerts over real HTTP: an org that answers as the test says, a webhook on loopback, and a clock that is put forward.
import { createServer, type Server } from "node:http";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findWebhook } from "../../deliveries/destination.ts";
import { teamsMessage } from "../../deliveries/teams-message.ts";
import { renderAlert, renderAlerts } from "../../cli/render/render-alerts.ts";
import { createAlertDesk, type AlertDesk } from "../../main/alerts/alert-desk.ts";
import { type Asker, callsOfLast } from "../../main/alerts/call-tally.ts";
import { writtenAlertsPath } from "../../main/alerts/write-down-alert.ts";
import { alertFile } from "../../main/alerts/alert-state.ts";
import { driftConditions } from "../../main/alerts/drift-conditions.ts";
import { connect } from "../../main/connect.ts";
import { doctor } from "../../main/doctor.ts";
import { setGate } from "../../main/gates.ts";
import { changeGate } from "../../main/gates/change-gate.ts";
import type { FailureText } from "../../terms/failure.ts";
import { Secret } from "../../terms/secret.ts";
import { openAskingHouse, reportOf } from "../asking-house.ts";
import { createManualClock } from "../okta/clocks.ts";
import { createTestClient } from "../okta/create-test-client.ts";
import { answerJson, startServer, type TestServer } from "../okta/start-server.ts";

interface Webhook {
  /** As an operator writes it. */
  address: string;
  /** What was posted, parsed. */
  readonly posted: { readonly text: string; readonly alert: { readonly kind: string; readonly found: string } }[];
  status: number;
}

let folder: string;
let server: Server;
let webhook: Webhook;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "attest-alerts-"));
  const posted: Webhook["posted"] = [];
  server = createServer((request, answer) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      if (webhook.status === 200) posted.push(JSON.parse(text));
      answer.writeHead(webhook.status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  webhook = { address: `http://127.0.0.1:${port}/secret-channel`, posted, status: 200 };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const { signal } = new AbortController();
const minuteMs = 60_000;
const dayOne = Date.parse("2026-05-01T12:00:00Z");

/** A desk whose clock stands at the first of May until it is put forward. */
function openDesk(): {
  readonly desk: AlertDesk;
  readonly told: string[];
  readonly forward: (minutes: number) => Promise<void>;
} {
  const clock = createManualClock();
  const told: string[] = [];
  let minutes = 0;
  const desk = createAlertDesk({
    folder,
    webhook: findWebhook(webhook.address),
    onAlert: ({ found }: FailureText) => told.push(found),
    clock: { ...clock, now: () => dayOne + clock.now() },
  });
  const forward = async (by: number): Promise<void> => {
    minutes += by;
    await clock.goTo(minutes * minuteMs);
  };
  return { desk, told, forward };
}

function logged(): readonly string[] {
  const lines = readFileSync(writtenAlertsPath(folder), "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line)).map(({ at, what, kind, about }) => `${at} ${what} ${kind}${about}`);
}

/** An org that answers with these statuses in their order, then with 200. */
async function startOrg(statuses: number[]): Promise<TestServer> {
  return startServer((_, answer) => {
    const status = statuses.shift() ?? 200;
    answerJson(answer, status, status === 200 ? { id: "00u1" } : { errorCode: "E0000011", errorSummary: "no" });
  });
}

const many = (count: number, status: number): number[] => Array.from({ length: count }, () => status);

/** Reads so many users, one after the other, and lets the desk settle. */
async function read(desk: AlertDesk, { origin }: TestServer, count: number, asker: Asker = "run"): Promise<void> {
  const client = createTestClient(origin);
  for (let done = 0; done < count; done += 1) {
    const answer = await client.read({ operationId: "getUser", parameters: { id: "00u1" } }, signal);
    desk.see({ origin, name: "prod" }, asker, answer);
  }
  await desk.settle();
}

/** Notes that so many of eight responses have a field that the catalogue does not know. */
function noteDrift(desk: AlertDesk, deviating: number): void {
  const mismatch = {
    kind: "unknown-field",
    path: "wings",
    expected: "",
    found: "boolean",
    responses: deviating,
  } as const;
  const mismatches = deviating === 0 ? [] : [mismatch];
  const drift = { operationId: "getUserType", sampled: 8, deviating, mismatches };
  desk.note(driftConditions({ origin: "https://acme.okta.com", name: undefined }, [drift]));
}

const driftLines = [
  "2 of 8 sampled responses of getUserType are not as the catalogue says: wings is new.",
  "What answers take from these fields may be wrong.",
  "attest drift says more. Where Okta has changed its API, the catalogue has to follow.",
  "Org: https://acme.okta.com.",
];

test.each([
  ["rate-limited", 429, 11, "Okta refused 3 of 33 requests of the last 10 minutes for too many requests (429)."],
  ["api-errors", 503, 61, "3 of 33 requests of the last hour failed."],
])(
  "%s: over 5 %% of calls is alerted once, and again only after it has cleared",
  async (kind, status, passes, found) => {
    const { desk, told, forward } = openDesk();
    const org = await startOrg([...many(3, status), ...many(30, 200), ...many(3, status)]);
    await read(desk, org, 30);
    await forward(1);
    await read(desk, org, 3);
    const once = { told: [...told], posted: webhook.posted.map((one) => one.alert.found) };
    await forward(passes);
    await read(desk, org, 30);
    const cleared = await desk.list();
    await read(desk, await startOrg(many(3, status)), 30);
    org.close();
    expect({ once, cleared, told: told.length, posted: webhook.posted.length, logged: logged() }).toEqual({
      once: { told: [found], posted: [found] },
      cleared: [],
      told: 2,
      posted: 2,
      logged: [
        `2026-05-01T12:00:00.000Z raised ${kind}`,
        expect.stringMatching(new RegExp(`^2026-05-01T1[23]:..:00.000Z cleared ${kind}$`)),
        expect.stringMatching(new RegExp(`^2026-05-01T1[23]:..:00.000Z raised ${kind}$`)),
      ],
    });
  },
);

test("a few calls say nothing: three of ten that fail are no alert", async () => {
  const { desk, told } = openDesk();
  const org = await startOrg(many(3, 503));
  await read(desk, org, 7);
  org.close();
  expect([told, await desk.list()]).toEqual([[], []]);
});

test.each([
  ["run", 403, ["3 of 33 requests of the last hour failed."]],
  ["attest", 403, []],
  ["attest", 503, ["3 of 33 requests of the last hour failed."]],
  ["attest", 429, ["Okta refused 3 of 33 requests of the last 10 minutes for too many requests (429)."]],
] as const)(
  "of what is asked by %s an answer of %d is alerted as %j: Attest asks what it may not read too",
  async (asker, status, found) => {
    const { desk, told } = openDesk();
    const org = await startOrg([...many(3, status), ...many(33, 200)]);
    await read(desk, org, 33 - (status === 403 ? 0 : 3), asker);
    org.close();
    expect(told).toEqual(found);
  },
);

test("what doctor asks is counted, and its refused credential alerted until it is taken; one that is only tried is not", async () => {
  const told: string[] = [];
  const place = await openAskingHouse({ users: 30 }, {}, { onAlert: ({ found }) => told.push(found) });
  const { house, emulator } = place;
  const refused = { kind: "token", token: new Secret("00-revoked-long-ago-0123456789012345678901") } as const;
  const address = emulator.origin;
  const tried = await connect(house, { address, credential: refused }, signal).catch((error: Error) => error.message);
  const broken = { ...house, findOrg: async () => ({ ...(await house.org()), credential: refused }) };
  const afterTrial = await house.alerts().list();
  await doctor(broken, signal);
  await house.alerts().settle();
  const standing = (await house.alerts().list()).map(({ kind }) => kind);
  await doctor(house, signal);
  await house.alerts().settle();
  const after = await house.alerts().list();
  const { calls = {} } = (await alertFile(house.folder).read()) ?? {};
  const apps = emulator.dump().apps.length;
  const counted = callsOfLast(calls[address]?.minutes ?? [], 60, Date.now());
  await place.close();
  const found = 'Okta does not accept the API token (401 E0000011: "Invalid token provided").';
  expect({ tried, afterTrial, standing, told, after, counted }).toEqual({
    tried: expect.stringContaining(found),
    afterTrial: [],
    standing: ["credential-refused"],
    told: [found],
    after: [],
    // Two with the refused credential; then eleven, and one for the schema of each app.
    counted: { calls: 13 + apps, refused: 0, failed: 0 },
  });
});

test("a credential that is refused is alerted once, whichever process meets it, and clears when it is taken again", async () => {
  const [one, other] = [openDesk(), openDesk()];
  const org = await startOrg(many(3, 401));
  await read(one.desk, org, 2);
  await read(other.desk, org, 1);
  const standing = (await other.desk.list()).map(({ kind, org: origin, orgName, since }) => ({
    kind,
    origin,
    orgName,
    since,
  }));
  await read(other.desk, org, 1);
  org.close();
  expect({ one: one.told, other: other.told, posted: webhook.posted, standing, after: await one.desk.list() }).toEqual({
    one: ['Okta does not accept the API token (401 E0000011: "no").'],
    other: [],
    posted: [
      {
        text: expect.stringMatching(
          /^Attest: Okta does not accept the API token .* Org: prod \(http:\/\/127.0.0.1:\d+\)[.]$/,
        ),
        alert: expect.objectContaining({
          kind: "credential-refused",
          org: org.origin,
          orgName: "prod",
          since: "2026-05-01T12:00:00.000Z",
        }),
      },
    ],
    standing: [{ kind: "credential-refused", origin: org.origin, orgName: "prod", since: "2026-05-01T12:00:00.000Z" }],
    after: [],
  });
});

test.each([
  [
    "slack",
    {
      text: "Attest alert: drift",
      blocks: [
        { type: "header", text: { type: "plain_text", text: "Attest alert: drift", emoji: false } },
        { type: "section", text: { type: "plain_text", text: driftLines.join("\n"), emoji: false } },
      ],
    },
  ],
  [
    "teams",
    teamsMessage({
      title: "Attest alert: drift",
      lines: driftLines,
      facts: {},
      table: undefined,
      differences: undefined,
    }),
  ],
])("%s gets an alert in the form that is read there", async (kind, message) => {
  webhook.address = `${kind}:${webhook.address}`;
  const { desk } = openDesk();
  noteDrift(desk, 2);
  await desk.settle();
  expect(webhook.posted).toEqual([message]);
});

test("drift is alerted by operation, and clears when its responses are as the catalogue says again", async () => {
  const { desk, told } = openDesk();
  const note = async (deviating: number): Promise<void> => {
    noteDrift(desk, deviating);
    await desk.settle();
  };
  await note(2);
  await note(3);
  const [standing] = await desk.list();
  await note(0);
  expect({ told, standing, after: await desk.list() }).toMatchObject({
    told: ["2 of 8 sampled responses of getUserType are not as the catalogue says: wings is new."],
    standing: { kind: "drift", about: "getUserType", orgName: "acme.okta.com" },
    after: [],
  });
});

test("a webhook that fails is said once, fails no run, and has the alert when it is up again", async () => {
  webhook.status = 503;
  const told: string[] = [];
  const place = await openAskingHouse(
    { users: 30, tokenAgeDays: 45 },
    { ALERT_WEBHOOK: webhook.address },
    { onAlert: (alert) => told.push(alert.found) },
  );
  const snippet = `import { okta } from 'okta'
export const title = 'One'
export default async function () {
  return (await okta.listUsers({}).first(1)).map((user) => ({ login: user.profile.login }))
}
`;
  const { outcome } = reportOf(await place.run(snippet));
  await expect.poll(() => told.length, { timeout: 10_000 }).toBe(2);
  webhook.status = 200;
  await place.run(snippet);
  await expect.poll(() => webhook.posted.length, { timeout: 5_000 }).toBe(1);
  const [standing] = await place.house.alerts().list();
  await place.close();
  const found = expect.stringMatching(/^The API token "attest" was made 45 days ago, on [\d-]+[.]$/);
  expect({ outcome, told, standing, posted: webhook.posted.map((one) => one.alert.found) }).toEqual({
    outcome: "answered",
    told: [found, "The webhook for alerts did not take one (answered 503)."],
    standing: expect.objectContaining({ kind: "token-age", found }),
    posted: [found],
  });
  expect(JSON.stringify([told, standing])).not.toContain("secret-channel");
});

test("a gate that trips is alerted until somebody sets it", async () => {
  const told: FailureText[] = [];
  const place = await openAskingHouse({ users: 1 }, {}, { onAlert: (alert) => told.push(alert) });
  const tripped = {
    gate: "planning",
    state: "tripped",
    why: "too many",
    operator: null,
    share: 100,
    allowed: [],
  } as const;
  await changeGate(place.house, tripped);
  await place.house.alerts().settle();
  const standing = await place.house.alerts().list();
  await setGate(place.house, "planning", { state: "on", why: "mended", share: 100, allowed: [] });
  await place.house.alerts().settle();
  const after = await place.house.alerts().list();
  await place.close();
  expect({ told: told.map(renderAlert), standing: renderAlerts(standing), after: renderAlerts(after) }).toEqual({
    told: [
      "Alert: The gate planning tripped: too many. No model plans until somebody has looked at it; questions are planned by the phrasebook. See attest gates and the last plans in the journal, then open it with attest gates --planning on --reason TEXT.",
    ],
    standing: expect.stringMatching(/^since \S+: The gate planning tripped: too many[.]\n {2}What to do: /),
    after: "Nothing is alerted.",
  });
});
