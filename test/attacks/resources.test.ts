// Snippets that take all they can get. Each names the layer that ends it; after each, the parent answers the next run.
import { expect, test } from "vitest";
import { body, limits, openSandbox, outcome } from "../executor/sandbox/run-snippet.ts";

const { run } = openSandbox();

interface Attack {
  readonly way: string;
  readonly layer: "isolate" | "child" | "parent" | "guest";
  readonly text: string;
  readonly ends: readonly string[];
}

const time = ["run/limit cpuMs"];
const space = ["run/limit memoryMb", "run/limit cpuMs"];

const attacks: readonly Attack[] = [
  { way: "a loop", layer: "isolate", text: "for (;;) {}", ends: time },
  { way: "a loop after an answer", layer: "isolate", text: "await okta.getUser({ id: 'a' }); for (;;) {}", ends: time },
  {
    way: "a loop of microtasks",
    layer: "isolate",
    text: "const spin = () => Promise.resolve().then(spin); await spin()",
    ends: time,
  },
  {
    way: "a regular expression that backtracks",
    layer: "isolate",
    text: "return [{ a: /^(a+)+$/.test('a'.repeat(40) + 'b') }]",
    ends: time,
  },
  { way: "an array that grows", layer: "isolate", text: "const all = []; for (;;) all.push([1, 2, 3])", ends: space },
  {
    way: "a Map that grows",
    layer: "isolate",
    text: "const all = new Map(); for (let i = 0; ; i += 1) all.set(i, { i })",
    ends: space,
  },
  {
    way: "a huge array filled by the engine",
    layer: "child",
    text: "return [{ a: new Array(1e9).fill(0).length }]",
    ends: space,
  },
  {
    way: "a number that squares itself",
    layer: "child",
    text: "let it = 3n; for (;;) it *= it",
    ends: [...space, "snippet/threw"],
  },
  {
    way: "a text that doubles by replacement",
    layer: "child",
    text: "let it = 'aa'; for (;;) it = it.replaceAll('a', 'aa')",
    ends: [...space, "snippet/threw"],
  },
  {
    way: "an error whose message runs for ever",
    layer: "isolate",
    text: "const error = new Error(); Object.defineProperty(error, 'message', { get() { for (;;); } }); throw error",
    ends: time,
  },
  {
    way: "a thrown Proxy whose traps run for ever",
    layer: "isolate",
    text: "throw new Proxy({}, { get() { for (;;); }, has() { for (;;); } })",
    ends: time,
  },
  { way: "a row whose getter runs for ever", layer: "isolate", text: "return [{ get a() { for (;;); } }]", ends: time },
  {
    way: "an error with a message of 50 MB",
    layer: "guest",
    text: "throw new Error('x'.repeat(5e7))",
    ends: ["snippet/threw", ...time],
  },
  {
    way: "a rejection with a looping getter that nobody handles",
    layer: "child",
    text: "void Promise.reject({ get message() { for (;;); }, get stack() { for (;;); } }); return new Promise(() => {})",
    ends: [...time, "snippet/threw"],
  },
  {
    way: "reads without end",
    layer: "parent",
    text: "for (;;) { const all = []; for (let i = 0; i < 200; i += 1) all.push(okta.getUser({ id: 'u' + i })); await Promise.all(all) }",
    ends: ["run/limit calls"],
  },
  {
    way: "reads without end and without waiting",
    layer: "isolate",
    text: "for (;;) void okta.getUser({ id: 'a' })",
    ends: space,
  },
  {
    way: "notes without end",
    layer: "guest",
    text: "for (;;) note('a line that says nothing')",
    ends: ["run/limit noteBytes"],
  },
  {
    way: "rows without end",
    layer: "guest",
    text: "return Array.from({ length: 2e5 }, (_, i) => ({ i, text: 'some text' }))",
    ends: ["run/limit resultBytes", ...space],
  },
  {
    way: "recursion to the end of the stack, then a read",
    layer: "isolate",
    text: "const dive = () => { try { dive() } catch { void okta.getUser({ id: 'a' }) } }; dive(); return []",
    ends: ["snippet/bad-result", "run/limit calls", ...space],
  },
  {
    way: "rows nested 100,000 deep",
    layer: "guest",
    text: "let it = []; for (let i = 0; i < 1e5; i += 1) it = [it]; return [{ it }]",
    ends: ["snippet/bad-result"],
  },
  {
    way: "parameters nested 10,000 deep",
    layer: "parent",
    text: "let it = 1; for (let i = 0; i < 1e3; i += 1) it = [it]; await okta.getUser({ id: it }); return []",
    ends: ["sandbox/lost"],
  },
];

test.concurrent.each(attacks)("$way is ended by the $layer", async ({ text, ends }) => {
  const end = await run(body(text), { limits: { ...limits, cpuMs: 300, memoryMb: 64, calls: 1_000 } });
  const how = end.kind === "stopped" || end.kind === "failed" ? `${end.failure.code}` : end.kind;
  const which = end.kind === "stopped" && "limit" in end.failure.details ? `${how} ${end.failure.details.limit}` : how;
  expect(ends.includes(which) ? "ended" : which).toBe("ended");
});

test("after all of these the next run is answered", async () => {
  expect(outcome(await run(body("return [{ id: (await okta.getUser({ id: 'a' })).id }]")))).toEqual([{ id: "a" }]);
});

test("work at the top level that never ends is ended", async () => {
  const end = await run("for (;;) {}\nexport default async function () { return [] }", {
    limits: { ...limits, cpuMs: 300 },
  });
  expect(outcome(end)).toEqual({ stopped: "run/limit", details: { limit: "cpuMs", bound: 300 } });
});

test("a wait at the top level is refused", async () => {
  const end = await run("await new Promise(() => {})\nexport default async function () { return [] }");
  expect(end.kind === "failed" ? end.failure.details : end).toMatchObject({
    message: "A snippet cannot wait at its top level. Wait inside its function.",
  });
});
