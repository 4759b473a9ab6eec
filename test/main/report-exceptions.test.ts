import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderReport } from "../../cli/render/render-report.ts";
import { type ExceptionToAccept, acceptException, removeException } from "../../main/report/accept-exception.ts";
import { importReport } from "../../main/report/edit-report.ts";
import { listExceptions } from "../../main/report/list-exceptions.ts";
import { reportAsOf } from "../../main/report/report-as-of.ts";
import { rowsWithExceptions } from "../../main/report/rows-with-exceptions.ts";
import { runReport } from "../../main/report/run-report.ts";
import { takeExceptions } from "../../main/report/take-exceptions.ts";
import type { RunReport } from "../../main/run-report.ts";
import { isAlert } from "../../main/schedule/alert.ts";
import { openExceptions } from "../../reports/exceptions.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse, reportOf } from "../asking-house.ts";

const report = "suspended";
const text = `// Key: id

import { okta } from 'okta'

export const title = 'Suspended users'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "SUSPENDED"' }).first(3)
  return users.map((user) => ({ id: user.id, owner: user.profile.department ?? null }))
}
`;
const folder = mkdtempSync(join(tmpdir(), "attest-"));

let place: AskingHouse;
let plain: RunReport;
const runIt = async (): Promise<RunReport> =>
  reportOf(await runReport(place.house, { name: report, parameters: {} }, silentFront));
const idOf = (row: number): string => JSON.stringify(plain.rows[row]?.["id"]).slice(1, -1);
const wanted = (row: number, expires = "2999-12-31"): ExceptionToAccept => ({
  report,
  key: { id: idOf(row) },
  owner: "ada@example.com",
  ticket: "SEC-12",
  expires,
});
const store = () => openExceptions(place.house.folder, report);

beforeAll(async () => {
  place = await openAskingHouse({ users: 400, seed: 6 });
  await importReport(place.house, report, text);
  plain = await runIt();
});
afterAll(async () => {
  await place.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a report without exceptions answers as ever; an exception names the report's key, an owner, a ticket and a day to come", async () => {
  expect([plain.count, plain.exceptions]).toEqual([3, undefined]);
  const { house } = place;
  const refused = [
    { ...wanted(0), key: {} },
    { ...wanted(0), key: { login: "ada" } },
    { ...wanted(0), owner: " " },
    { ...wanted(0), ticket: "" },
    wanted(0, "2020-01-01"),
    wanted(0, "next year"),
    { ...wanted(0), report: "duplicate-users", key: { id: "00u1" } },
  ];
  const said = await Promise.all(
    refused.map((one) =>
      acceptException(house, one).then(
        () => "",
        (error: Error) => error.message,
      ),
    ),
  );
  expect(said.map((one) => one.split(". ")[0])).toEqual([
    "The report tells its rows apart by id, and the exception names none",
    "The report tells its rows apart by id, and the exception names login",
    "The exception names no owner",
    "The exception names no ticket",
    "The exception would have ended on 2020-01-01",
    '"next year" is no day',
    "The report tells its rows apart by id, otherId, and the exception names id",
  ]);
  expect((await listExceptions(house, report)).exceptions).toEqual([]);
});

