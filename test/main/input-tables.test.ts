import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "../../main/ask.ts";
import { evidence } from "../../main/evidence.ts";
import { prove } from "../../main/prove.ts";
import { replay } from "../../main/replay.ts";
import { run } from "../../main/run.ts";
import type { RunReport } from "../../main/run-report.ts";
import type { Row } from "../../terms/cell.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { dumpOf } from "../acceptance/expected-answers.ts";
import { type AskingHouse, openAskingHouse, reportOf } from "../asking-house.ts";
import { send } from "../emulator/read-org.ts";
import { calls, type MessagesEndpoint, startEndpoint } from "../planner/messages-endpoint.ts";

/** Every person of the list with each account of that login or address: none, one or several. */
const source = `import { inputTable, okta } from 'okta'
export const title = 'Accounts of leavers'
export const params = { leavers: inputTable({ person: 'string', left: 'date?' }) }
export default async function ({ leavers }: typeof params) {
  const users = await okta.listUsers({ search: 'created gt "1970-01-01T00:00:00.000Z"' }).all()
  const byName = new Map<string, (typeof users)[number][]>()
  for (const user of users) {
    for (const name of new Set([user.profile.login.toLowerCase(), (user.profile.email ?? '').toLowerCase()])) {
      byName.set(name, [...(byName.get(name) ?? []), user])
    }
  }
  return leavers.flatMap(({ person, left }) => {
    const found = byName.get(person.trim().toLowerCase()) ?? []
    const shown = found.length === 0 ? [undefined] : found
    return shown.map((user) => ({
      person, left, accounts: found.length, leavers: leavers.length,
      id: user?.id ?? null, status: user?.status ?? null,
    }))
  })
}
`;

const folder = mkdtempSync(join(tmpdir(), "attest-"));
const path = join(folder, "leavers.csv");
const shared = "help.desk@shared.example";

let place: AskingHouse;
let model: MessagesEndpoint;
let people: readonly string[];
let expected: readonly Row[];
let answer: RunReport;

interface Account {
  readonly id: string;
  readonly status: string;
  readonly profile: { readonly login: string; readonly email: string };
}

const write = (id: string, profile: object) =>
  send(place.emulator, `/api/v1/users/${id}`, {
    method: "POST",
    headers: { authorization: `SSWS ${place.emulator.token}`, "content-type": "application/json" },
    body: JSON.stringify({ profile }),
  });

/** Computed from the org's state: each line of the list with what has it as login or address. */
function expectedRows(users: readonly Account[]): readonly Row[] {
  return people.flatMap((person, index) => {
    const found = users.filter(({ profile }) =>
      [profile.login, profile.email].some((one) => one.toLowerCase() === person.toLowerCase()),
    );
    const shown: readonly (Account | undefined)[] = found.length === 0 ? [undefined] : found;
    return shown.map((user) => ({
      person,
      left: index % 2 === 0 ? "2026-03-01" : null,
      accounts: found.length,
      leavers: people.length,
      id: user?.id ?? null,
      status: user?.status ?? null,
    }));
  });
}

beforeAll(async () => {
  model = await startEndpoint([calls({ tool: "decline", input: { reason: "No." } })]);
  place = await openAskingHouse(
    { users: 1200, seed: 4 },
    { LLM_API_KEY: "sk-test-0123456789abcdef", LLM_BASE_URL: model.baseUrl, LLM_MODEL: "reader" },
  );
  const before = dumpOf(place.emulator).users as unknown as readonly Account[];
  for (const user of before.slice(3, 6)) await write(user.id, { email: shared });
  const users = dumpOf(place.emulator).users as unknown as readonly Account[];
  const strangers = Array.from({ length: 5000 - users.length - 2 }, (_, index) => `nobody-${index}@elsewhere.example`);
  // Every account of the org, in other letters for some; an address of three; one line twice; and people whom Okta does not know.
  people = [
    ...users.map(({ profile }, index) => (index % 5 === 0 ? profile.login.toUpperCase() : profile.login)),
    shared,
    users[9]?.profile.login ?? "",
    ...strangers,
  ];
  expected = expectedRows(users);
  const lines = people.map((person, index) => `"${person}",${index % 2 === 0 ? "2026-03-01" : ""},not wanted ${index}`);
  writeFileSync(path, `\uFEFFPerson;Left;Remark\r\n${lines.join("\r\n").replaceAll(",", ";")}\r\n`);
});
afterAll(async () => {
  await place.close();
  await model.close();
  rmSync(folder, { recursive: true, force: true });
});

