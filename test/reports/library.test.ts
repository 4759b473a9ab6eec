import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openExceptions } from "../../reports/exceptions.ts";
import { type NewVersion, openLibrary } from "../../reports/library.ts";
import { isFailure } from "../../terms/failure.ts";

const folder = mkdtempSync(join(tmpdir(), "attest-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const review = { reviewHash: "0", words: ["a"], buildHash: "b", at: "2026-01-01T00:00:00Z", by: "ada" };
const version: NewVersion = {
  how: "edited",
  at: review.at,
  by: review.by,
  source: "text",
  keyColumns: ["id"],
  parameters: {},
  definitions: [],
  reviews: [review],
};

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => "done",
    (error: unknown) => (isFailure(error) ? error.code : error),
  );
}

test("of two processes that edit one version of a report one is told, and the edit of the other is not lost", async () => {
  await openLibrary(folder).create("edited", version);
  const program = (by: string): string => `
    import { openLibrary } from ${JSON.stringify(resolve("reports/library.ts"))};
    const version = ${JSON.stringify({ ...version, by })};
    await openLibrary(${JSON.stringify(folder)}).addVersion("edited", 1, version).catch((error) => {
      process.exitCode = error.code === "library/changed" ? 3 : 4;
    });`;
  const codes = await Promise.all(
    ["bob", "eve"].map(
      (by) =>
        new Promise<number | null>((done) =>
          spawn(process.execPath, ["--input-type=module", "-e", program(by)], { stdio: "ignore" }).on("close", done),
        ),
    ),
  );
  expect(new Set(codes)).toEqual(new Set([0, 3]));
  const winner = codes[0] === 0 ? "bob" : "eve";
  const { versions } = (await openLibrary(folder).find("edited")) ?? { versions: [] };
  expect(versions.map(({ number, by }) => [number, by])).toEqual([
    [1, "ada"],
    [2, winner],
  ]);
});

test("a report or its exceptions, malformed or of a newer version, are named, left as they are, and hide no other", async () => {
  const texts = {
    "cut-off": { text: '{"kind":"report","version":1,"data":{"name":"cut-off"', code: "library/broken" },
    "hand-made": {
      text: '{"kind":"report","version":1,"data":{"name":"hand-made","versions":[]}}',
      code: "library/broken",
    },
    "of-tomorrow": {
      text: '{"kind":"report","version":99,"data":{"name":"of-tomorrow","rules":[]}}',
      code: "library/newer",
    },
  };
  const pathOf = (name: string, of = "reports"): string => join(folder, of, `${name}.json`);
  mkdirSync(join(folder, "exceptions"), { recursive: true });
  const library = openLibrary(folder);
  for (const [name, { text, code }] of Object.entries(texts)) {
    writeFileSync(pathOf(name), text);
    writeFileSync(pathOf(name, "exceptions"), text.replace('"report"', '"exceptions"'));
    const tries = [library.find(name), library.addVersion(name, 1, version), library.create(name, version)];
    expect(await Promise.all(tries.map(codeOf))).toEqual([code, code, code]);
    expect(await codeOf(openExceptions(folder, name).replace("https://acme.okta.com", []))).toBe(code);
    expect(readFileSync(pathOf(name), "utf8")).toBe(text);
    expect(readFileSync(pathOf(name, "exceptions"), "utf8")).toBe(text.replace('"report"', '"exceptions"'));
  }
  const { reports, unreadable } = await library.list();
  expect(reports.map((one) => one.name)).toEqual(["edited"]);
  expect(unreadable.map((one) => one.code)).toEqual(["library/broken", "library/broken", "library/newer"]);
});
