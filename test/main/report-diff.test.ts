import { afterAll, beforeAll, expect, test } from "vitest";
import { diffReport, hasDifference } from "../../main/report/diff-report.ts";
import { differenceTable } from "../../main/report/difference-table.ts";
import { importReport } from "../../main/report/edit-report.ts";
import { runReport } from "../../main/report/run-report.ts";
import type { RunReport } from "../../main/run-report.ts";
import type { Row } from "../../terms/cell.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse, reportOf } from "../asking-house.ts";
import { send } from "../emulator/read-org.ts";

const text = `// Question: Who is in the help desk?
// Key: id

import { named, okta } from 'okta'

export const title = 'Members of a group'
export const params = { group: 'IT Helpdesk' }

export default async function ({ group }: typeof params) {
  const target = named(await okta.listGroups({}).all(), 'profile.name', group)
  const members = await okta.listGroupUsers({ groupId: target.id }).all()
  return members.map((member) => ({ id: member.id, title: member.profile.title ?? null, status: member.status }))
}
`;
const name = "members";

let place: AskingHouse;
let first: RunReport;
let second: RunReport;
const runIt = async (parameters: Readonly<Record<string, string>> = {}, sampleSize?: number): Promise<RunReport> =>
  reportOf(await runReport(place.house, { name, parameters, sampleSize }, silentFront));
const textIn = (row: Row | undefined, column: string): string => JSON.stringify(row?.[column] ?? "").slice(1, -1);
const idOf = (row: Row | undefined): string => textIn(row, "id");
const write = (method: string, path: string, body?: object) =>
  send(place.emulator, path, {
    method,
    headers: { authorization: `SSWS ${place.emulator.token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

beforeAll(async () => {
  place = await openAskingHouse({ users: 60, seed: 2 });
  await importReport(place.house, name, text);
});
afterAll(() => place.close());

test("a report with fewer than two kept runs has nothing to compare, and a run that was cut to a sample is none", async () => {
  first = await runIt();
  await runIt({}, 1);
  await expect(diffReport(place.house, { name })).rejects.toThrow(
    `The report ${name} has no kept run before ${first.run} with the same parameters of ${place.emulator.origin}; two are compared.`,
  );
  await expect(diffReport(place.house, { name: "no-such" })).rejects.toThrow("There is no report no-such.");
});

test("the last two runs are compared by the key: a member who came, one who went, one with another title", async () => {
  const { id: groupId } = (
    JSON.parse((await write("GET", "/api/v1/groups?q=IT%20Helpdesk")).text) as { readonly id: string }[]
  )[0] ?? { id: "" };
  const users = JSON.parse((await write("GET", "/api/v1/users?limit=60")).text) as { readonly id: string }[];
  const members = new Set(first.rows.map(idOf));
  const comes = users.find((user) => !members.has(user.id))?.id ?? "";
  const [changes, goes] = first.rows;
  await write("POST", `/api/v1/users/${idOf(changes)}`, { profile: { title: "Someone else" } });
  await write("DELETE", `/api/v1/groups/${groupId}/users/${idOf(goes)}`);
  await write("PUT", `/api/v1/groups/${groupId}/users/${comes}`);
  second = await runIt();
  const diff = await diffReport(place.house, { name });
  const came = second.rows.find((row) => row["id"] === comes);
  const after = { ...changes, title: "Someone else" };
  const compared = (report: RunReport) => ({
    run: report.run,
    version: 1,
    org: place.emulator.origin,
    begunAt: expect.any(String),
    asOf: report.asOf,
    rows: report.count,
  });
  expect(diff).toEqual({
    name,
    before: compared(first),
    after: compared(second),
    keyColumns: ["id"],
    columns: ["id", "title", "status"],
    added: [came],
    removed: [goes],
    changed: [{ before: changes, after, columns: ["title"] }],
    notKnown: [],
    unpaired: [],
    unchanged: first.count - 2,
    warnings: [],
  });
  const [changeKind, changeWords] = ["changed", [`title: ${textIn(changes, "title")} → Someone else`]];
  expect(differenceTable(diff)).toEqual({
    columns: ["difference", "changes", "id", "title", "status"],
    rows: [
      { difference: "added", changes: [], ...came },
      { difference: "removed", changes: [], ...goes },
      { difference: changeKind, changes: changeWords, ...after },
    ],
  });
});

test("runs that are the same differ in nothing, and runs of other parameters are compared only where they are named", async () => {
  const third = await runIt();
  const other = await runIt({ group: "Everyone" });
  await expect(diffReport(place.house, { name })).rejects.toThrow("no kept run before");
  const same = await diffReport(place.house, { name, runs: [third.run ?? "", second.run ?? ""] });
  expect([same.before.run, same.after.run, hasDifference(same)]).toEqual([second.run, third.run, false]);
  const named = await diffReport(place.house, { name, runs: [third.run ?? "", other.run ?? ""] });
  expect(named.warnings).toEqual(['The runs had other parameters: group "IT Helpdesk", then "Everyone".']);
  await expect(diffReport(place.house, { name: "inactive-users", runs: [third.run ?? "", "last"] })).rejects.toThrow(
    `The run ${third.run} is no answer of the report inactive-users.`,
  );
});

test("another version of the report between two runs is said, and the columns that only one of them has", async () => {
  await importReport(
    place.house,
    name,
    text.replace("status: member.status", "login: member.profile.login").replace("// Key: id\n", ""),
  );
  const edited = await runIt();
  const { warnings, keyColumns, added, removed } = await diffReport(place.house, {
    name,
    runs: [second.run ?? "", edited.run ?? ""],
  });
  expect({ warnings, keyColumns, added, removed }).toEqual({
    warnings: [
      "The runs are of two versions of the report (1, then 2): a difference may be the report's.",
      "Only the run before has the columns status: they are not compared.",
      "Only the run after has the columns login: they are not compared.",
      "The report has no key columns, so whole rows are compared: a row that changed is one removed and one added.",
    ],
    keyColumns: ["id", "title"],
    added: [],
    removed: [],
  });
});
