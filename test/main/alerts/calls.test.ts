// Alerts over real HTTP: an org that answers as the test says, a webhook on loopback, and a clock that is put forward.
import { afterEach, beforeEach, expect, test } from "vitest";
import { alertFile } from "../../../main/alerts/alert-state.ts";
import { callsOfLast } from "../../../main/alerts/call-tally.ts";
import { connect } from "../../../main/connect.ts";
import { doctor } from "../../../main/doctor.ts";
import { Secret } from "../../../terms/secret.ts";
import { openAskingHouse } from "../../asking-house.ts";
import { type AlertsPlace, many, openAlertsPlace, readUsers, startOrg } from "./alerts-place.ts";

const { signal } = new AbortController();

let place: AlertsPlace;
beforeEach(async () => {
  place = await openAlertsPlace();
});
afterEach(() => place.close());

test.each([
  ["rate-limited", 429, 11, "Okta refused 3 of 33 requests of the last 10 minutes for too many requests (429)."],
  ["api-errors", 503, 61, "3 of 33 requests of the last hour failed."],
])(
  "%s: over 5 %% of calls is alerted once, and again only after it has cleared",
  async (kind, status, passes, found) => {
    const { desk, told, forward } = place.openDesk();
    const org = await startOrg([...many(3, status), ...many(30, 200), ...many(3, status)]);
    await readUsers(desk, org, 30);
    await forward(1);
    await readUsers(desk, org, 3);
    const once = { told: [...told], posted: place.webhook.posted.map((one) => one.alert.found) };
    await forward(passes);
    await readUsers(desk, org, 30);
    const cleared = await desk.list();
    await readUsers(desk, await startOrg(many(3, status)), 30);
    org.close();
    expect({ once, cleared, told: told.length, posted: place.webhook.posted.length, logged: place.logged() }).toEqual({
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
  const { desk, told } = place.openDesk();
  const org = await startOrg(many(3, 503));
  await readUsers(desk, org, 7);
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
    const { desk, told } = place.openDesk();
    const org = await startOrg([...many(3, status), ...many(33, 200)]);
    await readUsers(desk, org, 33 - (status === 403 ? 0 : 3), asker);
    org.close();
    expect(told).toEqual(found);
  },
);

test("what doctor asks is counted, and its refused credential alerted until it is taken; one that is only tried is not", async () => {
  const told: string[] = [];
  const asking = await openAskingHouse({ users: 30 }, {}, { onAlert: ({ found }) => told.push(found) });
  const { house, emulator } = asking;
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
  await asking.close();
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
  const [one, other] = [place.openDesk(), place.openDesk()];
  const org = await startOrg(many(3, 401));
  await readUsers(one.desk, org, 2);
  await readUsers(other.desk, org, 1);
  const standing = (await other.desk.list()).map(({ kind, org: origin, orgName, since }) => ({
    kind,
    origin,
    orgName,
    since,
  }));
  await readUsers(other.desk, org, 1);
  org.close();
  expect({
    one: one.told,
    other: other.told,
    posted: place.webhook.posted,
    standing,
    after: await one.desk.list(),
  }).toEqual({
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
