import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../../main/run.ts";
import { confirmRows } from "../../main/run/confirm-rows.ts";
import type { Row } from "../../terms/cell.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { openAskingHouse, reportOf, type AskingHouse } from "../asking-house.ts";
import { send } from "../emulator/read-org.ts";

const source = `import { each, named, okta } from 'okta'
export const title = 'Members of the help desk'
export default async function () {
  const group = named(await okta.listGroups({}).all(), 'profile.name', 'IT Helpdesk')
  const members = await okta.listGroupUsers({ groupId: group.id }).all()
  return each(members, async (member) => {
    const factors = await okta.listFactors({ userId: member.id }).all()
    return { id: member.id, title: member.profile.title ?? null, factors: factors.length }
  })
}
`;

let place: AskingHouse;
beforeAll(async () => {
  place = await openAskingHouse({ users: 300, seed: 2 });
});
afterAll(() => place.close());

const idOf = (row: Row | undefined): string => (typeof row?.["id"] === "string" ? row["id"] : "");

const write = (method: string, path: string, body?: object) =>
  send(place.emulator, path, {
    method,
    headers: { authorization: `SSWS ${place.emulator.token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

test("rows that nobody changed are confirmed by the requests of the run", async () => {
  const report = reportOf(await run(place.house, { source, parameters: {}, confirm: true }, silentFront));
  const { from, to } = report.confirmed ?? {};
  expect(report.confirmed).toEqual({ from, to, confirmed: report.count, changed: [], gone: [], unread: [] });
});

test("a cell that changed and an object that is gone are named, with what was and what is", async () => {
  const report = reportOf(await run(place.house, { source, parameters: {} }, silentFront));
  const [first, second] = report.rows;
  await write("POST", `/api/v1/users/${idOf(first)}`, { profile: { title: "Someone else" } });
  const groups = JSON.parse((await write("GET", "/api/v1/groups?q=IT%20Helpdesk")).text) as { readonly id: string }[];
  await write("DELETE", `/api/v1/groups/${groups[0]?.id}/users/${idOf(second)}`);
  const confirmed = await confirmRows(place.house, report.run ?? "", silentFront.signal);
  expect({ ...confirmed, from: "", to: "" }).toEqual({
    from: "",
    to: "",
    confirmed: report.count - 2,
    changed: [{ row: 0, column: "title", was: first?.["title"], is: "Someone else" }],
    gone: [1],
    unread: [],
  });
  const kept = JSON.parse(place.house.journal().runs.findAttachment(report.run ?? "", "read-again") ?? "{}") as {
    readonly exchange?: { readonly status: number };
  };
  expect(kept.exchange?.status).toBe(200);
});

test("what cannot be read again is not confirmed", async () => {
  const report = reportOf(await run(place.house, { source, parameters: {} }, silentFront));
  place.emulator.changeTokenRole("none");
  const confirmed = await confirmRows(place.house, report.run ?? "", silentFront.signal);
  expect({ confirmed: confirmed.confirmed, unread: confirmed.unread }).toEqual({
    confirmed: 0,
    unread: report.rows.map((_, row) => row),
  });
});
