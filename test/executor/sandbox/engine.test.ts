// What any engine must hold, driven through the real child with a runtime of the test's own: the guest's bootstrap is switched off,
// so that everything here is held by the engine, the child's watch, or the operating system.
import { afterAll, expect, test } from "vitest";
import { loadBundles, stopBundler } from "../../../executor/bundle.ts";
import type { ChildProgram } from "../../../executor/sandbox/child.ts";
import { FrameKind } from "../../../executor/sandbox/frames.ts";
import { findAddon } from "../../../executor/sandbox/platform.ts";
import { type SandboxProcess, startProcess } from "../../../executor/sandbox/process.ts";

afterAll(() => stopBundler());

const names = new Map(Object.entries(FrameKind).map(([name, kind]): [number, string] => [kind, name]));

/** Runs a snippet over a runtime without any lock, with so many answers, and gives what the child said until it ended or was done. */
async function runBare(
  snippet: string,
  answers: number,
  change: Partial<ChildProgram> = {},
): Promise<readonly string[]> {
  const { child: code } = await loadBundles();
  const child: SandboxProcess = startProcess({ code, addonPath: findAddon() });
  const program: ChildProgram = {
    runtime: `const send = $post; const queue = []; let wake; export const say = (text) => send('note', text); export const raw = send;
      export const deliver = (step, kind, text) => { if (wake) { const go = wake; wake = undefined; go(text) } else queue.push(text) };
      export const take = () => queue.length > 0 ? Promise.resolve(queue.shift()) : new Promise((resolve) => { wake = resolve });
      export const begin = (program) => { program().then((text) => send('end', String(text))) }`,
    exports: ["say", "take", "raw"],
    snippet: `import { say, take, raw } from 'okta'\nexport default async function () { ${snippet} }`,
    settings: "{}",
    memoryMb: 64,
    cpuMs: 400,
    wallMs: 5_000,
    residentMb: 300,
    messageBytes: 1_000_000,
    ...change,
  };
  const said: string[] = [];
  let step = 0;
  await new Promise<void>((resolve) => {
    child.listen(
      ({ kind, payload }) => {
        if (kind === FrameKind.ready) return;
        if (kind === FrameKind.delivered) {
          for (; step < answers; step += 1)
            child.sendParts(FrameKind.answer, Buffer.from([step, 0, 0, 0, 0]), `answer ${step}`);
          return;
        }
        said.push(`${names.get(kind)} ${payload.toString("utf8", 0, 200)}`.trim());
        if (kind === FrameKind.end) resolve();
      },
      () => resolve(),
    );
    child.send(FrameKind.run, JSON.stringify(program));
  });
  child.kill();
  return said;
}

test("answers arrive one by one, in order, each with its microtasks done before the next", async () => {
  const snippet =
    "for (let i = 0; i < 3; i += 1) { const text = await take(); await 0; await 0; say(text) } return 'done'";
  expect(await runBare(snippet, 3)).toEqual(["note answer 0", "note answer 1", "note answer 2", "end done"]);
});

test.each(["{}", "() => 1", "7", "undefined", "Symbol()", "new Proxy({}, {})"])(
  "a message that is %s ends the child",
  async (value) => {
    const said = await runBare(`raw('note', ${value}); await new Promise(() => {})`, 0);
    expect(said.filter((one) => one.startsWith("note"))).toEqual([]);
  },
);

test.each(["Object.prototype.reference = true", "Object.prototype.copy = true", "Object.prototype.promise = true"])(
  "no value of the host comes in after %s",
  async (pollution) => {
    const said = await runBare(
      `${pollution}; const text = await take(); say(typeof text); say(typeof raw('note', 'x')); return 'done'`,
      1,
    );
    expect(said).toEqual(["note string", "note x", "note undefined", "end done"]);
  },
);

interface Attack {
  readonly way: string;
  readonly snippet: string;
  readonly answers: number;
}

const attacks: readonly Attack[] = [
  { way: "a loop in an answer's continuation", snippet: "await take(); for (;;) {}", answers: 1 },
  { way: "microtasks without end after an answer", snippet: "await take(); for (;;) await 0", answers: 1 },
  { way: "code from text that loops", snippet: "new Function('for (;;) {}')()", answers: 0 },
  {
    way: "a buffer that grows outside the isolate's count",
    snippet:
      "const all = []; for (;;) { const one = new ArrayBuffer(0, { maxByteLength: 4e9 }); one.resize(2e8); new Uint8Array(one).fill(1); all.push(one) }",
    answers: 0,
  },
  { way: "a list that the engine fills without a stop", snippet: "new Array(1e9).fill(0)", answers: 0 },
  {
    way: "JSON of shared references",
    snippet: "let one = []; for (let i = 0; i < 30; i += 1) one = [one, one]; JSON.stringify(one)",
    answers: 0,
  },
  {
    way: "a wait on shared memory",
    snippet: "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)",
    answers: 0,
  },
  {
    way: "a callback of the garbage collector that loops",
    snippet:
      "new FinalizationRegistry(() => { for (;;); }).register({}, 1); const all = []; for (let i = 0; i < 1e5; i += 1) all.push([i]); for (;;) await 0",
    answers: 0,
  },
  {
    way: "a looping prepareStackTrace",
    snippet: "Error.prepareStackTrace = () => { for (;;); }; throw new Error('x')",
    answers: 0,
  },
];

test.concurrent.each(attacks)(
  "with the bootstrap off, $way is ended by the engine or the child's watch",
  async ({ snippet, answers }) => {
    const [said] = await runBare(snippet, answers);
    expect(said === "limit cpuMs" || said === "limit memoryMb" ? "ended" : said).toBe("ended");
  },
);

test("with the bootstrap off, code from text still reaches nothing of the child", async () => {
  const said = await runBare(
    "return new Function('return typeof process + typeof require + typeof Buffer + typeof fetch')()",
    0,
  );
  expect(said).toEqual(["end undefinedundefinedundefinedundefined"]);
});

test("with the bootstrap off there is still no WebAssembly", async () => {
  expect(await runBare("return typeof WebAssembly", 0)).toEqual(["end undefined"]);
});

test("a second program in one child ends it", async () => {
  const { child: code } = await loadBundles();
  const child = startProcess({ code, addonPath: findAddon() });
  const said = await new Promise<string>((resolve) => {
    child.listen(
      ({ kind, payload }) => {
        if (kind === FrameKind.lost) resolve(payload.toString("utf8"));
      },
      () => resolve("gone"),
    );
    const program = {
      runtime: "export const begin = () => {}; export const deliver = () => {}",
      exports: ["begin"],
      snippet: "export default 1",
    };
    const text = JSON.stringify({
      ...program,
      settings: "{}",
      memoryMb: 64,
      cpuMs: 400,
      wallMs: 5_000,
      residentMb: 300,
      messageBytes: 1_000,
    });
    child.send(FrameKind.run, text);
    child.send(FrameKind.run, text);
  });
  child.kill();
  expect(said).toBe("a second program");
});
