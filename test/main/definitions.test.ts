import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "../../main/ask.ts";
import { defineWord, removeWord } from "../../main/definition/define-word.ts";
import { getDefinedWord, listDefinedWords } from "../../main/definition/show-definitions.ts";
import type { Front } from "../../main/front.ts";
import type { RunReport } from "../../main/run-report.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse, reportOf } from "../asking-house.ts";

let place: AskingHouse;
beforeAll(async () => {
  place = await openAskingHouse({ users: 120, seed: 5 });
});
afterAll(() => place.close());

const front: Front = { ...silentFront, yes: true };
const question = "Which contractors are active?";
const answer = async (with_: Front = front): Promise<RunReport> =>
  reportOf(await ask(place.house, { question, planner: "phrasebook", sampleSize: undefined }, with_));

/** Users whose userType is this, blanks and case aside, by the emulated org's own state. */
function usersOfType(type: string): readonly { readonly id: string; readonly status: string }[] {
  return place.emulator
    .dump()
    .users.map((user) => user as unknown as { id: string; status: string; profile: { userType?: string } })
    .filter((user) => (user.profile.userType ?? "").trim().toLowerCase() === type.toLowerCase());
}
const present = (list: readonly { readonly status: string }[]): number =>
  list.filter((user) => user.status !== "DEPROVISIONED").length;

test("a word without meaning is asked back, with what would define it and the requests made", async () => {
  const { outcome, declined } = await answer();
  expect(outcome).toBe("declined");
  expect(declined?.word).toBe("contractor");
  expect(declined?.alternatives?.map((one) => one.condition)).toContain('userType same "Contractor"');
  expect(declined?.requests.map((one) => one.operationId)).toEqual([
    "listUsers",
    "listUserTypes",
    "listUsers",
    "listGroups",
  ]);
  const { users, userTypes } = place.emulator.dump();
  const type = userTypes.find((one) => one["displayName"] === "Contractor")?.["id"];
  const ofType = users
    .map((user) => user as unknown as { status: string; type: { id: string } })
    .filter((user) => user.type.id === type);
  expect(
    declined?.alternatives?.find((one) => one.condition === 'user type "Contractor"')?.count,
    "users of the user type",
  ).toBe(present(ofType));
});

test("a defined word is counted, kept, journalled, and means the same in every question", async () => {
  const { word, count } = await defineWord(place.house, "Contractor", 'userType same "Contractor"', front);
  const matches = present(usersOfType("Contractor"));
  expect({ name: word.name, matches: word.versions.at(-1)?.matches }).toEqual({ name: "contractor", matches });
  expect(count?.requests.map((one) => one.operationId)).toEqual(["listUsers"]);
  const report = await answer();
  const active = usersOfType("Contractor").filter((user) => user.status === "ACTIVE");
  expect(new Set(report.rows.map((row) => row["id"]))).toEqual(new Set(active.map((user) => user.id)));
  expect(report.definitions.find((one) => one.name === "contractor")?.meaning).toContain(
    'users whose userType is "Contractor" (userType same "Contractor"; version 1 by ',
  );
});

test("a word that is defined again has both versions, and taken away it is asked back again", async () => {
  await defineWord(place.house, "contractor", 'group "Contractors"', front);
  const shown = await getDefinedWord(place.house, "contractor");
  expect(shown.versions.map(({ number, condition }) => ({ number, condition }))).toEqual([
    { number: 1, condition: 'userType same "Contractor"' },
    { number: 2, condition: 'group "Contractors"' },
  ]);
  await removeWord(place.house, "contractor");
  expect(await listDefinedWords(place.house)).toEqual([]);
  expect(
    place.house
      .journal()
      .definitions.list("contractor")
      .map(({ version, condition }) => [version, condition]),
  ).toEqual([
    [null, null],
    [2, 'group "Contractors"'],
    [1, 'userType same "Contractor"'],
  ]);
  expect((await answer()).outcome).toBe("declined");
});

test("a choice at the prompt is the word's meaning, for this once or for good", async () => {
  const choosing = (remember: boolean): Front => ({
    ...front,
    chooseMeaning: async (_word, _question, alternatives) => ({
      alternative: alternatives.findIndex((one) => one.condition === 'group "Contractors"'),
      remember,
    }),
  });
  const once = await answer(choosing(false));
  expect(once.outcome).toBe("answered");
  expect(await listDefinedWords(place.house)).toEqual([]);
  const kept = await answer(choosing(true));
  expect(kept.rows).toEqual(once.rows);
  expect((await listDefinedWords(place.house)).map((one) => one.name)).toEqual(["contractor"]);
});

test("what cannot be a definition is said", async () => {
  const define = async (word: string, condition: string): Promise<string> =>
    await defineWord(place.house, word, condition, front).then(
      () => "defined",
      (error: unknown) => (error instanceof Error ? error.message : ""),
    );
  expect(await define("active", 'userType same "C"')).toContain('"active" cannot be defined.');
  expect(await define("contractor", "userType = C")).toContain('"userType = C" is no condition');
  expect(await define("contractor", 'riskScore same "C"')).toContain("no attribute riskScore.");
});
