import { expect, test } from "vitest";
import { parseReportText, renderReportText } from "../../reports/report-text.ts";

const snippet = `import { okta } from "okta";

export const title = "All users";
`;

test("a header says what a report answers, what it is about and what tells its rows apart; the rest is the snippet", () => {
  const text = `// Question: Who is here?\n// Area: users\n// Key: id, group\n\n${snippet}`;
  const report = {
    question: "Who is here?",
    area: "users",
    keyColumns: ["id", "group"],
    parameters: {},
    definitions: [],
    source: snippet,
  };
  expect(parseReportText(text)).toEqual(report);
  expect(renderReportText(report)).toBe(text);
});

test("a snippet without a header is a report that says nothing more, and stays as it is", () => {
  const report = parseReportText(`// a remark of its own\n${snippet}`);
  expect(report).toEqual({
    question: undefined,
    area: undefined,
    keyColumns: [],
    parameters: {},
    definitions: [],
    source: `// a remark of its own\n${snippet}`,
  });
  expect(renderReportText(report)).toBe(`// a remark of its own\n${snippet}`);
});

test("values and words of an org's own go along, so that an export is the whole report", () => {
  const report = {
    question: undefined,
    area: undefined,
    keyColumns: [],
    parameters: { days: 90, states: ["ACTIVE"] },
    definitions: [{ name: "contractor", version: 2, meaning: "userType is C" }],
    source: snippet,
  };
  expect(parseReportText(renderReportText(report))).toEqual(report);
});

test("a mistyped word in the header is named", () => {
  expect(() => parseReportText(`// Question: Who?\n// Keys: id\n\n${snippet}`)).toThrow(
    "The report's header has a line for Keys, which means nothing.",
  );
});
