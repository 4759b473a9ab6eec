import { expect, test } from "vitest";
import type { RunReport } from "../../main/run-report.ts";
import { judge, type Expected } from "./judge.ts";

const answer = (...rows: RunReport["rows"]): RunReport => ({ outcome: "answered", rows }) as unknown as RunReport;
const expected: Expected = {
  key: "id",
  columns: ["members"],
  rows: [
    { id: "g1", members: 3 },
    { id: "g2", members: 0 },
  ],
};

test("columns are compared by their names, or where names are free by their values for the same keys", () => {
  const named = answer({ id: "g2", members: 0 }, { id: "g1", members: 3, more: true });
  const otherwise = answer({ id: "g2", usersCount: 0 }, { id: "g1", usersCount: 3 });
  const keyed = answer({ groupId: "g2", usersCount: 0 }, { groupId: "g1", usersCount: 3 });
  expect([named, otherwise, keyed].map((one) => [judge(one, expected)[0], judge(one, expected, "free")[0]])).toEqual([
    ["right", "right"],
    ["wrong", "right"],
    ["wrong", "right"],
  ]);
});

test("free names make no other value right", () => {
  const wrong = [
    answer({ id: "g1", usersCount: 0 }, { id: "g2", usersCount: 3 }),
    answer({ id: "g1", members: 0 }, { id: "g2", members: 3 }),
    answer({ id: "g1" }, { id: "g2" }),
    answer({ id: "g1", members: 3 }),
    answer({ id: "g1", members: 3 }, { id: "g3", members: 0 }),
  ];
  expect(wrong.map((one) => judge(one, expected, "free")[0])).toEqual(wrong.map(() => "wrong"));
});
