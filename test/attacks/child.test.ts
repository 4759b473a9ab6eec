// The child process as if the isolate had fallen: what its own JavaScript can reach, and what a hostile one can say to the parent.
import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { runInChild } from "../../executor/bridge/run-in-child.ts";
import { eraseTypes, loadBundles, stopBundler } from "../../executor/bundle.ts";
import { findAddon } from "../../executor/sandbox/platform.ts";
import { type SandboxProcess, startProcess } from "../../executor/sandbox/process.ts";
import type { RunEnd } from "../../terms/run-end.ts";
import { answerUsers, arriving, limits, programOf } from "../executor/sandbox/run-snippet.ts";

afterAll(() => stopBundler());

const addonPath = findAddon();

/** Runs JavaScript as the child, with the child's flags; it says things with `send(kind, text)`. */
async function runChild(code: string): Promise<RunEnd> {
  const prelude = `const send = (kind, text) => { const body = Buffer.from(text); const head = Buffer.alloc(5);
    head.writeUInt32LE(body.length, 0); head[4] = kind; process.stdout.write(Buffer.concat([head, body])); };
    const finish = (rows) => { send(4, JSON.stringify(rows)); send(6, JSON.stringify({ kind: 'finished', steps: 0 })) };`;
  const child: SandboxProcess = startProcess({ code: `${prelude}\n${code}`, addonPath });
  const program = await programOf("export default async function () { return [] }");
  // The first page of a list is kept, and the child has it, when the second has been asked for.
  const second = Promise.withResolvers<void>();
  return await runInChild(child, await loadBundles(), program, {
    limits: { ...limits, wallMs: 3_000 },
    answer: (ask, signal, onArrived) => {
      if (ask.page === 1) second.resolve();
      const kept = (): Promise<void> => (ask.page === 0 ? second.promise : Promise.resolve());
      return arriving(answerUsers(3, 1), kept)(ask, signal, onArrived);
    },
  });
}

const reaches: Readonly<Record<string, string>> = {
  "read a file": "require('node:fs').readFileSync('/etc/passwd')",
  "read its environment's file": "require('node:fs').readFileSync('/proc/self/environ')",
  "list a folder": "require('node:fs').readdirSync('/')",
  "write a file": "require('node:fs').writeFileSync('/tmp/attest-attack', 'x')",
  "make a folder": "require('node:fs').mkdtempSync('/tmp/attest-attack-')",
  "start a process": "require('node:child_process').execSync('id')",
  "start a worker": "new (require('node:worker_threads').Worker)('1', { eval: true })",
  "open the inspector": "require('node:inspector').open()",
  "write a heap snapshot": "require('node:v8').writeHeapSnapshot()",
  "read the addon again": "require('node:fs').readFileSync(process.argv[1])",
  "load the addon again": "process.dlopen({ exports: {} }, process.argv[1])",
  "load a module of the project": "require(process.argv[1].replace(/node_modules.*/, 'package.json'))",
};

test("the child, its permissions dropped, can reach no file, process, worker or inspector", async () => {
  const tries = Object.entries(reaches).map(([what, code]) => `attempt(${JSON.stringify(what)}, () => ${code})`);
  const end =
    await runChild(`const rows = []; const attempt = (what, action) => { try { action(); rows.push({ what, got: 'it' }) }
    catch (error) { rows.push({ what, got: error.code ?? error.name }) } };
    process.permission.drop('addon'); process.permission.drop('fs.read');
    ${tries.join(";")}; finish(rows)`);
  const denied = Object.keys(reaches).map((what) => ({ what, got: "ERR_ACCESS_DENIED" }));
  expect(end.kind === "finished" ? end.rows : end).toEqual(denied);
});

test("the child has no network", async () => {
  const end = await runChild(`const net = require('node:net'); const socket = net.connect(9, '127.0.0.1');
    socket.on('error', (error) => fetch('http://127.0.0.1:9').then(() => 'it', () => 'nothing')
      .then((second) => finish([{ first: error.code, second }])))`);
  expect(end.kind === "finished" ? end.rows : end).toEqual([{ first: "ERR_ACCESS_DENIED", second: "nothing" }]);
});

test("the child has no SQLite, WebAssembly or Temporal", async () => {
  const end = await runChild(`let sqlite = 'it'; try { require('node:sqlite') } catch (error) { sqlite = error.code }
    finish([{ sqlite, wasm: typeof WebAssembly, temporal: typeof Temporal }])`);
  expect(end.kind === "finished" ? end.rows : end).toEqual([
    { sqlite: "ERR_UNKNOWN_BUILTIN_MODULE", wasm: "undefined", temporal: "undefined" },
  ]);
});

test("the child's environment holds its zone and language and nothing else", async () => {
  process.env["OKTA_API_TOKEN"] = "00secret-of-the-test";
  const end = await runChild("finish([{ names: Object.keys(process.env).sort() }])");
  delete process.env["OKTA_API_TOKEN"];
  expect(end.kind === "finished" ? end.rows : end).toEqual([{ names: ["LANG", "LC_ALL", "TZ"] }]);
});

