import { expect, test } from "vitest";
import { caveatsOf } from "../../registry/caveats.ts";
import { findOperation, listOperations } from "../../registry/catalogue.ts";
import { cheaperThan, noteOf, notedOperations, summaryOf } from "../../registry/notes.ts";
import { readShared, withoutSharedData } from "../shared-data.ts";

test("every note is about an operation of the catalogue", () => {
  expect(notedOperations().filter((id) => findOperation(id) === undefined)).toEqual([]);
});

test.skipIf(withoutSharedData)(
  "each of the 130 operations that matter has a note of one or two lines beside its summary",
  () => {
    const ranked: readonly { readonly operationId: string }[] = JSON.parse(
      readShared("okta-spec/operations-ranked.json"),
    );
    const fitting = ranked.filter(({ operationId }) => /^[A-Z_a-z][^\n]{20,360}\.$/.test(noteOf(operationId) ?? ""));
    expect([ranked.length, fitting.length]).toEqual([130, 130]);
  },
);

test("a note names no operation, and tells none as cheaper, that Okta lacks", () => {
  const named = notedOperations().flatMap((id) => noteOf(id)?.match(/\b(?:list|get)[A-Z]\w+/g) ?? []);
  expect(named.filter((id) => findOperation(id) === undefined)).toEqual([]);
});

test("every operation has a summary of one line", () => {
  const poor = listOperations().filter(({ operationId }) => !/^[A-Z][^\n]{5,140}\.$/.test(summaryOf(operationId)));
  expect(poor.map((one) => one.operationId)).toEqual([]);
});

test("a loop over a single read is told what is cheaper", () => {
  expect([cheaperThan("listGroupOwners"), cheaperThan("listAssignedRolesForUser"), noteOf("suspendUser")]).toEqual([
    undefined,
    "listUsersWithRoleAssignments and members of groups with roles first, then roles of those users only.",
    undefined,
  ]);
});

test("caveats carry stable ids", () => {
  expect(caveatsOf("listFactors").map((one) => one.id)).toEqual([
    "factors-depend-on-policy",
    "okta-verify-is-several-rows",
  ]);
});

test("caveats are about operations of the catalogue", () => {
  const ids = listOperations().flatMap((one) => caveatsOf(one.operationId));
  expect(ids.length).toBeGreaterThan(40);
});
