// What a snippet gets when it reaches for more than it was given, with the gate and the compiler switched off: every line here is
// stopped by what the guest's runtime leaves in the isolate, or by the isolate itself.
import { expect, test } from "vitest";
import { body, openSandbox, outcome } from "../executor/sandbox/run-snippet.ts";

const { run } = openSandbox();

interface Attack {
  readonly way: string;
  readonly code: string;
  readonly got: string;
}

const noCode =
  "TypeError: Code from text does not exist in a snippet. Only the text that was reviewed runs. Write it as a function.";

const attacks: readonly Attack[] = [
  { way: "Function by a function's constructor", code: "(function () {}).constructor('return 1')()", got: noCode },
  { way: "AsyncFunction", code: "(async () => {}).constructor('return 1')()", got: noCode },
  { way: "GeneratorFunction", code: "(function* () {}).constructor('yield 1')()", got: noCode },
  { way: "AsyncGeneratorFunction", code: "(async function* () {}).constructor('yield 1')()", got: noCode },
  {
    way: "Function by Reflect.construct",
    code: "Reflect.construct(okta.getUser.constructor, ['return 1'])()",
    got: noCode,
  },
  {
    way: "Function by a class that extends it",
    code: "new (class extends Object.getPrototypeOf(class {}).constructor {})('return 1')",
    got: noCode,
  },
  { way: "Function by a bound function", code: "(() => {}).bind().constructor('return 1')()", got: noCode },
  { way: "Function by the Date in use", code: "Date.constructor('return 1')()", got: noCode },
  {
    way: "Function by an error's constructor chain",
    code: "new Error().constructor.constructor('return 1')()",
    got: noCode,
  },
  { way: "eval", code: "eval('1')", got: "ReferenceError: eval is not defined" },
  { way: "eval by the global object", code: "globalThis['ev' + 'al']", got: "undefined" },
  { way: "import of a Node module", code: "import('node:fs')", got: "Error: Not supported" },
  { way: "import of data", code: "import('data:text/javascript,1')", got: "Error: Not supported" },
  { way: "import.meta", code: "Object.keys(import.meta).join()", got: "" },
  { way: "require", code: "typeof require", got: "undefined" },
  { way: "process", code: "typeof process", got: "undefined" },
  { way: "fetch", code: "typeof fetch", got: "undefined" },
  {
    way: "timers",
    code: "typeof setTimeout + typeof setInterval + typeof queueMicrotask",
    got: "undefinedundefinedundefined",
  },
  { way: "console", code: "typeof console", got: "undefined" },
  { way: "performance", code: "typeof performance", got: "undefined" },
  { way: "WebAssembly", code: "typeof WebAssembly", got: "undefined" },
  { way: "shared memory", code: "typeof SharedArrayBuffer + typeof Atomics", got: "undefinedundefined" },
  {
    way: "raw buffers",
    code: "typeof ArrayBuffer + typeof Uint8Array + typeof DataView",
    got: "undefinedundefinedundefined",
  },
  {
    way: "sight of garbage collection",
    code: "typeof WeakRef + typeof FinalizationRegistry",
    got: "undefinedundefined",
  },
  { way: "the host's clock by Temporal", code: "typeof Temporal", got: "undefined" },
  { way: "the host's clock by Intl", code: "typeof Intl", got: "undefined" },
  {
    way: "the clock by a date's constructor",
    code: "new (new Date().constructor)().toISOString()",
    got: "2026-11-23T09:00:00.000Z",
  },
  {
    way: "the clock by a subclass of Date",
    code: "new (class extends Date {})().toISOString()",
    got: "2026-11-23T09:00:00.000Z",
  },
  {
    way: "the clock by Reflect.construct",
    code: "Reflect.construct(Date, []).toISOString()",
    got: "2026-11-23T09:00:00.000Z",
  },
  { way: "the clock by Date.prototype.constructor", code: "String(Date.prototype.constructor === Date)", got: "true" },
  {
    way: "chance",
    code: "Math.random()",
    got: "TypeError: Math.random does not exist in a snippet. A run must give the same rows each time it is replayed. Sort or pick by a value of the data instead.",
  },
  {
    way: "chance by a new definition",
    code: "Object.defineProperty(Math, 'random', { value: () => 4 })",
    got: "TypeError: Cannot redefine property: random",
  },
  { way: "the bridge as a leftover global", code: "typeof $post + typeof $settings", got: "undefinedundefined" },
  { way: "the host's ways in as exports", code: "import('okta')", got: "Error: Not supported" },
  { way: "an operation that is not approved", code: "typeof okta.deleteUser", got: "undefined" },
  {
    way: "an operation by a name of Object",
    code: "typeof okta.constructor + typeof okta.__proto__ + typeof okta.toString",
    got: "undefinedundefinedundefined",
  },
  {
    way: "a new operation",
    code: "okta.deleteUser = 1",
    got: "TypeError: Cannot add property deleteUser, object is not extensible",
  },
  {
    way: "another function for an operation",
    code: "okta.getUser = 1",
    got: "TypeError: Cannot assign to read only property 'getUser' of object '[object Object]'",
  },
  {
    way: "a property on an operation",
    code: "okta.getUser.then = 1",
    got: "TypeError: Cannot add property then, object is not extensible",
  },
  {
    way: "the caller by arguments.callee",
    code: "(function () { return arguments.callee.caller })()",
    got: "TypeError: 'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them",
  },
  {
    way: "the runtime's frames by CallSite",
    code: "(() => { Error.prepareStackTrace = (_, sites) => sites; let seen; try { okta.listUsers().first(-1) } catch (error) { seen = error.stack } delete Error.prepareStackTrace; return JSON.stringify(seen.map((one) => [typeof one.getThis(), typeof one.getFunction()]).flat().filter((it) => it !== 'undefined')) })()",
    got: "TypeError: Cannot add property prepareStackTrace, object is not extensible",
  },
  { way: "accessors by __defineGetter__", code: "typeof ({}).__defineGetter__", got: "undefined" },
  { way: "the prototype by __proto__", code: "typeof ({}).__proto__", got: "undefined" },
  { way: "a forged unknown cell", code: "String(notKnown({ unknown: 'x' }))", got: "false" },
];

