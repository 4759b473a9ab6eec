import { expect, test } from "vitest";
import { createProjection } from "../../../executor/projection/project-body.ts";

const project = createProjection(["id", "profile", "login", "tags"]);

test("properties that no name names are left out at every depth; lists keep their items and places", () => {
  const body = [
    {
      id: "00u1",
      created: "2026",
      profile: { login: "ada", email: "a@x" },
      tags: ["a", { id: 1, no: 2 }, [{ no: 1 }]],
    },
    { created: "2026" },
    null,
  ];
  expect(project(body)).toBe('[{"id":"00u1","profile":{"login":"ada"},"tags":["a",{"id":1},[{}]]},{},null]');
});

test("what holds nothing else stays as it came", () => {
  expect([project([{ id: "00u1" }]), project("text"), project(null), project([])]).toEqual(Array(4).fill(undefined));
});

test("names that begin with a digit stay, since positions may be worked out", () => {
  expect(project({ 0: "a", "1x": "b", no: "c" })).toBe('{"0":"a","1x":"b"}');
});

test("a body stays whole where writing a number out again would change it, or where it is deeper than any answer", () => {
  const deep = JSON.parse(`${"[".repeat(500)}{"no":1}${"]".repeat(500)}`);
  const huge = JSON.parse('{"id":1e999,"no":1}');
  expect([project(deep), project({ id: -0, no: 1 }), project(huge)]).toEqual([undefined, undefined, undefined]);
  expect(project({ id: 1.5e300, no: -0 })).toBe('{"id":1.5e+300}');
});

test("a key __proto__ is a property like any other, and is left out like any other", () => {
  expect(project(JSON.parse('{"__proto__":{"id":1},"id":2}'))).toBe('{"id":2}');
});

/** Whole numbers below `bound`, the same in every run of the tests. */
function createDice(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % bound;
  };
}

const keys = ["id", "login", "a.b", "0", "7", "länge", "__proto__", "toString", "x", "y", "z", ""];
const scalars = [null, true, false, 0, -1, 1.5, 9_007_199_254_740_991, 1e21, "", "text", "\ud800", "😀", "\u2028"];

function invent(roll: (bound: number) => number, depth: number): unknown {
  const kind = depth === 0 ? 0 : roll(4);
  if (kind < 2) return scalars[roll(scalars.length)];
  const parts = Array.from({ length: roll(5) }, () => invent(roll, depth - 1));
  return kind === 2 ? parts : Object.fromEntries(parts.map((part) => [keys[roll(keys.length)] ?? "", part]));
}

/** What can be told apart of two values by reading these names, positions and lengths alone. */
function difference(one: unknown, other: unknown, names: readonly string[]): string | undefined {
  if (typeof one !== "object" || one === null) return Object.is(one, other) ? undefined : `${String(one)}`;
  if (typeof other !== "object" || other === null) return "an object is none";
  if (Array.isArray(one) !== Array.isArray(other)) return "a list is none";
  const read = Array.isArray(one) ? ["length", ...one.keys()] : names;
  for (const name of read) {
    const [a, b] = [Object.hasOwn(one, name), Object.hasOwn(other, name)];
    if (a !== b) return `${name} is missing`;
    const found = a ? difference(Reflect.get(one, name), Reflect.get(other, name), names) : undefined;
    if (found !== undefined) return `${name}: ${found}`;
  }
  return undefined;
}

test("of 20,000 invented bodies no reading by the names tells the projected one from the whole one", () => {
  const roll = createDice(20_261_126);
  const found: string[] = [];
  let projected = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const names = keys.filter((one) => one !== "__proto__" && roll(2) === 0);
    const text = JSON.stringify(invent(roll, 5)) ?? "null";
    const less = createProjection(names)(JSON.parse(text));
    if (less === undefined) continue;
    projected += 1;
    const differs = difference(JSON.parse(text), JSON.parse(less), names);
    if (differs !== undefined) found.push(`${names.join(" ")} of ${text}: ${differs}`);
  }
  expect([found, projected > 5_000]).toEqual([[], true]);
});
