import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PackResult, runPack } from "../../main/report/run-pack.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse, reportOf } from "../asking-house.ts";
import { send } from "../emulator/read-org.ts";

const folder = mkdtempSync(join(tmpdir(), "attest-"));
let place: AskingHouse;
let found: PackResult;
beforeAll(async () => {
  place = await openAskingHouse({ users: 1200 });
  found = await runPack(place.house, "stig", silentFront, join(folder, "stig.zip"));
});
afterAll(async () => {
  await place.close();
  rmSync(folder, { recursive: true, force: true });
});

const having = (checks: PackResult["checks"], result: string): readonly string[] =>
  checks.filter((one) => one.result === result).map((one) => one.check);

// By hand, from the policies, zones and tokens of the emulated org: two password policies (one of 14 letters and 90 days, one of 8
// without an end), a global session of 120 minutes by the default rule, one log stream, no smart card, one token of
// four with a zone, and a zone in the policies of 13 apps of 44. A requirement passes where everything that it is about does.
test("the STIG pack says of every requirement whether it passes, fails or cannot be checked, and by which run", () => {
  const { checks, results, summary, unanswered } = found;
  expect(unanswered).toEqual([]);
  expect(having(checks, "pass")).toEqual(["V-273193", "V-273198", "V-273202"]);
  expect(having(checks, "not checkable")).toEqual(["V-273187", "V-273188", "V-273192", "V-273207", "V-279690"]);
  expect(summary).toEqual({ pass: 3, fail: 21, "not checkable": 5 });
  const calls = results.flatMap(({ result }) => reportOf(result).requests).reduce((sum, one) => sum + one.count, 0);
  expect(calls).toBe(8);
  const runs = new Map(results.map(({ name, result }) => [name, reportOf(result).run]));
  expect(checks.filter((one) => one.run !== runs.get(one.report))).toEqual([]);
  const rows = results.flatMap(({ result }) => reportOf(result).rows);
  expect(checks.reduce((sum, one) => sum + one.checked, 0)).toBe(rows.length);
  expect(checks.find((one) => one.check === "V-273195")).toMatchObject({
    asks: "passwords have 15 characters at least",
    checked: 2,
    failing: 2,
    found: "Default Policy: length 8; Contractors: length 14",
  });
  const parts = ["V-279689", "V-279693"].map((check) => checks.find((one) => one.check === check));
  expect(parts.map((one) => [one?.result, one?.checked, one?.failing])).toEqual([
    ["fail", 4, 3],
    ["fail", 44, 31],
  ]);
});

test("one archive has the summary and the evidence of every run, and its own instructions prove each", () => {
  const { evidence, results } = found;
  execFileSync("unzip", ["-q", join(folder, "stig.zip"), "-d", join(folder, "unpacked")]);
  expect(evidence?.runs).toEqual(results.map(({ result }) => reportOf(result).run));
  const summary = readFileSync(join(folder, "unpacked", "summary.csv"), "utf8")
    .trimEnd()
    .split("\n");
  expect([summary.length, summary[0]]).toEqual([30, "check,asks,result,checked,failing,accepted,found,report,run"]);
  const how = readFileSync(join(folder, "unpacked", "HOW-TO-VERIFY.md"), "utf8");
  const blocks = [...how.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
  const said = (evidence?.runs ?? []).map((run) =>
    blocks.map((block) =>
      execFileSync("sh", ["-c", block], { cwd: join(folder, "unpacked", run), encoding: "utf8" })
        .trim()
        .replace(/[0-9a-f]{64}/, "HASH")
        .replace(/signed at \S+/, "signed at TIME"),
    ),
  );
  const holds = [
    "the chain holds, its last hash is HASH",
    "every text holds",
    "the rows hold",
    "the anchor holds: signed at TIME",
  ];
  expect(said).toEqual(Array.from({ length: 4 }, () => holds));
});

test("requirements of a report that gives no answer are not answered, never met", async () => {
  const headers = { "content-type": "application/json" };
  const rules = [{ kind: "status", path: "type=PASSWORD", status: 403 }];
  await send(place.emulator, "/emulator/faults", { method: "PUT", headers, body: JSON.stringify(rules) });
  const { checks, summary, unanswered, evidence } = await runPack(place.house, "stig", silentFront);
  await send(place.emulator, "/emulator/faults", { method: "PUT", headers, body: "[]" });
  expect([unanswered, having(checks, "not answered").length, summary, evidence]).toEqual([
    ["stig-password-policies"],
    10,
    { pass: 2, fail: 12, "not checkable": 5, "not answered": 10 },
    null,
  ]);
});
