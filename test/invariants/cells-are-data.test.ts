// Invariant 4: a cell that is said to come from Okta stands in a kept response, in the row where it is shown; a column of the
// snippet's own text is a finding.
import { afterAll, beforeAll, expect, test } from "vitest";
import { evidence } from "../../main/evidence.ts";
import { openAskingHouse, reportOf, type AskingHouse } from "../asking-house.ts";

let place: AskingHouse;
beforeAll(async () => {
  place = await openAskingHouse({ users: 200, seed: 3 });
});
afterAll(() => place.close());

test("every direct cell of the first rows is the value that stands at its place", async () => {
  const report = reportOf(await place.ask("Which active users have access to GitHub and no active MFA factor?"));
  const shown: unknown[] = [];
  const kept: unknown[] = [];
  for (const [row, cells] of report.rows.slice(0, 5).entries()) {
    const traced = await evidence(place.house, "last", { row, column: undefined });
    for (const cell of traced.cells.filter((one) => one.origin.kind === "direct")) {
      shown.push([row, cell.column, cells[cell.column]]);
      kept.push([row, cell.column, cell.evidence === "value" ? cell.places[0]?.value : cell.evidence]);
    }
  }
  expect(shown.length).toBeGreaterThan(15);
  expect(kept).toEqual(shown);
});

test("rows of the snippet's own text are a finding, also beside a real read", async () => {
  const result = await place.run(`import { okta } from 'okta'
export const title = 'Made up'
export default async function () {
  const users = await okta.listUsers({}).all()
  return users.map((user) => ({ id: user.id, risk: 'high' }))
}
`);
  expect(result.kind === "findings" ? result.findings.map((finding) => finding.code) : result.kind).toEqual([
    "origins/literal-column",
  ]);
});
