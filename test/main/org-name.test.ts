// What an operator calls an org stands in every answer from it, wherever the answer goes.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderEvidence } from "../../cli/render/render-evidence.ts";
import { renderRunRecord } from "../../cli/render/render-journal.ts";
import { renderReport } from "../../cli/render/render-report.ts";
import { connect } from "../../main/connect.ts";
import { evidence } from "../../main/evidence.ts";
import { exportRun } from "../../main/export-run.ts";
import { openHouse, type House } from "../../main/house.ts";
import { importRun } from "../../main/import-run.ts";
import { searchJournal, showJournal } from "../../main/journal.ts";
import { packRuns } from "../../main/pack-runs.ts";
import type { RunReport } from "../../main/run-report.ts";
import { Secret } from "../../terms/secret.ts";
import { openAskingHouse, reportOf, type AskingHouse } from "../asking-house.ts";

const snippet = `import { okta } from 'okta'
export const title = 'Three users'
export default async function () {
  const users = await okta.listUsers({}).first(3)
  return users.map((user) => ({ login: user.profile.login }))
}
`;

let place: AskingHouse;
let elsewhere: House;
let folder: string;
let beforeAdded: RunReport;
let answer: RunReport;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attest-named-"));
  place = await openAskingHouse({ users: 30 }, { ATTEST_KEYCHAIN: "off" });
  elsewhere = openHouse({ ATTEST_HOME: join(folder, "data") }, folder);
  beforeAdded = reportOf(await place.run(snippet));
  const credential = { kind: "token", token: new Secret(place.emulator.token) } as const;
  const given = { address: place.emulator.origin, name: "prod", credential };
  await connect(place.house, given, new AbortController().signal);
  answer = reportOf(await place.run(snippet));
});
afterAll(async () => {
  await elsewhere.close();
  await place.close();
  rmSync(folder, { recursive: true, force: true });
});

const inWords = (): string => `prod (${place.emulator.origin})`;

test("the answer has the name that the org was added under, and its domain where it was given none", async () => {
  const { origin } = place.emulator;
  const declined = reportOf(await place.ask("What is the weather in Oslo?"));
  const named = ({ org, orgName }: RunReport): unknown => ({ org, orgName });
  expect([named(beforeAdded), named(answer), named(declined)]).toEqual([
    { org: origin, orgName: new URL(origin).host },
    { org: origin, orgName: "prod" },
    { org: origin, orgName: "prod" },
  ]);
  expect([renderReport(beforeAdded), renderReport(answer)].map((text) => text.split("\n")[0])).toEqual([
    `Three users: answered, 3 rows, from ${origin}`,
    `Three users: answered, 3 rows, from ${inWords()}`,
  ]);
});

test("journal, evidence and the cover of a pack have it too, also where the run was imported", async () => {
  const run = answer.run ?? "";
  await exportRun(place.house, run, join(folder, "run.attest.gz"));
  await importRun(elsewhere, join(folder, "run.attest.gz"));
  for (const [at, house] of [place.house, elsewhere].entries()) {
    const pack = join(folder, `${at}.zip`);
    await packRuns(house, [run], pack);
    const cover = execFileSync("unzip", ["-p", pack, `${run}/cover.md`], { encoding: "utf8" });
    const traced = await evidence(house, run, { row: 0, column: "login" });
    const shown = showJournal(house, run);
    expect({
      journal: [shown.summary.orgName, renderRunRecord(shown).includes(`Org:       ${inWords()}\n`)],
      found: searchJournal(house, ["prod"], 10).map((one) => one.run),
      evidence: [traced.orgName, renderEvidence(traced).split("\n")[0]],
      cover: cover.includes(`- Org: ${inWords()}\n`),
    }).toEqual({
      journal: ["prod", true],
      found: [run],
      evidence: ["prod", `Three users, run ${run}, row 0, from ${inWords()}`],
      cover: true,
    });
  }
});
