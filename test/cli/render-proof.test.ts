import { expect, test } from "vitest";
import { renderProof } from "../../cli/render/render-proof.ts";
import type { ProofReport } from "../../main/prove.ts";

const place: ProofReport["proofs"][number]["place"] = {
  step: 3,
  pointer: "",
  operationId: "listFactors",
  request: "GET /api/v1/users/00u1/factors",
  at: "2026-11-26T08:00:00.000Z",
  value: null,
  items: 3,
  status: 200,
  oktaRequestId: null,
};

function rendered(value: number, proof: ProofReport["proofs"][number]["proof"]): string {
  return renderProof({ run: "r1", row: 0, column: "factors", value, proofs: [{ place, proof }] });
}

test("a number is proved by the items that were taken away, and where none of them counted that is said", () => {
  expect([
    rendered(2, { kind: "cell-changed", before: 2, after: 0, changedTo: "no items in place of 3" }),
    rendered(0, { kind: "no-effect", changedTo: "no items in place of 3" }),
    rendered(0, { kind: "no-such-place" }),
  ]).toEqual([
    "factors = 2, run r1, row 0\n  read 3, its items\n    proved: with no items in place of 3 there, the cell became 0",
    "factors = 0, run r1, row 0\n  read 3, its items\n    not shown: with no items in place of 3 there, nothing changed; what was taken away did not count here",
    "factors = 0, run r1, row 0\n  read 3, its items\n    not shown: nothing stands at this place that could be changed; its list may be empty",
  ]);
});
