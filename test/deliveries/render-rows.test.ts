import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { expect, test } from "vitest";
import { csvText } from "../../deliveries/csv-text.ts";
import { renderMarkdown } from "../../deliveries/render-markdown.ts";
import { renderRows } from "../../deliveries/render-rows.ts";
import { splitRows } from "../../deliveries/split-rows.ts";
import { xlsxFile } from "../../deliveries/xlsx-file.ts";
import type { Row } from "../../terms/cell.ts";

/** Values that a spreadsheet would work out, or that break out of their cell where the writer is careless. */
const hostile = [
  "=1+1",
  "+1",
  "-2+3",
  "@SUM(1)",
  "\n=1+1",
  "\r=1+1",
  "\t=1+1",
  " =1+1",
  "\u200b=1+1",
  "\uff1d1+1",
  '=HYPERLINK("http://x","y")',
  'a",=1+1,"b',
  "a\n=1+1",
];
const columns = ["=id", "text"];
const rows: readonly Row[] = hostile.map((text, index) => ({ "=id": index, text }));

test("read back as a spreadsheet reads it, no cell of a CSV begins with what makes a formula, and none is lost", () => {
  const read = parse(csvText(columns, rows)) as string[][];
  expect(read.flat().filter((text) => /^[\s\p{C}]*[=+@\uff1d-]/u.test(text))).toEqual([]);
  expect(read).toEqual([
    ["'=id", "text"],
    ...hostile.map((text, index) => [String(index), text.startsWith("a") ? text : `'${text}`]),
  ]);
});

test("a number below zero stays a number, and a byte order mark stands before a CSV where it is asked for", () => {
  expect(csvText(["n"], [{ n: -1 }, { n: null }], true)).toBe("\ufeffn\n-1\n\n");
});

test("read back, a workbook has every hostile text as a text, and numbers and truths as such", async () => {
  const file = await xlsxFile(
    ["=id", "text", "is"],
    rows.map((row) => ({ ...row, is: true })),
  );
  const [sheet] = await readExcelFile(Buffer.from(file), { trim: false });
  expect(sheet?.data).toEqual([["=id", "text", "is"], ...hostile.map((text, index) => [index, text, true])]);
});

test("Markdown of an org's texts is a table and nothing else", () => {
  const text = "a|b\n[x](http://y) <b>`c`</b>";
  expect(
    renderMarkdown(
      ["id", "text"],
      [
        { id: 1, text },
        { id: null, text: ["a", "b"] },
      ],
    ),
  ).toBe(
    String.raw`| id | text |
| --- | --- |
| 1 | a\|b \[x\]\(http://y\) \<b\>\`c\`\</b\> |
|  | a, b |
`,
  );
});

test("JSON and NDJSON have the rows as they are", async () => {
  const own: readonly Row[] = [
    { a: 1, b: ["x"] },
    { a: null, b: { unknown: "refused" } },
  ];
  expect(JSON.parse(String(await renderRows("json", ["a", "b"], own, false)))).toEqual(own);
  const lines = String(await renderRows("ndjson", ["a", "b"], own, false)).split("\n");
  expect(lines.map((line) => (line === "" ? "" : JSON.parse(line)))).toEqual([...own, ""]);
});

test("rows are split by a column into names that are safe for a file, and no two values share one", () => {
  const managers = ["ada", "../ada", "Ada", null];
  const split = splitRows(
    managers.map((manager) => ({ manager })),
    "manager",
  );
  expect(split.map(({ value, rows: own }) => [value, own.length])).toEqual([
    ["ada", 1],
    ["../ada", 1],
    ["Ada", 1],
    ["", 1],
  ]);
  const parts = split.map((one) => one.fileNamePart);
  expect(parts[0]).toBe("ada");
  expect(parts.filter((one) => !/^[a-z0-9-]+$/.test(one))).toEqual([]);
  expect(new Set(parts).size).toBe(4);
});
