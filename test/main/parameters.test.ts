import { expect, test } from "vitest";
import { applyParameters } from "../../main/run/parameters.ts";

const defaults = { app: "GitHub", days: 30, include: false, codes: ["a"], sizes: [1] };

test("a parameter is given in the type of its default", () => {
  expect(applyParameters(defaults, { app: "Box", days: "60", include: "true", codes: "x, y", sizes: "2,3" })).toEqual({
    app: "Box",
    days: 60,
    include: true,
    codes: ["x", "y"],
    sizes: [2, 3],
  });
});

test("what is not given keeps its default", () => {
  expect(applyParameters(defaults, { days: "7" })).toEqual({ ...defaults, days: 7 });
});

test.each([
  [{ other: "1" }, "The snippet has no parameter other."],
  [{ days: "soon" }, "The parameter days is a number, but was given as text."],
  [{ include: "yes" }, "The parameter include is true or false."],
])("%j is refused by name", (given, found) => {
  expect(() => applyParameters(defaults, given)).toThrow(found);
});
