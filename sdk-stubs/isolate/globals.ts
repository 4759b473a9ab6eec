import { settings } from "./host.ts";

/**
 * Every global that a snippet can see. Anything else that an engine brings is deleted, so that a new engine adds nothing unseen.
 * Left out on purpose: code from text (eval, Function), shared memory and its clocks (Atomics, SharedArrayBuffer), raw buffers
 * (uncounted memory), what makes garbage collection visible (WeakRef, FinalizationRegistry), Intl and Temporal (the host's clock,
 * zone and language).
 */
const allowedGlobals: readonly string[] = [
  "AggregateError",
  "Array",
  "BigInt",
  "Boolean",
  "Date",
  "Error",
  "EvalError",
  "Infinity",
  "Iterator",
  "JSON",
  "Map",
  "Math",
  "NaN",
  "Number",
  "Object",
  "Promise",
  "Proxy",
  "RangeError",
  "ReferenceError",
  "Reflect",
  "RegExp",
  "Set",
  "String",
  "Symbol",
  "SyntaxError",
  "TypeError",
  "URIError",
  "WeakMap",
  "WeakSet",
  "decodeURI",
  "decodeURIComponent",
  "encodeURI",
  "encodeURIComponent",
  "globalThis",
  "isFinite",
  "isNaN",
  "parseFloat",
  "parseInt",
  "undefined",
];

const clockMs = Date.parse(settings.clock);

function lockDate(): void {
  const EngineDate = Date;
  const { construct } = Reflect;
  function RunDate(this: unknown, ...parts: readonly unknown[]): unknown {
    const atStart = parts.length === 0 || new.target === undefined;
    const date: Date = construct(EngineDate, atStart ? [clockMs] : parts, new.target ?? EngineDate);
    return new.target === undefined ? date.toString() : date;
  }
  const own = (value: unknown): PropertyDescriptor => ({
    value,
    writable: true,
    configurable: true,
    enumerable: false,
  });
  Object.defineProperties(RunDate, {
    name: { value: "Date", configurable: true },
    length: { value: 7, configurable: true },
    prototype: { value: EngineDate.prototype, writable: false },
    now: own(() => clockMs),
    parse: own(EngineDate.parse),
    UTC: own(EngineDate.UTC),
  });
  // Without this line `new Date().constructor.now()` would be the real clock.
  Object.defineProperty(EngineDate.prototype, "constructor", own(RunDate));
  Object.defineProperty(globalThis, "Date", own(RunDate));
}

function lockRandom(): void {
  const random = (): never => {
    throw new TypeError(
      "Math.random does not exist in a snippet. A run must give the same rows each time it is replayed. Sort or pick by a value of the data instead.",
    );
  };
  Object.defineProperty(Math, "random", { value: random, writable: false, configurable: false, enumerable: false });
}

function lockCodeFromText(): void {
  const refuse = function (): never {
    throw new TypeError(
      "Code from text does not exist in a snippet. Only the text that was reviewed runs. Write it as a function.",
    );
  };
  const examples: readonly object[] = [function () {}, async function () {}, function* () {}, async function* () {}];
  for (const example of examples) {
    const prototype: unknown = Object.getPrototypeOf(example);
    if (typeof prototype !== "object" && typeof prototype !== "function") continue;
    Object.defineProperty(prototype, "constructor", { value: refuse, writable: false, configurable: false });
  }
}

function removeOtherGlobals(): void {
  const { defineProperty, getOwnPropertyDescriptor } = Object;
  for (const key of Reflect.ownKeys(globalThis)) {
    if (typeof key === "string" && allowedGlobals.includes(key)) continue;
    if (Reflect.deleteProperty(globalThis, key)) continue;
    if (getOwnPropertyDescriptor(globalThis, key)?.writable === true) {
      defineProperty(globalThis, key, { value: undefined, writable: false });
    }
  }
}

// Reachable from ordinary values although the constructors are gone from the globals.
function removeBackDoors(): void {
  const doors: readonly (readonly [object, readonly PropertyKey[]])[] = [
    [Error, ["captureStackTrace", "prepareStackTrace"]],
    [Object.prototype, ["__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "__proto__"]],
  ];
  for (const [holder, keys] of doors) for (const key of keys) Reflect.deleteProperty(holder, key);
}

// The engine has it, and the library that this folder is compiled against does not.
declare const Iterator: {
  readonly from: (one: object) => { readonly map: (change: (item: unknown) => unknown) => object };
};

function freezeWithPrototypes(value: unknown): void {
  const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
  if (!isObject || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  freezeWithPrototypes(Object.getPrototypeOf(value));
  freezeWithPrototypes(Object.getOwnPropertyDescriptor(value, "prototype")?.value);
}

/**
 * Makes the language itself unchangeable: a snippet that gave `Math.max` or the `map` of lists another meaning would be reviewed by
 * the old one. Prototypes that no name leads to are reached from an example of each.
 */
function lockLanguage(): void {
  const iterator = Iterator.from({ next: () => ({ done: true }) });
  const examples: readonly unknown[] = [
    [].values(),
    new Map().values(),
    new Set().values(),
    "".matchAll(/a/g),
    ""[Symbol.iterator](),
    iterator,
    iterator.map(String),
    (function* () {})(),
    (async function* () {})(),
    async function () {},
  ];
  for (const example of examples) freezeWithPrototypes(example);
  for (const key of Reflect.ownKeys(globalThis)) {
    const own = Object.getOwnPropertyDescriptor(globalThis, key);
    if (own === undefined || own.value === globalThis) continue;
    freezeWithPrototypes(own.value);
    if (own.configurable === true) Object.defineProperty(globalThis, key, { writable: false, configurable: false });
  }
}

/** Turns a fresh realm into the one a snippet may see. Runs once, before any other code. */
export function lockGlobals(): void {
  lockDate();
  lockRandom();
  lockCodeFromText();
  removeBackDoors();
  removeOtherGlobals();
  lockLanguage();
}
