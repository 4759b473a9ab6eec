// An upgrade as an operator meets it: reports are saved and run under this build, and looked at under a copy of the tree that
// differs from it as a later release would.
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { hashReview } from "../../executor/check/review/hash-review.ts";
import { doctor } from "../../main/doctor.ts";
import { openHouse, type House } from "../../main/house.ts";
import { acceptReport } from "../../main/report/accept-report.ts";
import { importReport } from "../../main/report/edit-report.ts";
import { runReport } from "../../main/report/run-report.ts";
import { type VerifiedReport, verifyReports } from "../../main/report/verify-reports.ts";
import type { Front } from "../../main/front.ts";
import { reportOf } from "../asking-house.ts";
import { type ChangedOrg, startChangedOrg } from "../main/changed-org.ts";
import { silentFront } from "./silent-front.ts";

const run = promisify(execFile);

const texts: Readonly<Record<string, string>> = {
  "all-users": `// Key: id

import { okta } from 'okta'

export const title = 'All users'

export default async function () {
  const users = await okta.listUsers({}).all()
  return users.map((user) => ({ id: user.id, login: user.profile.login }))
}
`,
  "active-users": `// Key: id

import { okta } from 'okta'

export const title = 'Active users'

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  return users.map((user) => ({ id: user.id, status: user.status }))
}
`,
  "groups-of-users": `// Key: id

import { each, okta } from 'okta'

export const title = 'Groups of users'

export default async function () {
  const users = await okta.listUsers({}).all()
  return each(users, async (user) => {
    const groups = await okta.listUserGroups({ id: user.id }).all()
    return { id: user.id, groups: groups.length }
  })
}
`,
  "badges-of-users": `// Key: id

import { okta } from 'okta'

export const title = 'Badges of users'

export default async function () {
  const users = await okta.listUsers({}).all()
  return users.map((user) => ({ id: user.id, badge: user.profile.badge ?? null }))
}
`,
};
const names = Object.keys(texts).toSorted();

/** Custom attributes of the org beside its own, by their type. */
const attributes = new Map([["badge", "string"]]);

function changeSchema(path: string, text: string): string {
  if (path !== "/api/v1/meta/schemas/user/default") return text;
  const schema = JSON.parse(text);
  for (const [name, type] of attributes)
    schema.definitions.custom.properties[name] = { title: name, type, scope: "NONE", mutability: "READ_WRITE" };
  return JSON.stringify(schema);
}

const yes: Front = { ...silentFront, yes: false, decide: () => Promise.resolve({ kind: "yes" }) };
const nobody: Front = { ...silentFront, yes: false };

