import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Output } from "../../cli/output.ts";
import { showResult, type ShowOptions } from "../../cli/show-result.ts";
import type { RunResult } from "../../main/run-report.ts";
import type { Row } from "../../terms/cell.ts";
import { type AskingHouse, openAskingHouse, reportOf } from "../asking-house.ts";

const source = `import { okta } from 'okta'
export const title = 'Users by status'
export const params = { word: '=1+1' }
export default async function ({ word }: typeof params) {
  const users = await okta.listUsers({ search: 'created gt "1970-01-01T00:00:00.000Z"' }).all()
  return users.map((user) => ({ login: user.profile.login, status: user.status, asked: word }))
}
`;
const folder = mkdtempSync(join(tmpdir(), "attest-"));

let place: AskingHouse;
let result: RunResult;
let rows: readonly Row[];
beforeAll(async () => {
  place = await openAskingHouse({ users: 60, seed: 5 });
  result = await place.run(source);
  ({ rows } = reportOf(result));
});
afterAll(async () => {
  await place.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Shows the result and gives what was said beside it. */
async function show(options: ShowOptions, shown: RunResult = result): Promise<readonly string[]> {
  const said: string[] = [];
  const output: Output = {
    answer: () => undefined,
    say: (text) => said.push(text),
    progress: () => undefined,
    settle: () => undefined,
    interactive: false,
  };
  await showResult(shown, output, options);
  return said;
}

const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const cellsOf = (row: Row, asked: string): readonly unknown[] => [row["login"], row["status"], asked];

test("--out writes the form that the name says, with inert texts, to files of their owner alone", async () => {
  for (const name of ["a.csv", "a.xlsx", "a.json", "a.ndjson", "a.md"]) {
    expect(await show({ out: join(folder, name) })).toEqual([`${rows.length} rows written to ${join(folder, name)}`]);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  }
  const head = ["login", "status", "asked"];
  expect(parse(read("a.csv"))).toEqual([head, ...rows.map((row) => cellsOf(row, "'=1+1"))]);
  const [sheet] = await readExcelFile(readFileSync(join(folder, "a.xlsx")));
  expect(sheet?.data).toEqual([head, ...rows.map((row) => cellsOf(row, "=1+1"))]);
  expect(JSON.parse(read("a.json"))).toEqual(rows);
  expect(
    read("a.ndjson")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual(rows);
  expect(read("a.md").trimEnd().split("\n")).toHaveLength(rows.length + 2);
});

test("--split writes one file for each value, which together have every row once, and --bom goes before each", async () => {
  await show({ csv: join(folder, "by.text"), split: "status", bom: true });
  const names = readdirSync(folder).filter((name) => name.startsWith("by-"));
  const statuses = [...new Set(rows.map((row) => row["status"]))];
  expect(names).toHaveLength(statuses.length);
  const texts = names.map(read);
  expect(texts.filter((text) => !text.startsWith("\ufeff"))).toEqual([]);
  const back = texts.map((text) => (parse(text, { bom: true }) as string[][]).slice(1));
  expect(back.map((some) => new Set(some.map(([, status]) => status)).size)).toEqual(statuses.map(() => 1));
  expect(back.flat().map(String).toSorted()).toEqual(rows.map((row) => String(cellsOf(row, "'=1+1"))).toSorted());
});

test("a name without a form, a column that is not there and a run without an answer write nothing", async () => {
  const before = readdirSync(folder);
  await expect(show({ out: join(folder, "rows.pdf") })).rejects.toThrow(
    "does not say in which form the rows are to be written",
  );
  await expect(show({ out: join(folder, "b.csv"), split: "manager" })).rejects.toThrow(
    "has no column manager to split by",
  );
  const declined: RunResult = {
    kind: "report",
    report: { ...reportOf(result), outcome: "declined", rows: [], count: 0 },
  };
  expect(await show({ out: join(folder, "b.csv"), split: "status" }, declined)).toEqual([
    "No file was written: 0 rows (declined).",
  ]);
  expect(readdirSync(folder)).toEqual(before);
});
