// An evidence pack, checked as its own instructions say: with sh, jq, sha256sum, cmp and openssl, and nothing of Attest.
import { execFile, execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evidence } from "../../main/evidence.ts";
import { packRuns } from "../../main/pack-runs.ts";
import type { RunReport } from "../../main/run-report.ts";
import { openAskingHouse, reportOf, type AskingHouse } from "../asking-house.ts";

let place: AskingHouse;
let folder: string;
let answer: RunReport;
beforeAll(async () => {
  place = await openAskingHouse({ users: 150, seed: 3 });
  folder = mkdtempSync(join(tmpdir(), "attest-pack-"));
  answer = reportOf(await place.ask("Which active users have access to GitHub and no active MFA factor?"));
  await packRuns(place.house, ["last"], join(folder, "pack.zip"));
});
afterAll(async () => {
  await place.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Unpacks the archive anew with the system's tool, and gives the run's folder. */
function unpack(name: string): string {
  execFileSync("unzip", ["-q", join(folder, "pack.zip"), "-d", join(folder, name)]);
  return join(folder, name, answer.run ?? "");
}

/** Runs the blocks of the instructions as they stand, one after the other. */
async function verify(run: string): Promise<readonly string[]> {
  const how = readFileSync(join(run, "..", "HOW-TO-VERIFY.md"), "utf8");
  const blocks = [...how.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
  const said: string[] = [];
  for (const block of blocks) {
    const { stdout } = await promisify(execFile)("sh", ["-c", block], {
      cwd: run,
      env: { PATH: process.env["PATH"] },
    }).catch(() => ({ stdout: "does not hold" }));
    said.push(
      stdout
        .trim()
        .replace(/[0-9a-f]{64}/, "HASH")
        .replace(/signed at \S+/, "signed at TIME"),
    );
  }
  return said;
}

const holds = [
  "the chain holds, its last hash is HASH",
  "every text holds",
  "the rows hold",
  "the anchor holds: signed at TIME",
];

test("a pack's own instructions prove it with public tools", async () => {
  expect(await verify(unpack("whole"))).toEqual(holds);
});

test("its instructions find a response, a count, an order and a row that were changed", async () => {
  const change = (name: string, alter: (run: string) => void): Promise<readonly string[]> => {
    const run = unpack(name);
    alter(run);
    return verify(run);
  };
  const replaceIn = (run: string, file: string, from: RegExp, to: string): void => {
    const text = readFileSync(join(run, file), "utf8");
    writeFileSync(join(run, file), text.replace(from, to));
  };
  expect([
    await change("body", (run) => appendFileSync(join(run, "texts", "3-body"), " ")),
    await change("count", (run) => replaceIn(run, "chain.jsonl", /\\"bytes\\":/, '\\"bytes\\":1')),
    await change("order", (run) => replaceIn(run, "chain.jsonl", /^(.*\n)(.*\n)(.*\n)/, "$1$3$2")),
    await change("row", (run) => replaceIn(run, "rows.json", /ACTIVE|@/, "X")),
    await change("time", (run) => replaceIn(run, "anchor.json", /"at":"20/, '"at":"19')),
    await change("journal", (run) => replaceIn(run, "journal-chain.jsonl", /"number":(\d)/, '"number":1$1')),
  ]).toEqual([
    [holds[0], "does not hold", ...holds.slice(2)],
    ["does not hold", ...holds.slice(1)],
    ["does not hold", ...holds.slice(1)],
    [holds[0], holds[1], "does not hold", holds[3]],
    [...holds.slice(0, 3), "does not hold"],
    [...holds.slice(0, 3), "does not hold"],
  ]);
});

test("a cell is followed from cells.csv over requests.csv to its place in the response", async () => {
  const run = unpack("followed");
  const traced = (await evidence(place.house, "last", { row: 0, column: "login" })).cells[0]?.places[0];
  const lineOf = (file: string, start: string): string =>
    readFileSync(join(run, file), "utf8")
      .split("\n")
      .find((line) => line.startsWith(start)) ?? "";
  const cell = lineOf("cells.csv", "0,login,");
  const request = lineOf("requests.csv", `${traced?.step},`);
  const file = request.split(",").at(-1) ?? "";
  const body = readFileSync(join(run, file), "utf8").split("\n").slice(1).join("\n");
  const value = (traced?.pointer.split("/").slice(1) ?? []).reduce((part, key) => part[key], JSON.parse(body));
  expect({ cell, request: request.includes(traced?.oktaRequestId ?? "none"), value }).toEqual({
    cell: `0,login,${JSON.stringify(answer.rows[0]?.["login"]).slice(1, -1)},value,${traced?.step},${traced?.pointer}`,
    request: true,
    value: answer.rows[0]?.["login"],
  });
});

test("the cover says what was asked, by whom it was approved, what the credential may see and how far each list was read", () => {
  const run = unpack("cover");
  const cover = readFileSync(join(run, "cover.md"), "utf8");
  const emulated = place.emulator.origin;
  expect(cover).toContain("Which active users have access to GitHub and no active MFA factor?");
  expect(cover).toContain(`${answer.count} rows`);
  expect(cover).toContain(`What: the review ${answer.plan?.reviewHash}, for ${emulated} alone`);
  expect(cover).toContain("beforehand (--yes), without reading the review");
  expect(cover).toMatch(/At \S+ the credential had: .*administrator/i);
  expect(cover).toMatch(/listApplicationUsers: \d+ items in 1 list, each to its end: Okta named no further page/);
  expect(readdirSync(run).toSorted()).toEqual([
    "anchor.json",
    "cells.csv",
    "chain.jsonl",
    "cover.md",
    "journal-chain.jsonl",
    "requests.csv",
    "rows.csv",
    "rows.json",
    "rows.xlsx",
    "snippet.ts",
    "texts",
  ]);
});
