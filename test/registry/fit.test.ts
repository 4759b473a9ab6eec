import { expect, test } from "vitest";
import { findOperation, getOperation } from "../../registry/catalogue.ts";
import { countUnknownLeaves, fits } from "../../registry/fit.ts";
import { responseShape } from "../../registry/shape-path.ts";
import { readShared, withoutSharedData } from "../shared-data.ts";

interface Recorded {
  readonly id: string;
  readonly operationId: string;
  readonly body: unknown;
}

/** Recordings that do not fit, by id, and why that is so. */
const excused: Readonly<Record<string, string>> = {};

function recorded(): readonly Recorded[] {
  return readShared("recordings/get.ndjson")
    .trim()
    .split("\n")
    .map((line): Recorded => JSON.parse(line));
}

test.skipIf(withoutSharedData)("every recorded response fits the type of its operation", () => {
  const misfits = recorded()
    .filter((one) => excused[one.id] === undefined)
    .flatMap((one) => {
      const operation = findOperation(one.operationId);
      const shape = operation === undefined ? undefined : responseShape(operation);
      const found = shape === undefined ? [] : fits(shape, one.body);
      return found.map((mismatch) => ({ id: one.id, operationId: one.operationId, ...mismatch }));
    });
  expect(misfits).toEqual([]);
});

test.skipIf(withoutSharedData)("at most 3 % of the values in recorded responses have no type", () => {
  let leaves = 0;
  let unknown = 0;
  for (const one of recorded()) {
    const counted = countUnknownLeaves(responseShape(getOperation(one.operationId)) ?? { kind: "unknown" }, one.body);
    leaves += counted.leaves;
    unknown += counted.unknown;
  }
  expect([leaves > 30_000, unknown / leaves < 0.03]).toEqual([true, true]);
});

test("an invented field, a missing one, a wrong type and an unknown value are told apart", () => {
  const user = {
    id: "00u1",
    status: "HAPPY",
    created: 7,
    lastUpdated: "2026-01-01T00:00:00.000Z",
    activated: null,
    statusChanged: null,
    lastLogin: null,
    type: { id: "oty1" },
    profile: { login: "a", email: "a", wings: true },
    feathers: 2,
  };
  const shape = responseShape(getOperation("getUser")) ?? { kind: "unknown" };
  expect(fits(shape, user).map((one) => `${one.kind} ${one.path}`)).toEqual([
    "missing passwordChanged",
    "enum status",
    "type created",
    "unknown-field feathers",
  ]);
});

test("null stands for what may be absent, not for what is always there", () => {
  const group = {
    id: null,
    type: "OKTA_GROUP",
    created: "",
    lastUpdated: "",
    lastMembershipUpdated: "",
    objectClass: [],
    profile: { name: "a", description: null },
    _links: null,
  };
  const shape = responseShape(getOperation("getGroup")) ?? { kind: "unknown" };
  expect(fits(shape, group)).toEqual([{ kind: "type", path: "id", expected: "string", found: "null" }]);
});
