import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { csvText } from "../../deliveries/csv-text.ts";
import { xlsxFile } from "../../deliveries/xlsx-file.ts";

const rows = [
  { name: '=HYPERLINK("http://x","y")', count: 2, tags: ["a", "b"], last: null, known: { unknown: "403" }, on: true },
  { name: "@SUM(1)", count: -1, tags: [], last: "x", known: "+1", on: false },
];
const columns = ["name", "count", "tags", "last", "known", "on"];

test("no cell of a CSV is a formula", () => {
  expect(csvText(columns, rows)).toBe(
    `name,count,tags,last,known,on\n"'=HYPERLINK(""http://x"",""y"")",2,"a, b",,(not known),true\n'@SUM(1),-1,,x,'+1,false\n`,
  );
});

test("no cell of an Excel file is a formula, and texts stand in it as they are", async () => {
  const files = unzipSync(await xlsxFile(columns, rows));
  const text = Object.entries(files)
    .map(([name, bytes]) => (name.endsWith(".xml") ? Buffer.from(bytes).toString("utf8") : ""))
    .join("\n");
  expect({
    formulas: text.match(/<f[ >]/g),
    whole:
      text.includes("=HYPERLINK(&quot;http://x&quot;,&quot;y&quot;)") || text.includes('=HYPERLINK("http://x","y")'),
    number: text.includes("<v>-1</v>"),
    unknown: text.includes("(not known: 403)"),
  }).toEqual({ formulas: null, whole: true, number: true, unknown: true });
});
