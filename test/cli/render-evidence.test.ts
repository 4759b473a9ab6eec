import { expect, test } from "vitest";
import { renderEvidence } from "../../cli/render/render-evidence.ts";
import type { TracedPlace } from "../../main/evidence-report.ts";

function placeOf(pointer: string, value: unknown): TracedPlace {
  return {
    step: 0,
    operationId: "listUsers",
    request: "GET /api/v1/users?limit=200",
    pointer,
    value,
    items: null,
    at: "2026-11-26T09:00:00.000Z",
    status: 200,
    oktaRequestId: "reqZ",
  };
}

test("an item that was counted is shown by its start, and what stands in it is left to --json", () => {
  const long = { id: "00u1", status: "ACTIVE", profile: { login: "ada@example.com", about: "x".repeat(500) } };
  const text = renderEvidence({
    run: "r1",
    title: "Users by status",
    org: "https://acme.okta.com",
    orgName: "Acme",
    row: 0,
    cells: [
      {
        column: "users",
        value: 2,
        origin: { kind: "count", fields: ["listUsers ", "listUsers status"], chosenBy: [] },
        evidence: "items",
        places: [placeOf("/0", long), placeOf("/3", { id: "00u4" })],
      },
    ],
  });
  expect(text.split("\n").filter((line) => line.startsWith("      at "))).toEqual([
    `      at /0: ${JSON.stringify(long).slice(0, 120)} … (--json gives all)`,
    '      at /3: {"id":"00u4"}',
  ]);
});
