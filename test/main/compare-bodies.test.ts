import { expect, test } from "vitest";
import { compareBodies } from "../../main/resend/compare-bodies.ts";
import { getOperation } from "../../registry/catalogue.ts";

const list = getOperation("listUsers");
const wrapped = getOperation("listResourceSets");
const single = getOperation("getUser");

test("values of an object are compared by their place, and what holds other values by what it holds", () => {
  const before = { id: "1", "a/b": [1, 2], profile: { "t~x": "old", gone: { x: 1 } }, kept: {}, type: [] };
  const after = { id: "1", "a/b": [1], profile: { "t~x": null, come: [true] }, kept: {}, type: {} };
  expect(compareBodies(single, before, after)).toEqual({
    leaves: [
      { kind: "removed", pointer: "/a~1b/1", was: 2 },
      { kind: "changed", pointer: "/profile/t~0x", was: "old", is: null },
      { kind: "removed", pointer: "/profile/gone/x", was: 1 },
      { kind: "added", pointer: "/profile/come/0", is: true },
      { kind: "changed", pointer: "/type", was: [], is: {} },
    ],
    moved: 0,
  });
});

test("items of a list are paired by their id wherever they stand, and a value that became an object is one removed and some added", () => {
  const before = [{ id: "1" }, { id: "2", at: "Monday" }, { id: "3" }, { id: "4" }];
  const after = [{ id: "4" }, { id: "2", at: { day: 1 } }, { id: "3" }, { id: "5", at: "Friday" }];
  expect(compareBodies(list, before, after)).toEqual({
    leaves: [
      { kind: "removed", pointer: "/0/id", was: "1" },
      { kind: "removed", pointer: "/1/at", was: "Monday" },
      { kind: "added", pointer: "/1/at/day", is: 1 },
      { kind: "added", pointer: "/3/id", is: "5" },
      { kind: "added", pointer: "/3/at", is: "Friday" },
    ],
    moved: 1,
  });
});

test("a list that stands inside of an object is one too, with what stands around it", () => {
  const before = { "resource-sets": [{ id: "a", label: "A" }, { id: "b" }], _links: { next: { href: "x" } } };
  const after = { "resource-sets": [{ id: "b" }, { id: "a", label: "AA" }], _links: {} };
  expect(compareBodies(wrapped, before, after)).toEqual({
    leaves: [
      { kind: "removed", pointer: "/_links/next/href", was: "x" },
      { kind: "added", pointer: "/_links", is: {} },
      { kind: "changed", pointer: "/resource-sets/0/label", was: "A", is: "AA" },
    ],
    moved: 1,
  });
});

test("items that nothing tells apart are compared by their place", () => {
  expect(compareBodies(list, [{ a: 1 }, { a: 2 }], [{ a: 2 }])).toEqual({
    leaves: [
      { kind: "changed", pointer: "/0/a", was: 1, is: 2 },
      { kind: "removed", pointer: "/1/a", was: 2 },
    ],
    moved: 0,
  });
});