let emulator: Emulator;
let org: ChangedOrg;
let folder: string;
let environment: Readonly<Record<string, string>>;
let house: House;
beforeAll(async () => {
  emulator = await startEmulator({ users: 30, seed: 3, port: 0 });
  org = await startChangedOrg(emulator, changeSchema);
  folder = mkdtempSync(join(tmpdir(), "attest-upgrade-"));
  environment = { ATTEST_HOME: join(folder, "data"), OKTA_DOMAIN: org.origin, OKTA_API_TOKEN: emulator.token };
  house = openHouse({ ...environment }, folder);
  await doctor(house, silentFront.signal);
  for (const [name, text] of Object.entries(texts)) {
    expect(await importReport(house, name, text)).toMatchObject({ kind: "saved" });
    // Two runs of each: the first is asked about, the second is not.
    reportOf(await runReport(house, { name, parameters: {} }, yes));
    reportOf(await runReport(house, { name, parameters: {} }, nobody));
  }
}, 60_000);
afterAll(async () => {
  await house.close();
  await org.close();
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What matters of a verified report: by name, whether its approval holds, what differs, and how its replays came out. */
function inShort(reports: readonly VerifiedReport[]): unknown {
  const own = reports.filter((one) => names.includes(one.name));
  return Object.fromEntries(
    own.map(({ name, state, settled, findings, differences, replays }) => [
      name,
      {
        state,
        settled,
        findings: findings.map((one) => one.message),
        differences: differences
          .filter(({ line }) => !line.startsWith("Review "))
          .map(({ kind, line }) => `${kind}: ${line.trim()}`),
        replays: replays.map((one) => one.verdict),
      },
    ]),
  );
}

const same = { state: "equal", settled: true, findings: [], differences: [], replays: ["identical", "identical"] };
const sameUnderAnotherBuild = { ...same, settled: false };

test("under the build that they were accepted by, all reports are the same", async () => {
  const { reports } = await verifyReports(house, nobody);
  expect(inShort(reports)).toEqual(Object.fromEntries(names.map((name) => [name, same])));
});

/** A copy of the tree as a later release: another version, and another scope in the catalogue for the groups of a user. */
function laterRelease(): string {
  const root = join(folder, "later");
  const left = ["node_modules", ".git", "test", "bench"];
  for (const entry of readdirSync(".").filter((one) => !left.includes(one)))
    cpSync(entry, join(root, entry), { recursive: true });
  symlinkSync(resolve("node_modules"), join(root, "node_modules"));
  const edit = (file: string, from: string, to: string): void => {
    const text = readFileSync(join(root, file), "utf8");
    expect(text.split(from)).toHaveLength(2);
    writeFileSync(join(root, file), text.replace(from, to));
  };
  edit("package.json", '"version": "0.1.0"', '"version": "0.2.0"');
  edit(
    "registry/operations.generated.json",
    '"operationId":"listUserGroups","method":"GET","path":"/api/v1/users/{id}/groups","tag":"UserResources","scopes":["okta.users.read"]',
    '"operationId":"listUserGroups","method":"GET","path":"/api/v1/users/{id}/groups","tag":"UserResources","scopes":["okta.groups.read"]',
  );
  return root;
}

test("a later release keeps every approval whose review is equal; an operation whose effect changed is named, and does not run", async () => {
  const root = laterRelease();
  const attest = (args: readonly string[]): Promise<{ readonly code: number; readonly stdout: string }> =>
    run(process.execPath, [join(root, "cli/attest.mjs"), ...args], {
      env: { ...process.env, ...environment },
      cwd: folder,
    }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { readonly code: number; readonly stdout: string }) => error,
    );
  const verified = await attest(["report", "verify", "--accept-equal", "--json"]);
  expect([verified.code, verified.code === 4 ? "" : verified.stdout]).toEqual([4, ""]);
  expect(inShort(JSON.parse(verified.stdout).reports)).toEqual({
    ...Object.fromEntries(names.map((name) => [name, sameUnderAnotherBuild])),
    "groups-of-users": {
      state: "findings",
      settled: false,
      findings: [
        "listUserGroups returns a secret (Not reviewed yet: new, or changed in path or scopes, in Okta's specification.).",
      ],
      differences: [],
      replays: [],
    },
  });
  const codes = await Promise.all(names.map(async (name) => [name, (await attest(["report", "run", name])).code]));
  expect(Object.fromEntries(codes)).toEqual({
    "active-users": 0,
    "all-users": 0,
    "badges-of-users": 0,
    "groups-of-users": 4,
  });
}, 60_000);

test("back under this build, a condition that an earlier one read otherwise is shown in the review's words, and can be accepted", async () => {
  const path = join(house.folder, "reports", "active-users.json");
  const kept = JSON.parse(readFileSync(path, "utf8"));
  const { review } = house.journal().snippets.get(kept.data.versions[0].reviews[0].reviewHash);
  const filters = review.filters.map((one) => ({ ...one, evaluated: "here" as const }));
  const [accepted] = kept.data.versions[0].reviews;
  accepted.reviewHash = hashReview({ ...review, filters });
  accepted.words = accepted.words.map((line: string) =>
    line.replace("Selected by Okta", "Decided here, over what was read"),
  );
  kept.data.versions[0].reviews = [accepted];
  writeFileSync(path, JSON.stringify(kept));
  const find = async (): Promise<VerifiedReport | undefined> =>
    (await verifyReports(house, nobody)).reports.find((one) => one.name === "active-users");
  const changed = await find();
  expect([changed?.state, changed?.differences]).toEqual([
    "changed",
    [
      { kind: "gone", line: "Decided here, over what was read" },
      { kind: "new", line: "Selected by Okta" },
    ],
  ]);
  await expect(acceptReport(house, "active-users", accepted.reviewHash)).rejects.toThrow(
    "The review of active-users is ",
  );
  await acceptReport(house, "active-users", changed?.reviewHash ?? "");
  expect([(await find())?.state, (await find())?.settled]).toEqual(["equal", true]);
});

test("a new attribute of the org keeps the reports that do not use it; one that is gone is a finding in those that do", async () => {
  attributes.set("desk", "string");
  await doctor(house, silentFront.signal);
  const states = async (): Promise<unknown> =>
    Object.fromEntries(
      (await verifyReports(house, nobody)).reports
        .filter((one) => names.includes(one.name))
        .map(({ name, state, findings }) => [name, [state, ...findings.map((one) => one.code)]]),
    );
  const equal = Object.fromEntries(names.map((name) => [name, ["equal"]]));
  expect(await states()).toEqual(equal);
  for (const name of names) expect((await runReport(house, { name, parameters: {} }, nobody)).kind).toBe("report");
  attributes.clear();
  await doctor(house, silentFront.signal);
  expect(await states()).toEqual({ ...equal, "badges-of-users": ["findings", "TS2339"] });
});
