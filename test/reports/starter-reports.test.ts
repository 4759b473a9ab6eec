import { readdirSync, readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { createChecker } from "../../executor/check/checker.ts";
import { baseSchema } from "../../registry/schema-attributes.ts";
import { parseReportText } from "../../reports/report-text.ts";
import { checkStarterReports } from "./starter/check-starter-reports.ts";

checkStarterReports(1200);

const folder = new URL("../../reports/starter/", import.meta.url);
const files = readdirSync(folder);
const checker = createChecker();

afterAll(() => checker.close());

test("every file of the library is of one shape, and passes the check with every column traced", async () => {
  for (const file of files) {
    const text = readFileSync(new URL(file, folder), "utf8");
    const { question, area, keyColumns, source } = parseReportText(text);
    const result = await checker.check(source, { orgSchema: baseSchema() });
    const columns = result.kind === "checked" ? result.checked.lineage.columns : [];
    const untraced = columns.filter((one) => one.origin.kind === "unknown").map((one) => one.name);
    const names = columns.map((one) => one.name);
    expect({
      file,
      findings: result.kind === "findings" ? result.findings : [],
      untraced,
      hasQuestion: question?.endsWith("?"),
      hasArea: area !== undefined,
      strangeKeys: keyColumns.filter((column) => !names.includes(column)),
      comments: source
        .split("\n")
        .slice(0, 2)
        .map((line) => line.split(" ").slice(0, 2).join(" ")),
    }).toEqual({
      file,
      findings: [],
      untraced: [],
      hasQuestion: true,
      hasArea: true,
      strangeKeys: [],
      comments: ["// Counts:", "// Traps:"],
    });
  }
});

test("there are thirty reports at least, and no two are the same but for their values", () => {
  const shapes = files.map((file) => {
    const { source } = parseReportText(readFileSync(new URL(file, folder), "utf8"));
    return source.slice(source.indexOf("export default")).replaceAll(/"[^"]*"|\b\d+\b/g, "value");
  });
  expect([files.length > 30, new Set(shapes).size]).toEqual([true, shapes.length]);
});
