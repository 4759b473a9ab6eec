// What a webhook gets of alerts, in the form that is read there, and what becomes of one that fails.
import { afterEach, beforeEach, expect, test } from "vitest";
import { teamsMessage } from "../../../deliveries/teams-message.ts";
import { openAskingHouse, reportOf } from "../../asking-house.ts";
import { type AlertsPlace, openAlertsPlace } from "./alerts-place.ts";
import { noteDrift } from "./note-drift.ts";

let place: AlertsPlace;
beforeEach(async () => {
  place = await openAlertsPlace();
});
afterEach(() => place.close());

const driftLines = [
  "2 of 8 sampled responses of getUserType are not as the catalogue says: wings is new.",
  "What answers take from these fields may be wrong.",
  "attest drift says more. Where Okta has changed its API, the catalogue has to follow.",
  "Org: https://acme.okta.com.",
];

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
  const { desk } = place.openDesk(`${kind}:`);
  noteDrift(desk, 2);
  await desk.settle();
  expect(place.webhook.posted).toEqual([message]);
});

test("a webhook that fails is said once, fails no run, and has the alert when it is up again", async () => {
  place.webhook.status = 503;
  const told: string[] = [];
  const asking = await openAskingHouse(
    { users: 30, tokenAgeDays: 45 },
    { ALERT_WEBHOOK: place.webhook.address },
    { onAlert: (alert) => told.push(alert.found) },
  );
  const snippet = `import { okta } from 'okta'
export const title = 'One'
export default async function () {
  return (await okta.listUsers({}).first(1)).map((user) => ({ login: user.profile.login }))
}
`;
  const { outcome } = reportOf(await asking.run(snippet));
  await expect.poll(() => told.length, { timeout: 10_000 }).toBe(2);
  place.webhook.status = 200;
  await asking.run(snippet);
  await expect.poll(() => place.webhook.posted.length, { timeout: 5_000 }).toBe(1);
  const [standing] = await asking.house.alerts().list();
  await asking.close();
  const found = expect.stringMatching(/^The API token "attest" was made 45 days ago, on [\d-]+[.]$/);
  expect({ outcome, told, standing, posted: place.webhook.posted.map((one) => one.alert.found) }).toEqual({
    outcome: "answered",
    told: [found, "The webhook for alerts did not take one (answered 503)."],
    standing: expect.objectContaining({ kind: "token-age", found }),
    posted: [found],
  });
  expect(JSON.stringify([told, standing])).not.toContain("secret-channel");
});
