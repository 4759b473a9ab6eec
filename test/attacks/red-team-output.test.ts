// Values and names of an org that are made to act on a terminal or a spreadsheet. The layer is what prints them.
import { expect, test } from "vitest";
import { renderJson } from "../../cli/render/render-json.ts";
import { renderReport } from "../../cli/render/render-report.ts";
import { renderTable } from "../../cli/render/render-rows.ts";
import { csvText } from "../../deliveries/csv-text.ts";
import { safeText } from "../../cli/render/safe-text.ts";
import { reportFailure } from "../../cli/report-failure.ts";
import type { RunReport } from "../../main/run-report.ts";

// OSC 52 writes the clipboard, OSC 8 hides an address, CSI moves the cursor, C1 does it with one character.
const hostile = "\u001b]52;c;eA==\u0007\u001b]8;;http://x\u0007\u001b[2K\u009b1A\u061c\u202e\u{e0041}\u3164\ud800";
const shown = "\\x1b]52;c;eA==\\x07\\x1b]8;;http://x\\x07\\x1b[2K\\x9b1A\\u{61c}\\u{202e}\\u{e0041}\\u{3164}\\u{d800}";

test("what acts on a terminal is shown as what it is", () => {
  expect(safeText(hostile)).toBe(shown);
});

test("neither the head nor the cells of a table act on a terminal", () => {
  expect(renderTable([`h${hostile}`], [{ [`h${hostile}`]: hostile }])).not.toMatch(/\p{Cf}|[^\P{Cc}\n]/u);
});

const report: RunReport = {
  run: "r1",
  outcome: "declined",
  title: hostile,
  sample: false,
  count: 0,
  columns: [],
  rows: [],
  requests: [],
  asOf: null,
  org: null,
  orgName: null,
  caveats: [],
  definitions: [],
  notes: [hostile],
  warnings: [hostile],
  unknownCells: 0,
  plan: null,
  declined: { reason: hostile, candidates: [{ id: hostile, name: hostile, status: hostile }], requests: [] },
};

test("no part of a declined answer acts on a terminal", () => {
  expect(renderReport(report)).not.toMatch(/\p{Cf}|[^\P{Cc}\n]/u);
});

test("an error of ours that quotes an answer acts on no terminal", () => {
  const said: string[] = [];
  const output = {
    answer: () => {},
    say: (text: string) => said.push(text),
    progress: () => {},
    settle: () => {},
    interactive: false,
  };
  reportFailure(new SyntaxError(hostile), output, false);
  expect(said.join()).not.toMatch(/\p{Cf}|[^\P{Cc}\n]/u);
});

test("no head and no cell of a CSV is a formula", () => {
  const rows = [
    { "=1": "=1+1", b: "+1" },
    { "=1": "@x", b: "\t=1" },
    { "=1": ["-1", "=2"], b: 'a",=1' },
  ];
  expect(csvText(["=1", "b"], rows)).toBe("'=1,b\n'=1+1,'+1\n'@x,'\t=1\n\"'-1, =2\",\"a\"\",=1\"\n");
});

test("JSON acts on no terminal, and is the same value when it is read", () => {
  const text = renderJson({ a: hostile });
  expect([/\p{Cf}|[^\P{Cc}\n]/u.test(text), JSON.parse(text)]).toEqual([false, { a: hostile }]);
});