function snippetOf(codes: readonly string[]): string {
  const tries = codes.map((code) => `  await attempt(async () => ${code}),`).join("\n");
  return `import { okta, notKnown } from 'okta'
const attempt = async (action) => { try { return { got: String(await action()) } } catch (error) { return { got: error.name + ': ' + error.message } } }
export default async function () { return [
${tries}
] }`;
}

// One child for all of them: none of these changes the guest for the next.
const all = run(snippetOf(attacks.map((one) => one.code)));

test.each(attacks.map((attack, index) => ({ ...attack, index })))("$way gives nothing", async ({ index, got }) => {
  const end = await all;
  expect(end.kind === "finished" ? end.rows[index] : end).toEqual({ got });
});

const findHostValues = `
const seen = new Set()
const walk = (value, path) => {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return
  seen.add(value)
  for (const key of Reflect.ownKeys(value)) {
    const own = Object.getOwnPropertyDescriptor(value, key)
    for (const part of [own.value, own.get, own.set]) walk(part, path + '.' + String(key))
  }
  walk(Object.getPrototypeOf(value), path + '.^')
}
import * as all from 'okta'
export default async function () {
  walk(globalThis, 'globalThis'); walk(all, 'okta')
  const names = [...seen].map((one) => { try { return Object.prototype.toString.call(one).slice(8, -1) + ':' + (typeof one.constructor === 'function' ? one.constructor.name : '') } catch { return '' } })
  return [{ many: seen.size > 300, host: names.filter((name) => /Reference(?!Error)|ExternalCopy|Isolate|Context|Callback/.test(name)) }]
}`;

test("no value of the host is reachable from the globals or from 'okta'", async () => {
  const end = await run(findHostValues);
  expect(end.kind === "finished" ? end.rows : end).toEqual([{ many: true, host: [] }]);
});

interface Pollution {
  readonly way: string;
  readonly code: string;
}

const pollutions: readonly Pollution[] = [
  { way: "JSON.stringify and JSON.parse", code: "JSON.stringify = () => '[]'; JSON.parse = () => ({})" },
  { way: "Promise.prototype.then", code: "Promise.prototype.then = () => 'broken'" },
  {
    way: "Reflect.apply and Function.prototype.call",
    code: "Reflect.apply = null; const functions = Object.getPrototypeOf(Object); functions.call = null; functions.apply = null",
  },
  { way: "Map.prototype and Array.prototype.push", code: "Map.prototype.get = () => 'x'" },
  {
    way: "transfer options of the engine",
    code: "for (const key of ['reference', 'copy', 'promise', 'externalCopy']) Object.prototype[key] = true",
  },
  {
    way: "indexes of Array.prototype",
    code: "Object.defineProperty(Array.prototype, '0', { set() { throw new Error('trap') }, configurable: true })",
  },
  {
    way: "thenables on Object.prototype",
    code: "Object.defineProperty(Object.prototype, 'zzz', { get() { return 1 } })",
  },
];

