// What is alerted besides calls: how things stand, for as long as they do.
import { afterEach, beforeEach, expect, test } from "vitest";
import { renderAlert, renderAlerts } from "../../../cli/render/render-alerts.ts";
import { setGate } from "../../../main/gates.ts";
import { changeGate } from "../../../main/gates/change-gate.ts";
import type { FailureText } from "../../../terms/failure.ts";
import { openAskingHouse } from "../../asking-house.ts";
import { type AlertsPlace, openAlertsPlace } from "./alerts-place.ts";
import { noteDrift } from "./note-drift.ts";

let place: AlertsPlace;
beforeEach(async () => {
  place = await openAlertsPlace();
});
afterEach(() => place.close());

test("drift is alerted by operation, and clears when its responses are as the catalogue says again", async () => {
  const { desk, told } = place.openDesk();
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

test("a gate that trips is alerted until somebody sets it", async () => {
  const told: FailureText[] = [];
  const asking = await openAskingHouse({ users: 1 }, {}, { onAlert: (alert) => told.push(alert) });
  const tripped = {
    gate: "planning",
    state: "tripped",
    why: "too many",
    operator: null,
    share: 100,
    allowed: [],
  } as const;
  await changeGate(asking.house, tripped);
  await asking.house.alerts().settle();
  const standing = await asking.house.alerts().list();
  await setGate(asking.house, "planning", { state: "on", why: "mended", share: 100, allowed: [] });
  await asking.house.alerts().settle();
  const after = await asking.house.alerts().list();
  await asking.close();
  expect({ told: told.map(renderAlert), standing: renderAlerts(standing), after: renderAlerts(after) }).toEqual({
    told: [
      "Alert: The gate planning tripped: too many. No model plans until somebody has looked at it; questions are planned by the phrasebook. See attest gates and the last plans in the journal, then open it with attest gates --planning on --reason TEXT.",
    ],
    standing: expect.stringMatching(/^since \S+: The gate planning tripped: too many[.]\n {2}What to do: /),
    after: "Nothing is alerted.",
  });
});
