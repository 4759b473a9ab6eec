import { expect, test } from "vitest";
import { parseTable } from "../../tables/parse-table.ts";
import { isFailure } from "../../terms/failure.ts";
import type { TableColumns } from "../../terms/input-table.ts";

const columns: TableColumns = { login: "string", left: "date?", floor: "number?", remote: "boolean?" };

function parse(text: string, file = "leavers.csv", wanted: TableColumns = columns): unknown {
  try {
    return parseTable(file, Buffer.from(text), wanted);
  } catch (error) {
    return isFailure(error) ? { code: error.code, details: error.details, found: error.text.found } : error;
  }
}

test("cells have the types of their columns, in any order and case of the header; other columns are not taken", () => {
  const rows = [
    { login: "ada@example.com", left: "2026-03-01", floor: 3, remote: true },
    { login: ' "Zoë", Ltd\n2nd line', left: "2026-03-01T09:00:00+01:00", floor: -0.5, remote: false },
    { login: "0012", left: null, floor: null, remote: null },
  ];
  const csv = [
    "Remark,LEFT,Floor, login ,remote",
    "x,2026-03-01,3,ada@example.com,TRUE",
    'y, 2026-03-01T09:00:00+01:00 ,-0.5," ""Zoë"", Ltd\n2nd line",false',
    "",
    "z,, ,0012,",
  ].join("\r\n");
  expect(parse(`\uFEFF${csv}`)).toEqual(rows);
  expect(parse("login;left;floor;remote\n0012;;;\n")).toEqual(rows.slice(2));
  expect(parse("login\tleft\tfloor\tremote\n0012\t\t\t\n")).toEqual(rows.slice(2));
  expect(parseTable("l.csv", Buffer.from("\uFEFFlogin,left,floor,remote\n0012,,,\n", "utf16le"), columns)).toEqual(
    rows.slice(2),
  );
  expect(parse(JSON.stringify([{ ...rows[0], remark: "x" }, { login: "0012" }]), "leavers.JSON")).toEqual([
    rows[0],
    rows[2],
  ]);
  expect(parse("login,left,floor,remote\n")).toEqual([]);
});

test("a bad cell is named with its line, its column, what stands there and what would be right; one row is never left out", () => {
  const csv = [
    "login,left,floor,remote",
    '"two\nlines",2026-02-30,3,true',
    'ada,31.12.2025,"1,000",yes',
    ",,,",
    "bob,2026-01-01",
  ].join("\n");
  const found = parse(csv);
  expect(found).toEqual({
    code: "input/bad-table",
    details: {
      file: "leavers.csv",
      line: 2,
      column: "left",
      reason: "not a date such as 2026-03-01 or 2026-03-01T09:00:00Z",
    },
    found:
      "leavers.csv is not as the snippet declares its columns. " +
      'line 2, column left: "2026-02-30" is not a date such as 2026-03-01 or 2026-03-01T09:00:00Z; ' +
      'line 4, column left: "31.12.2025" is not a date such as 2026-03-01 or 2026-03-01T09:00:00Z; ' +
      'line 4, column floor: "1,000" is not a number such as 12 or -0.5, without separators of thousands; ' +
      'line 4, column remote: "yes" is not true or false; ' +
      'line 5, column login: "" is not a text; only a column of the type "string?" may be empty; and 1 more.',
  });
});

test("a file that is no such table is said: its columns, its encoding, its form", () => {
  const bad = (line: number, column: string | null, reason: string) => ({
    code: "input/bad-table",
    details: { file: "leavers.csv", line, column, reason },
    found: expect.stringContaining(reason),
  });
  const unreadable = (file: string, reason: unknown) => ({
    code: "input/unreadable",
    details: { file, reason },
    found: expect.stringContaining(`${file} cannot be read as a table`),
  });
  expect([
    parse("name,left,floor,remote\nada,,,\n"),
    parse("login,left,Left,floor,remote\nada,,,,\n"),
    parse(""),
    parse('login,left,floor,remote\n"ada,,,\n'),
    parse("[{", "leavers.json"),
    parse('{"login":"ada"}', "leavers.json"),
    parse('["ada"]', "leavers.json"),
  ]).toEqual([
    bad(1, "login", 'the file has no such column; it has "name", "left", "floor", "remote"'),
    bad(1, "left", "the file has several columns of that name"),
    unreadable("leavers.csv", "it is empty"),
    unreadable("leavers.csv", expect.stringContaining("Quote Not Closed")),
    unreadable("leavers.json", expect.stringContaining("JSON")),
    unreadable("leavers.json", "it is no list"),
    unreadable("leavers.json", "item 1 is no object"),
  ]);
  expect(() => parseTable("l.csv", new Uint8Array([0x6c, 0xe4, 0x2c]), columns)).toThrow(
    "it is neither UTF-8 nor UTF-16",
  );
});

test("JSON has its types already: a number as a text is not taken for one, and a wrong item is named by its number", () => {
  expect(parse('[{"login":"ada"},{"login":7},{"login":"bob","floor":"3"}]', "leavers.json")).toEqual({
    code: "input/bad-table",
    details: { file: "leavers.json", line: 2, column: "login", reason: "not a text" },
    found:
      "leavers.json is not as the snippet declares its columns. item 2, column login: 7 is not a text; " +
      'item 3, column floor: "3" is not a number such as 12 or -0.5, without separators of thousands.',
  });
});