test.runIf(process.platform === "linux")("esbuild's service starts with an empty environment", async () => {
  await eraseTypes("export const a: number = 1");
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim().split(" ").filter(Boolean);
  const services = children.filter((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--service"));
  expect(services.map((pid) => readFileSync(`/proc/${pid}/environ`, "utf8"))).toEqual([""]);
});

interface Lie {
  readonly what: string;
  readonly code: string;
  readonly ends: string;
}

const ask = (text: string): string => `send(2, ${JSON.stringify(text)})`;
const end = "send(6, JSON.stringify({ kind: 'finished', steps: 0 }))";

/** Asks for the first page of a list that it reads to its end and for nothing else, and runs `code` when it has that page. */
const withPage = (code: string): string => `let held = Buffer.alloc(0);
  const take = (kind) => { if (kind === 21) { ${code} } else { ${ask('[[0,"listUsers",{},0,0,2]]')}; send(7, '0') } };
  process.stdin.on('data', (chunk) => { held = Buffer.concat([held, chunk]);
    while (held.length >= 5 && held.length >= 5 + held.readUInt32LE(0)) {
      const kind = held[4]; held = held.subarray(5 + held.readUInt32LE(0)); take(kind) } })`;

const lies: readonly Lie[] = [
  {
    what: "a frame that announces 4 GB",
    code: "process.stdout.write(Buffer.from([255, 255, 255, 255, 4]))",
    ends: "sandbox/lost",
  },
  { what: "a frame of an unknown kind", code: "send(99, '')", ends: "sandbox/lost" },
  { what: "no JSON", code: ask("{"), ends: "sandbox/lost" },
  { what: "a read that is no read", code: ask('[{"step":0}]'), ends: "sandbox/lost" },
  { what: "JSON nested without end", code: "send(2, '['.repeat(1e6))", ends: "sandbox/lost" },
  {
    what: "an operation that is not approved",
    code: ask('[[0,"deleteUser",{"id":"a"},null,null,0]]'),
    ends: "bridge/not-allowed",
  },
  {
    what: "an operation named like a method of Object",
    code: ask('[[0,"constructor",{},null,null,0]]'),
    ends: "bridge/not-allowed",
  },
  {
    what: "a step twice",
    code: ask('[[0,"getUser",{"id":"a"},null,null,0],[0,"getUser",{"id":"a"},null,null,0]]'),
    ends: "sandbox/lost",
  },
  { what: "a step left out", code: ask('[[1,"getUser",{"id":"a"},null,null,0]]'), ends: "sandbox/lost" },
  { what: "a page of no list", code: ask('[[0,"listUsers",{},7,3,0]]'), ends: "sandbox/lost" },
  { what: "a page of a single object", code: ask('[[0,"getUser",{"id":"a"},0,0,0]]'), ends: "sandbox/lost" },
  {
    what: "a path that leaves its segment",
    code: ask('[[0,"getUser",{"id":".."},null,null,0]]'),
    ends: "bridge/bad-parameters",
  },
  {
    what: "a parameter named __proto__",
    code: ask('[[0,"getUser",{"id":"a","__proto__":{"x":1}},null,null,0]]'),
    ends: "sandbox/lost",
  },
  {
    what: "half of a character in a path",
    code: ask('[[0,"getUser",{"id":"\\ud800"},null,null,0]]'),
    ends: "bridge/bad-parameters",
  },
  {
    what: "half of a character in a query",
    code: ask('[[0,"listUsers",{"q":"\\udc00"},0,0,0]]'),
    ends: "bridge/bad-parameters",
  },
  {
    what: "an unknown parameter",
    code: ask('[[0,"getUser",{"id":"a","url":"http://evil"},null,null,0]]'),
    ends: "bridge/bad-parameters",
  },
  {
    what: "20,000 reads at once",
    code: "send(2, JSON.stringify(Array.from({ length: 20000 }, (_, i) => [i, 'getUser', { id: 'a' }, null, null, 0])))",
    ends: "sandbox/lost",
  },
  {
    what: "another read where only the next page of a list can follow",
    code: withPage(ask('[[1,"getUser",{"id":"a"},null,null,0]]')),
    ends: "sandbox/lost",
  },
  {
    what: "another list where only the next page of one can follow",
    code: withPage(ask('[[1,"listUsers",{},1,0,2]]')),
    ends: "sandbox/lost",
  },
  {
    what: "an end in the middle of a list that it reads to its end",
    code: withPage("send(6, JSON.stringify({ kind: 'finished', steps: 1 }))"),
    ends: "sandbox/lost",
  },
  { what: "answers that it was not given", code: "send(7, '5')", ends: "sandbox/lost" },
  {
    what: "an end after more answers than it had",
    code: "send(6, JSON.stringify({ kind: 'finished', steps: 9 }))",
    ends: "sandbox/lost",
  },
  {
    what: "an end that there is not",
    code: "send(6, JSON.stringify({ kind: 'approved', steps: 0 }))",
    ends: "sandbox/lost",
  },
  { what: "a limit that there is not", code: "send(8, 'constructor')", ends: "sandbox/lost" },
  { what: "rows that are nested", code: 'send(4, \'[{"a":{"b":1}}]\')', ends: "snippet/bad-result" },
  { what: "rows with other columns", code: 'send(4, \'[{"a":1},{"b":1}]\')', ends: "snippet/bad-result" },
  { what: "rows past the limit", code: "send(4, JSON.stringify([{ a: 'x'.repeat(6e6) }]))", ends: "run/limit" },
  { what: "its own death", code: "process.exit(3)", ends: "sandbox/lost" },
  { what: "a crash", code: "process.abort()", ends: "sandbox/lost" },
  {
    what: "two ends, of which the first counts",
    code: `${end}; send(6, JSON.stringify({ kind: 'threw', name: '', message: '', stack: '', steps: 0 }))`,
    ends: "finished",
  },
  { what: "rows after its end", code: `${end}; send(4, '[{"a":1}]')`, ends: "finished" },
];

test.concurrent.each(lies)("a child that sends $what is ended with $ends", async ({ code, ends }) => {
  const how = await runChild(code);
  expect(how.kind === "finished" ? how.kind : "failure" in how ? how.failure.code : how).toBe(ends);
});
