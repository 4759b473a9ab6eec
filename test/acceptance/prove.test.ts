// A value is changed in a copy of the recording, and the cell that it is said to have come from changes with it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { prove } from "../../main/prove.ts";
import { openAskingHouse, reportOf, type AskingHouse } from "../asking-house.ts";

let place: AskingHouse;
beforeAll(async () => {
  place = await openAskingHouse({ users: 200, seed: 3 });
});
afterAll(() => place.close());

test("a login is proved: changing it in the recorded response changes the cell", async () => {
  const report = reportOf(await place.ask("Which active users have access to GitHub and no active MFA factor?"));
  const login = report.rows[0]?.["login"];
  const changed = typeof login === "string" ? `${login} (changed)` : login;
  const { proofs, value } = await prove(place.house, "last", { row: 0, column: "login" });
  expect({ value, before: login, proofs: proofs.map(({ proof }) => proof) }).toEqual({
    value: login,
    before: login,
    proofs: [
      {
        kind: "cell-changed",
        before: login,
        after: changed,
        changedTo: changed,
      },
    ],
  });
});
