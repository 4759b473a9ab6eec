import { expect, test } from "vitest";
import { parseClaims } from "../../../executor/evidence/sent-cells.ts";

const key = 1;

/** What a replay would send of one cell that stands in the last of so many objects, each in the one before. */
function nested(objects: number): string {
  const numbers = Array.from({ length: objects }, (_, index) => index);
  return JSON.stringify({
    objectKeys: [0, 7, ...numbers.slice(1).map(() => "in")],
    around: [0, ...numbers],
    keys: ["", "login"],
    names: [["login"]],
    rows: [[0, objects * 1_024 + key]],
  });
}

test("a place is read out of the objects that it stands in", () => {
  expect(parseClaims(nested(3))?.find(0, "login")).toEqual({
    kind: "place",
    place: { step: 7, pointer: "/in/in/login" },
  });
});

test("objects that stand in each other without an end in sight lead nowhere", () => {
  expect(parseClaims(nested(200_000))?.find(0, "login")).toEqual({ kind: "lost" });
});
