// What a snippet that passed the check, or a child that fell, can still do to the rows and to the parent.
import { afterAll, expect, test } from "vitest";
import { runInChild } from "../../executor/bridge/run-in-child.ts";
import { loadBundles, stopBundler } from "../../executor/bundle.ts";
import { findAddon } from "../../executor/sandbox/platform.ts";
import { startProcess } from "../../executor/sandbox/process.ts";
import { parseClaims } from "../../executor/evidence/sent-cells.ts";
import { applyParameters } from "../../main/run/parameters.ts";
import { answerUsers, body, limits, openSandbox, outcome, programOf } from "../executor/sandbox/run-snippet.ts";

const { run, sandbox } = openSandbox();

afterAll(() => stopBundler());

test("a column that the review does not name is refused by the parent", async () => {
  const program = await programOf(body("return [{ login: 'a', status: 'ACTIVE' }]"));
  const end = await sandbox.run({ ...program, columns: ["login"] }, { limits, answer: answerUsers(1, 1) });
  expect(outcome(end)).toEqual({
    failed: "snippet/bad-result",
    details: { reason: "row 0 has other columns than the review names" },
  });
});

const early = "It returned while 1 of its reads had no answer yet. Await every read before the rows are returned.";

test.concurrent.each([
  {
    way: "a helper that nobody awaits",
    text: "const rows = []; const fill = async () => { rows.push(await okta.getUser({ id: 'a' })) }; fill(); return []",
  },
  { way: "a read in a constant", text: "const user = okta.getUser({ id: 'a' }); return [{ a: 1 }]" },
  { way: "the loser of a race", text: "await Promise.race([okta.getUser({ id: 'a' }), 1]); return [{ a: 1 }]" },
])("rows that do not wait for $way are no answer, said by the guest", async ({ text }) => {
  expect(outcome(await run(body(text)))).toEqual({ failed: "snippet/bad-result", details: { reason: early } });
});

test("empty notes come to an end, in the guest", async () => {
  const end = await run(body("for (;;) note('')"), { limits: { ...limits, noteBytes: 1_000 } });
  expect(outcome(end)).toEqual({ stopped: "run/limit", details: { limit: "noteBytes", bound: 1_000 } });
});

test("more time that is given when the run is over asks for nothing again", async () => {
  const asked: unknown[] = [];
  const over = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const end = await run(body("return [{ id: (await okta.getUser({ id: 'a' })).id }]"), {
    limits: { ...limits, wallMs: 100 },
    onLimit: async (limit) => {
      asked.push(limit);
      reached.resolve();
      await over.promise;
      return 101;
    },
    answer: async (ask, signal) => {
      await reached.promise;
      return await answerUsers(1, 1)(ask, signal);
    },
  });
  over.resolve();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect({ end: outcome(end), asked }).toEqual({ end: [{ id: "a" }], asked: [{ limit: "wallMs", bound: 100 }] });
});

test("a limit at which the operator cannot be asked ends the run, and not the process", async () => {
  const broken = run(body("await okta.getUser({ id: 'a' }); return []"), {
    limits: { ...limits, calls: 0 },
    onLimit: () => Promise.reject(new Error("the journal is full")),
  });
  await expect(broken).rejects.toThrow("the journal is full");
});

const finish = `send(4, '[{"a":1}]'); send(6, '{"kind":"finished","steps":0}')`;

/** Runs JavaScript as the child; `send(kind, text, times)` writes frames. */
async function endOf(code: string, mode: "plain" | "traced" = "plain"): Promise<unknown> {
  const prelude = `const send = (kind, text, times = 1) => { const body = Buffer.from(text); const head = Buffer.alloc(5);
    head.writeUInt32LE(body.length, 0); head[4] = kind; const one = Buffer.concat([head, body]);
    process.stdout.write(Buffer.concat(Array.from({ length: times }, () => one))) };`;
  const child = startProcess({ code: `${prelude}\n${code}`, addonPath: findAddon() });
  const options = { limits: { ...limits, wallMs: 3_000 }, answer: answerUsers(1, 1) };
  const end = await runInChild(child, await loadBundles(), await programOf(body("return []"), { mode }), options);
  return "failure" in end ? end.failure.code : end.kind;
}

test.concurrent.each([
  { what: "empty notes without end", code: "send(3, '', 20000)", ends: "run/limit" },
  { what: "rows without columns", code: "send(4, '[' + '{},'.repeat(1e5) + '{}]')", ends: "snippet/bad-result" },
  {
    what: "marks without end in one message",
    code: "send(2, '[' + '[0],'.repeat(1e6) + '[0]]')",
    ends: "sandbox/lost",
  },
  {
    what: "marks of reads that it never asked for",
    code: `send(2, '[[7]]'); ${finish}`,
    ends: "sandbox/lost",
  },
  { what: "evidence that nobody asked for", code: `send(5, 'x'); ${finish}`, ends: "sandbox/lost" },
  {
    what: "a column named __proto__ beside others",
    code: 'send(4, \'[{"a":1},{"__proto__":1}]\')',
    ends: "snippet/bad-result",
  },
])("a child that sends $what is ended by the parent with $ends", async ({ code, ends }) => {
  expect(await endOf(code)).toBe(ends);
});

test("a child that cuts its evidence into parts without end is ended before they fill the parent", async () => {
  expect(await endOf(`send(5, 'x', 200000); ${finish}`, "traced")).toBe("sandbox/lost");
});

test.each([
  ["no JSON", "{"],
  ["lists without end", `{"rows":[${"[],".repeat(8_000_001)}[]]}`],
  ["depth without end", `{"rows":${"[".repeat(1e6)}`],
])("evidence that is %s is no evidence", (_, text) => {
  expect(parseClaims(text)).toBe(undefined);
});

test("a list of places that would be looked up for each cell of a long answer is none", () => {
  const tables = `"objectKeys":[0,0],"around":[0,0],"keys":[""],"names":[["a"]]`;
  const claimsOf = (places: number): unknown =>
    parseClaims(`{${tables},"lists":[[${"1024,".repeat(places - 1)}1024]],"rows":[[0,{"i":0}]]}`)?.find(0, "a");
  expect([claimsOf(1), claimsOf(1_001)]).toEqual([
    { kind: "items", places: [{ step: 0, pointer: "" }] },
    { kind: "items", places: [] },
  ]);
});

test("a row of the evidence that names its columns by a list is a row without evidence", () => {
  const claims = parseClaims(`{"names":[["a"]],"rows":[[[[[[[[0]]]]]],1]]}`);
  expect(claims?.find(0, "a")).toEqual({ kind: "lost" });
});

test.each(["constructor", "__proto__", "toString"])("the parameter %s, which no snippet has, is refused", (name) => {
  expect(() => applyParameters({ app: "GitHub" }, { [name]: "x" })).toThrow(`The snippet has no parameter ${name}.`);
});
