import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeNamedFile } from "../../cli/write-named-file.ts";

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "attest-file-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("a file takes the place of an older one when it is whole, through a link too, and leaves nothing beside it", () => {
  const folder = newFolder();
  const [file, link] = [join(folder, "rows.csv"), join(folder, "link.csv")];
  writeFileSync(file, "older", { mode: 0o644 });
  symlinkSync(file, link);
  writeNamedFile(link, "newer");
  expect({
    content: readFileSync(file, "utf8"),
    mode: statSync(file).mode & 0o777,
    files: readdirSync(folder).toSorted(),
  }).toEqual({ content: "newer", mode: 0o600, files: ["link.csv", "rows.csv"] });
});

test("a file that cannot be written is named, and nothing is left of it", () => {
  const folder = newFolder();
  mkdirSync(join(folder, "rows.csv"));
  expect(() => writeNamedFile(join(folder, "rows.csv"), "x")).toThrow("rows.csv cannot be written.");
  expect(() => writeNamedFile(join(folder, "none", "rows.csv"), "x")).toThrow("rows.csv cannot be written.");
  expect(readdirSync(folder)).toEqual(["rows.csv"]);
});
