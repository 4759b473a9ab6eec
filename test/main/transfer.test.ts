// A run of one data folder on another that has never met the org: verified, shown, traced and replayed from its file alone.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evidence } from "../../main/evidence.ts";
import { exportRun } from "../../main/export-run.ts";
import { openHouse, type House } from "../../main/house.ts";
import { importRun } from "../../main/import-run.ts";
import { showJournal, verifyJournal } from "../../main/journal.ts";
import { replay } from "../../main/replay.ts";
import { resume } from "../../main/resume.ts";
import type { RunReport } from "../../main/run-report.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { openAskingHouse, reportOf, type AskingHouse } from "../asking-house.ts";

// The attribute is the org's own: another machine has to know it to check the snippet again.
const snippet = `import { okta, each } from 'okta'

export const title = 'Groups of users with a badge'

export default async function () {
  const users = await okta.listUsers({ search: 'profile.badgeNumber pr' }).first(30)
  return each(users, async (user) => {
    const groups = await okta.listUserGroups({ id: user.id }).all()
    return { login: user.profile.login, badge: user.profile.badgeNumber ?? null, groups: groups.length }
  })
}
`;

let here: AskingHouse;
let there: House;
let folder: string;
let file: string;
let answer: RunReport;
beforeAll(async () => {
  here = await openAskingHouse({ users: 120, seed: 5 });
  folder = mkdtempSync(join(tmpdir(), "attest-there-"));
  there = openHouse({ ATTEST_HOME: join(folder, "data") }, folder);
  answer = reportOf(await here.run(snippet));
  file = join(folder, "run.attest.gz");
  await exportRun(here.house, "last", file);
});
afterAll(async () => {
  await there.close();
  await here.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (): string => answer.run ?? "";

test("an exported run, imported on another data folder, is verified and replays byte for byte", async () => {
  await importRun(there, file);
  const result = await replay(there, run(), undefined);
  expect({ result, holds: verifyJournal(there, true).clean, count: answer.count }).toEqual({
    result: {
      kind: "report",
      report: {
        run: run(),
        verdict: "identical",
        outcome: "answered",
        count: 30,
        rows: answer.rows,
        rowsHash: { recorded: expect.any(String), replayed: expect.any(String) },
        versions: [],
      },
    },
    holds: true,
    count: 30,
  });
});

test("what is shown and traced of it there is what is shown and traced here", async () => {
  const cells = async (house: House): Promise<unknown> =>
    (await evidence(house, run(), { row: 7, column: undefined })).cells;
  const shown = (house: House): unknown => {
    const { summary, importedAt: _, ...rest } = showJournal(house, run());
    return { ...rest, summary: { ...summary, importedAt: null } };
  };
  expect([await cells(there), shown(there)]).toEqual([await cells(here.house), shown(here.house)]);
});

test("nobody approved it there: it is not resumed, and its snippet is not run by its hash", async () => {
  const org = {
    ATTEST_HOME: join(folder, "data"),
    OKTA_DOMAIN: here.emulator.origin,
    OKTA_API_TOKEN: here.emulator.token,
  };
  const connected = openHouse(org, folder);
  await expect(resume(connected, run(), silentFront)).rejects.toThrow(`The run ${run()} came out of a file.`);
  expect(() => connected.journal().snippets.get(answer.plan?.reviewHash ?? "")).toThrow("no snippet");
  await connected.close();
});

test("the file is its owner's alone, is never written over, and leaves nothing half written", async () => {
  const before = readFileSync(file);
  await expect(exportRun(here.house, "last", file)).rejects.toThrow(`${file} cannot be written: it exists already.`);
  await expect(exportRun(here.house, "last", join(folder, "none", "x"))).rejects.toThrow("cannot be written: ENOENT");
  expect({
    mode: statSync(file).mode & 0o777,
    same: readFileSync(file).equals(before),
    beside: existsSync(join(folder, "none")),
  }).toEqual({ mode: 0o600, same: true, beside: false });
});

test("a file that is cut off or is none is named, and nothing of it is taken in", async () => {
  const said = async (name: string, content: Buffer): Promise<string> => {
    writeFileSync(join(folder, name), content);
    return importRun(there, join(folder, name)).then(
      () => "taken in",
      (error: Error) => error.message,
    );
  };
  const cut = readFileSync(file).subarray(0, -2_000);
  const entries = verifyJournal(there, false).entries;
  expect([
    await said("cut", cut),
    await said("text", Buffer.from("hello\n")),
    await importRun(there, join(folder, "missing")).catch((error: Error) => error.message),
    verifyJournal(there, false).entries - entries,
  ]).toEqual([
    expect.stringContaining(`${join(folder, "cut")} is no whole export of a run: it cannot be unpacked.`),
    expect.stringContaining(`${join(folder, "text")} is no whole export of a run: it cannot be unpacked.`),
    expect.stringContaining("there is no such file"),
    0,
  ]);
});
