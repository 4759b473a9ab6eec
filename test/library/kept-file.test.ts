import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { type KeptFile, openKeptFile } from "../../library/kept-file.ts";
import { isFailure } from "../../terms/failure.ts";

const folder = mkdtempSync(join(tmpdir(), "attest-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Counted {
  readonly count: number;
}

const counterAt = (path: string): KeptFile<Counted> =>
  openKeptFile({ path, kind: "counter", version: 2, shape: z.strictObject({ count: z.number() }) });

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return isFailure(error) ? { code: error.code, details: error.details } : error;
}

test("what was changed is read back, in a file of its owner's alone, with its kind and version", async () => {
  const path = join(folder, "own", "one.json");
  const file = counterAt(path);
  expect(await file.read()).toBeUndefined();
  await file.change(() => ({ count: 1 }));
  await file.change((current) => ({ count: (current?.count ?? 0) + 1 }));
  expect(await file.read()).toEqual({ count: 2 });
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ kind: "counter", version: 2, data: { count: 2 } });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, "own"))).toEqual(["one.json"]);
});

test("processes that change one file at the same time lose nothing of each other", async () => {
  const path = join(folder, "shared.json");
  const program = `
    import { z } from "zod";
    import { openKeptFile } from ${JSON.stringify(resolve("library/kept-file.ts"))};
    const file = openKeptFile({ path: ${JSON.stringify(path)}, kind: "counter", version: 2, shape: z.strictObject({ count: z.number() }) });
    for (let turn = 0; turn < 20; turn += 1) await file.change((current) => ({ count: (current?.count ?? 0) + 1 }));`;
  const codes = await Promise.all(
    Array.from(
      { length: 3 },
      () =>
        new Promise((done) =>
          spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "ignore" }).on("close", done),
        ),
    ),
  );
  expect(codes).toEqual([0, 0, 0]);
  expect(await counterAt(path).read()).toEqual({ count: 60 });
});

test("a malformed file, one of another kind and one of a newer version are named, and left as they are", async () => {
  const texts = {
    "cut.json": '{"kind":"counter","version":2,"da',
    "shape.json": '{"kind":"counter","version":1,"data":{"count":"many"}}',
    "kind.json": '{"kind":"report","version":1,"data":{}}',
    "newer.json": '{"kind":"counter","version":3,"data":{"count":1,"unit":"rows"}}',
  };
  const seen: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(texts)) {
    const path = join(folder, name);
    writeFileSync(path, text);
    seen[name] = await failureOf(counterAt(path).change(() => ({ count: 0 })));
    expect(await failureOf(counterAt(path).read())).toEqual(seen[name]);
    expect(readFileSync(path, "utf8")).toBe(text);
  }
  const brokenAt = (name: string, reason: unknown): unknown => ({
    code: "library/broken",
    details: { path: join(folder, name), reason },
  });
  expect(seen).toEqual({
    "cut.json": brokenAt("cut.json", expect.stringContaining("JSON")),
    "shape.json": brokenAt("shape.json", "count: Invalid input: expected number, received string"),
    "kind.json": brokenAt("kind.json", 'it is of the kind "report", not counter'),
    "newer.json": { code: "library/newer", details: { path: join(folder, "newer.json"), found: 3, known: 2 } },
  });
});

test("a change that fails leaves the file as it was, and the next one is made", async () => {
  const file = counterAt(join(folder, "kept.json"));
  await file.change(() => ({ count: 5 }));
  const change = file.change(() => {
    throw new RangeError("not this one");
  });
  expect(await failureOf(change)).toEqual(new RangeError("not this one"));
  expect(await file.read()).toEqual({ count: 5 });
  await file.change(() => ({ count: 6 }));
  expect(await file.read()).toEqual({ count: 6 });
});
