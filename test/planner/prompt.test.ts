import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { liftValues, restoreSource, restoreText } from "../../planner/hygiene.ts";
import { renderFirstMessage } from "../../planner/prompt/first-message.ts";
import { helpers } from "../../planner/prompt/helpers.ts";

test("the prompt names every helper of the prelude, and no other", () => {
  const prelude = readFileSync("sdk-stubs/prelude.d.ts", "utf8");
  const declared = [...prelude.matchAll(/^export function (\w+)/gm)].map((match) => match[1] ?? "");
  const named = [...helpers.matchAll(/(\w+)(?=[(`])/g)]
    .map((match) => match[1] ?? "")
    .filter((name) => name !== "orUnknown");
  expect([...new Set(named)].toSorted()).toEqual(declared.toSorted());
});

test("the first message holds what belongs to one question, and nothing that is not there", () => {
  const message = {
    question: 'Who is in "Sales"?',
    clock: "2026-11-23T20:00:00.000Z",
    definitions: [{ name: "contractor", version: 2, meaning: "userType is C." }],
    operations: ["listUsers: Users."],
    canLookUp: true,
  };
  expect([
    renderFirstMessage(message),
    renderFirstMessage({ ...message, definitions: [], operations: [], canLookUp: false }),
  ]).toEqual([
    'Question: "Who is in \\"Sales\\"?"\n\nToday is 2026-11-23.\n\nMeanings:\n- contractor: userType is C.\n\nOperations that may fit:\nlistUsers: Users.',
    'Question: "Who is in \\"Sales\\"?"\n\nToday is 2026-11-23. Look-ups are off.',
  ]);
});

test.each([
  ["Which groups is jane.doe@acme.com in?", "Which groups is <login1> in?"],
  ["Compare a@b.co with c@d.co and A@b.co and a@b.co", "Compare <login1> with <login2> and <login3> and <login1>"],
  ["Who is 00u1abcd2EFGH3ijkl45?", "Who is <id1>?"],
  ["Sign-ins from 10.1.2.3.", "Sign-ins from <address1>."],
  ["zoë.o'brien+test@exämple.com, please", "<login1>, please"],
  ["Users with an @acme.com address since 2026-01-01", "Users with an @acme.com address since 2026-01-01"],
  [
    "Is version 1.2.3.4.5 in the counterrevolutionary group?",
    "Is version 1.2.3.4.5 in the counterrevolutionary group?",
  ],
])("%s is sent as: %s", (question, text) => {
  const lifted = liftValues(question);
  expect({ text: lifted.text, restored: restoreText(lifted.text, lifted.values) }).toEqual({
    text,
    restored: question,
  });
});

test("values go back into literals only, and leave templates of the same name alone", () => {
  const { values } = liftValues("Is o'brien@acme.com active?");
  const source = "const params = { login1: '<login1>' }; filter`profile.login eq ${login1}`";
  expect(restoreSource(source, values)).toBe(
    "const params = { login1: 'o\\'brien@acme.com' }; filter`profile.login eq ${login1}`",
  );
});