test.each(pollutions)(
  "changing $way is refused, and changes nothing of what the host is asked or told",
  async ({ code }) => {
    const asked: unknown[] = [];
    const source = `import { okta } from 'okta'\nexport default async function () { let refused = 'no'; try { ${code} } catch (error) { refused = error.name }
  const user = await okta.getUser({ id: 'a' }); return [{ id: user.id, refused }] }`;
    const end = await run(source, {
      onDelivered: ({ operationId, parameters }) => asked.push([operationId, { ...parameters }]),
    });
    expect({ asked, rows: outcome(end) }).toEqual({
      asked: [["getUser", { id: "a" }]],
      rows: [{ id: "a", refused: "TypeError" }],
    });
  },
);

interface Change {
  readonly of: string;
  readonly text: string;
  readonly message: string;
}

const readOnly = (name: string, of: string): string =>
  `TypeError: Cannot assign to read only property '${name}' of object '${of}'`;
const users = "const users = await okta.listUsers({}).all()";

// The compiler lets a snippet write to each of these: it takes read-only fields for fields that are not, and the language's names
// for variables.
const changes: readonly Change[] = [
  { of: "a field of an answer", text: `${users}; users[0].status = 'X'`, message: readOnly("status", "#<Object>") },
  {
    of: "a field of an object in an answer",
    text: `${users}; users[0].profile.login = 'X'`,
    message: readOnly("login", "#<Object>"),
  },
  {
    of: "a field of an answer by Object.assign",
    text: `${users}; Object.assign(users[0], { status: 'X' })`,
    message: readOnly("status", "#<Object>"),
  },
  {
    of: "a field that an answer lacks",
    text: "const user = await okta.getUser({ id: 'a' }); user.risk = 1",
    message: "TypeError: Cannot add property risk, object is not extensible",
  },
  {
    of: "an item of a whole list",
    text: `${users}; Object.assign(users, { 0: { id: 'x' } })`,
    message: readOnly("0", "[object Array]"),
  },
  {
    of: "a page",
    text: "for await (const page of okta.listUsers({}).pages()) page.push({ id: 'x' })",
    message: "TypeError: Cannot add property 2, object is not extensible",
  },
  {
    of: "how a list is read",
    text: "const list = okta.listUsers({}); list.all = async () => [{ id: 'x' }]",
    message: readOnly("all", "#<Object>"),
  },
  {
    of: "how a read is awaited",
    text: "const read = okta.getUser({ id: 'a' }); read.then = (give) => give({ id: 'x' })",
    message: readOnly("then", "#<Promise>"),
  },
  {
    of: "a method of a list",
    text: "const rows = []; rows.map = () => []",
    message: readOnly("map", "[object Array]"),
  },
  {
    of: "a method of a Map",
    text: "const names = new Map(); names.get = () => 'x'",
    message: readOnly("get", "#<Map>"),
  },
  { of: "a function of the language", text: "Math.max = () => 99", message: readOnly("max", "#<Object>") },
  { of: "a name of the language", text: "String = () => 'x'", message: readOnly("String", "#<Object>") },
  {
    of: "how a list is walked",
    text: "Object.getPrototypeOf([].values()).next = () => ({ done: true })",
    message: readOnly("next", "[object Array Iterator]"),
  },
  {
    of: "how what a method of an iterator gives is walked",
    text: "Object.getPrototypeOf([].values().map(String)).next = () => ({ done: true })",
    message: readOnly("next", "[object Iterator Helper]"),
  },
  {
    of: "how an iterator of another kind is walked",
    text: "Object.getPrototypeOf(Iterator.from({ next: () => ({ done: true }) })).next = () => ({ done: true })",
    message: readOnly("next", "[object Object]"),
  },
];

test.concurrent.each(changes)("$of cannot be changed", async ({ text, message }) => {
  expect(outcome(await run(body(`${text}; return [{ a: 1 }]`)))).toMatchObject({ details: { message } });
});

test("a snippet that imports anything but 'okta' does not link", async () => {
  const end = await run("import fs from 'node:fs'\nexport default async function () { return [{ a: typeof fs }] }");
  expect(end.kind === "failed" ? end.failure.details : end).toMatchObject({
    message: 'A snippet can import from "okta" alone, not from "node:fs".',
  });
});

test("the runtime's inner module cannot be imported", async () => {
  const end = await run(
    "import { deliver } from 'runtime'\nexport default async function () { return [{ a: typeof deliver }] }",
  );
  expect(end.kind === "failed" ? end.failure.details : end).toMatchObject({
    message: 'A snippet can import from "okta" alone, not from "runtime".',
  });
});
