import { expect, test } from "vitest";
import { createDriftTally, thinBody } from "../../registry/drift/drift-tally.ts";
import { driftWarnings } from "../../registry/drift/drift-warnings.ts";

const group = {
  id: "00g1",
  type: "OKTA_GROUP",
  created: "2026-01-01T00:00:00.000Z",
  lastUpdated: "2026-01-01T00:00:00.000Z",
  lastMembershipUpdated: "2026-01-01T00:00:00.000Z",
  objectClass: ["okta:user_group"],
  profile: { name: "Sales", description: null },
};

test("what differs is counted by response, by operation and by place", () => {
  const tally = createDriftTally();
  tally.add("listGroups", [group, { ...group, color: "red" }, { ...group, color: "blue" }]);
  tally.add("listGroups", [{ ...group, color: "red", type: "SHARED_GROUP" }]);
  tally.add("listGroups", [group]);
  tally.add("getGroup", group);
  tally.add("listNothing", []);
  expect(tally.list()).toEqual([
    { operationId: "getGroup", sampled: 1, deviating: 0, mismatches: [] },
    {
      operationId: "listGroups",
      sampled: 3,
      deviating: 2,
      mismatches: [
        { kind: "unknown-field", path: "[].color", expected: "no such field", found: "string", responses: 2 },
        {
          kind: "enum",
          path: "[].type",
          expected: "APP_GROUP BUILT_IN OKTA_GROUP",
          found: "SHARED_GROUP",
          responses: 1,
        },
      ],
    },
  ]);
});

test("of a long list the first, the last and some between are compared", () => {
  const items = Array.from({ length: 200 }, (_, index) => ({ ...group, [`new${index}`]: true }));
  const tally = createDriftTally();
  tally.add("listGroups", thinBody("listGroups", items, 5));
  expect(tally.list()[0]?.mismatches.map((one) => one.path)).toEqual([
    "[].new0",
    "[].new100",
    "[].new149",
    "[].new199",
    "[].new50",
  ]);
});

test("an operation beyond the tolerance gets one warning that names what differs", () => {
  const tally = createDriftTally();
  const { id: _id, ...withoutId } = group;
  for (let count = 0; count < 18; count += 1) tally.add("getGroup", group);
  tally.add("getGroup", { ...withoutId, type: "SHARED_GROUP", created: 7 });
  const within = driftWarnings(tally.list(), 0.06);
  expect([within, driftWarnings(tally.list(), 0.05)]).toEqual([
    [],
    [
      "1 of 19 sampled responses of getGroup are not as the catalogue says: created is number, not string; id is missing; " +
        "type has the unknown value SHARED_GROUP. What depends on these fields may be wrong. See attest drift.",
    ],
  ]);
});