test("rows that are accepted stand apart with owner, ticket and last day; one that has ended counts and is said", async () => {
  const { house } = place;
  const org = place.emulator.origin;
  const accepted = await acceptException(house, wanted(1));
  const ended = { ...accepted, key: { id: idOf(2) }, expires: "2020-01-01" };
  const unmatched = { ...accepted, key: { id: "00u-nobody" } };
  const elsewhere = { ...accepted, key: { id: idOf(0) }, org: "https://other.okta.com" };
  for (const one of [ended, unmatched, elsewhere]) await store().accept(one);
  const answer = await runIt();
  expect({ rows: answer.rows, exceptions: answer.exceptions }).toEqual({
    rows: plain.rows,
    exceptions: {
      accepted: [{ row: 1, exception: accepted }],
      expired: [{ row: 2, exception: ended }],
      unmatched: [unmatched],
    },
  });
  const lines = renderReport(answer).split("\n");
  expect(lines[0]).toContain("3 rows, 1 of them accepted exception, from");
  const [open, apart] = [lines.indexOf("Accepted exceptions:"), lines.findIndex((line) => line.includes(idOf(1)))];
  expect([open > 0, apart > open, lines.filter((line) => line.includes("SEC-12")).length]).toEqual([true, true, 2]);
  expect(lines).toContain("Warning: the exception for row 2 ended on 2020-01-01 (ada@example.com, SEC-12).");
  expect(lines).toContain("1 accepted exception has no row here.");
  const table = rowsWithExceptions(answer);
  const state = (row: number, ...cells: readonly (string | null)[]) => ({
    ...plain.rows[row],
    exception: cells[0],
    owner_: cells[1],
    ticket: cells[2],
    expires: cells[3],
  });
  expect(table).toEqual({
    columns: ["id", "owner", "exception", "owner_", "ticket", "expires"],
    rows: [
      state(0, null, null, null, null),
      state(2, "ended", "ada@example.com", "SEC-12", "2020-01-01"),
      state(1, "accepted", "ada@example.com", "SEC-12", "2999-12-31"),
    ],
  });
  expect(
    (await listExceptions(house, report)).exceptions.map(({ key, holds, org: of }) => [key["id"], holds, of]),
  ).toEqual(
    [
      [idOf(1), true, org],
      [idOf(2), false, org],
      ["00u-nobody", true, org],
    ].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
});

test("a kept answer keeps what its exceptions were, whatever they are now", async () => {
  const { house } = place;
  const before = await runIt();
  await removeException(house, report, { id: idOf(1) });
  await expect(removeException(house, report, { id: idOf(1) })).rejects.toThrow(
    `No exception is accepted for id=${idOf(1)}.`,
  );
  const past = await reportAsOf(house, {
    name: report,
    asOf: house.journal().runs.get(before.run ?? "").endedAt ?? "",
    parameters: {},
  });
  expect(past.exceptions).toEqual(before.exceptions);
  expect((await runIt()).exceptions?.accepted).toEqual([]);
});

test("a file's exceptions take the place of all others of that org, or of none where one cannot be taken", async () => {
  const { house } = place;
  const path = join(folder, "exceptions.csv");
  const write = (...lines: readonly string[]): void =>
    writeFileSync(path, ["id,owner,ticket,expires,reason", ...lines].join("\n"));
  const row = (index: number, expires = "2999-01-01"): string => `${idOf(index)},team iam,SEC-13,${expires},known`;
  const before = await store().list(place.emulator.origin);
  write(row(0), row(1, "2020-01-01"));
  await expect(takeExceptions(house, report, path)).rejects.toThrow(
    "exceptions.csv row 2: The exception would have ended on 2020-01-01.",
  );
  write(row(0), row(1), row(0));
  await expect(takeExceptions(house, report, path)).rejects.toThrow(
    "exceptions.csv row 3 cannot be taken: it has the key of row 1.",
  );
  write(`${idOf(0)},,SEC-13,2999-01-01,`);
  await expect(takeExceptions(house, report, path)).rejects.toThrow('line 2, column owner: "" is not a text');
  expect(await store().list(place.emulator.origin)).toEqual(before);
  write(row(0), row(1), row(2));
  await takeExceptions(house, report, path);
  const answer = await runIt();
  expect(answer.exceptions?.accepted.map(({ row: at, exception }) => [at, exception.owner, exception.reason])).toEqual([
    [0, "team iam", "known"],
    [1, "team iam", "known"],
    [2, "team iam", "known"],
  ]);
  // Nobody is to be told of rows that are all accepted.
  expect([isAlert("any-row", answer), isAlert("any-row", plain)]).toEqual([false, true]);
  expect((await listExceptions(house, report)).changes.map(({ change, count }) => [change, count])).toEqual([
    ["replaced", 3],
    ["removed", 1],
    ["accepted", 1],
  ]);
  expect(await store().list("https://other.okta.com")).toHaveLength(1);
});
