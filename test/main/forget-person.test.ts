// Must-show 6 of the journal: what a person can be known by is in no file of the data folder once the person was forgotten, key
// in hand and archives unpacked, wherever it had been: reads, paths, rows, questions, reports, words, exports.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { journalKeyRing } from "../../main/config/journal-key-ring.ts";
import { exportRun } from "../../main/export-run.ts";
import { forgetPerson } from "../../main/forget/forget-person.ts";
import { verifyJournal } from "../../main/journal.ts";
import { packRuns } from "../../main/pack-runs.ts";
import { saveReport } from "../../main/report/save-report.ts";
import { resend } from "../../main/resend.ts";
import { tableToFiles } from "../../main/rows-to-files.ts";
import { openDefinedWords } from "../../library/defined-words.ts";
import { dumpOf } from "../acceptance/expected-answers.ts";
import { type AskingHouse, openAskingHouse, reportOf } from "../asking-house.ts";
import { readableTexts } from "../audit/readable-texts.ts";

/** A user as the emulated org has it. */
interface DumpedUser {
  readonly id: string;
  readonly profile: Readonly<Record<string, string | null>>;
}

let place: AskingHouse;
let keys: string;
let ada: DumpedUser;
let bob: DumpedUser;
beforeAll(async () => {
  keys = mkdtempSync(join(tmpdir(), "attest-keys-"));
  place = await openAskingHouse({ users: 120, seed: 3 }, { ATTEST_KEYS: keys });
  const users = dumpOf(place.emulator).users as unknown as readonly DumpedUser[];
  const named = users.filter(({ profile }) => typeof profile["mobilePhone"] === "string");
  const [first, second] = [named[0], named[1]];
  if (first === undefined || second === undefined) throw new Error("the emulated org has no two such users");
  [ada, bob] = [first, second];
});
afterAll(async () => {
  await place.close();
  rmSync(keys, { recursive: true, force: true });
});

const aboutOne = (login: string): string => `import { okta } from 'okta'

export const title = 'Groups and factors of one user'

export default async function () {
  const user = await okta.getUser({ id: '${login}' })
  const groups = await okta.listUserGroups({ id: user.id }).all()
  const factors = await okta.listFactors({ userId: user.id }).all()
  return [{ id: user.id, first: user.profile.firstName ?? null, groups: groups.length, factors: factors.length }]
}
`;

/** What names a user and nobody else. */
function valuesOf({ id, profile }: DumpedUser): readonly string[] {
  const { login, email, secondEmail, mobilePhone, firstName, lastName } = profile;
  const all = [id, login, email, secondEmail, mobilePhone, `${firstName} ${lastName}`];
  return [...new Set(all)].filter((value) => typeof value === "string" && value !== "") as readonly string[];
}

/** Takes what can be unpacked of a file that was cut off. */
const cut = { finishFlush: constants.Z_SYNC_FLUSH };

function unpacked(content: Buffer): readonly string[] {
  if (content.subarray(0, 2).toString("hex") === "1f8b") return [gunzipSync(content, cut).toString("utf8")];
  if (content.toString("latin1", 0, 2) !== "PK") return [];
  return Object.values(unzipSync(content)).flatMap((one) => [
    Buffer.from(one).toString("utf8"),
    ...unpacked(Buffer.from(one)),
  ]);
}

/** Everything that can be read in the data folder, key in hand. */
function readable(): string {
  const { folder } = place.house;
  const packed = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .flatMap((one) => unpacked(readFileSync(join(one.parentPath, one.name))));
  return [readableTexts(folder, journalKeyRing(keys)), ...packed].join("\n").toLowerCase();
}

const found = (user: DumpedUser, text: string): readonly string[] =>
  valuesOf(user).filter(
    (value) => text.includes(value.toLowerCase()) || text.includes(encodeURIComponent(value).toLowerCase()),
  );

async function fillFolder(): Promise<void> {
  const { house } = place;
  const { folder } = house;
  const login = ada.profile["login"] ?? "";
  await place.ask("Which active users have no MFA factor at all?");
  const answer = reportOf(await place.run(aboutOne(login)));
  await resend(house, "last", 0, new AbortController().signal);
  await saveReport(house, { name: "of-one", run: "last" });
  await exportRun(house, "last", join(folder, "one.attest.gz"));
  await packRuns(house, ["last"], join(folder, "one.zip"));
  const table = { columns: answer.columns.map((one) => one.name), rows: answer.rows };
  for (const name of ["rows.csv", "rows.xlsx"]) {
    const [file] = await tableToFiles(table, { path: join(folder, name) });
    writeFileSync(join(folder, name), file?.content ?? "");
  }
  const whole = readFileSync(join(folder, "one.attest.gz"));
  writeFileSync(join(folder, "cut.attest.gz.0a1b2c3d.partial"), whole.subarray(0, -1_000));
  const version = { owner: "ines", at: "2026-11-26T00:00:00.000Z", matches: 1, nearMisses: 0 };
  const words = openDefinedWords(folder);
  await words.define(place.emulator.origin, "chief", { ...version, condition: `login equals "${login}"` });
  await words.define(place.emulator.origin, "contractor", { ...version, condition: 'userType equals "C"' });
  await place.run(aboutOne(bob.profile["login"] ?? ""));
}

test("nothing that names a person is in any file of the data folder after it was forgotten, and another's values stay", async () => {
  await fillFolder();
  const before = found(ada, readable());
  const report = await forgetPerson(place.house, ada.profile["login"] ?? "");
  const text = readable();
  expect({
    before,
    after: found(ada, text),
    other: found(bob, text).includes(bob.id),
    files: report.files,
    words: report.words,
    lingering: report.lingering,
    holds: verifyJournal(place.house, true).broken,
    left: (await openDefinedWords(place.house.folder).list(place.emulator.origin)).map((word) => word.name),
  }).toEqual({
    before: valuesOf(ada),
    after: [],
    other: true,
    files: {
      erased: [
        "cut.attest.gz.0a1b2c3d.partial",
        "one.attest.gz",
        "one.zip",
        "reports/of-one.json",
        "rows.csv",
        "rows.xlsx",
      ],
      left: [],
    },
    words: ["chief"],
    lingering: false,
    holds: [],
    left: ["contractor"],
  });
});