test("5,000 rows of a file are all accounted for: those with one account, with several and with none", async () => {
  answer = reportOf(await run(place.house, { source, parameters: { leavers: path } }, silentFront));
  expect(answer.rows).toEqual(expected);
  const count = (accounts: number): number =>
    new Set(answer.rows.filter((row) => row["accounts"] === accounts).map((row) => row["person"])).size;
  expect([new Set(people).size, count(0) + count(1) + count(3)]).toEqual([4999, 4999]);
  expect([count(0), count(3)]).toEqual([3798, 1]);
  const { tables } = place.house.journal().runs.get(answer.run ?? "").beginning;
  expect(tables).toEqual(answer.tables);
  expect(tables).toEqual([
    {
      name: "leavers",
      file: "leavers.csv",
      fileHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      columns: { person: "string", left: "date?" },
      count: 5000,
    },
  ]);
});

test("a cell out of the file names its row there, and changing that row in the recording changes the cell", async () => {
  const { cells } = await evidence(place.house, answer.run ?? "", { row: 16, column: undefined });
  const shown = cells.map((cell) => ({
    column: cell.column,
    evidence: cell.evidence,
    of: cell.places.slice(0, 1).map(({ request, value, items, table }) => ({ request, value, items, table })),
  }));
  const inFile = (value: unknown) => ({
    request: "leavers.csv row 17",
    value,
    items: null,
    table: { name: "leavers", file: "leavers.csv", row: 17 },
  });
  expect(shown.slice(0, 4)).toEqual([
    { column: "person", evidence: "value", of: [inFile(people[16])] },
    { column: "left", evidence: "value", of: [inFile("2026-03-01")] },
    { column: "accounts", evidence: "items", of: [expect.anything()] },
    {
      column: "leavers",
      evidence: "items",
      of: [
        {
          request: "leavers.csv",
          value: null,
          items: 5000,
          table: { name: "leavers", file: "leavers.csv", row: null },
        },
      ],
    },
  ]);
  const { proofs } = await prove(place.house, answer.run ?? "", { row: 16, column: "left" });
  expect(proofs.map(({ proof }) => proof)).toEqual([
    { kind: "cell-changed", before: "2026-03-01", after: expect.any(String), changedTo: expect.any(String) },
  ]);
});

test("a replay needs the journal alone: the file may be gone", async () => {
  rmSync(path);
  const result = await replay(place.house, answer.run ?? "", undefined);
  expect(result.kind === "report" ? result.report.verdict : result).toBe("identical");
  await expect(run(place.house, { source, parameters: { leavers: path } }, silentFront)).rejects.toThrow(
    `${path} cannot be read: ENOENT.`,
  );
  await expect(run(place.house, { source, parameters: {} }, silentFront)).rejects.toThrow(
    "The snippet takes a file for leavers, and none was given.",
  );
});

test("no value of the file is in any request to a model, though a conversation goes on from its run", async () => {
  await ask(
    place.house,
    { question: "and their groups", planner: "model", sampleSize: undefined, continues: answer.run ?? "" },
    silentFront,
  );
  const sent = model.seen.map(({ text }) => text).join("\n");
  expect(sent).toContain("inputTable");
  expect([...people, "leavers.csv", "2026-03-01"].filter((value) => sent.includes(value))).toEqual([]);
});
