import { expect, test } from "vitest";
import { baseSchema } from "../../../registry/schema-attributes.ts";
import { body, openSandbox, programOf, limits, answerUsers, outcome } from "./run-snippet.ts";

const { sandbox, run } = openSandbox();

test("a filter that is put together at run time is checked before it is sent", async () => {
  const sent: string[] = [];
  const program = await programOf(
    body(
      "const name = 'last' + 'Login'; await okta.listUsers({ search: name + ' lt \"2026-01-01\"' }).all(); return []",
    ),
  );
  const end = await sandbox.run(
    { ...program, orgSchema: baseSchema() },
    { limits, answer: answerUsers(1, 1), onDelivered: ({ operationId }) => sent.push(operationId) },
  );
  expect([end.kind === "failed" ? end.failure.code : end, sent]).toEqual(["bridge/bad-parameters", []]);
});

test("parameters are read once, when they are asked with", async () => {
  const asked: unknown[] = [];
  const text =
    "const parameters = { id: 'a' }; const read = okta.getUser(parameters); parameters.id = 'b'; return [{ id: (await read).id }]";
  await run(body(text), { onDelivered: ({ parameters }) => asked.push({ ...parameters }) });
  expect(asked).toEqual([{ id: "a" }]);
});

test("more reads than may be underway at once are all answered, in order", async () => {
  const text = `const ids = Array.from({ length: 12000 }, (_, i) => 'u' + i)
    const users = await Promise.all(ids.map((id) => okta.getUser({ id })))
    return [{ right: users.every((user, i) => user.id === ids[i]), count: users.length }]`;
  const end = await run(body(text), { limits: { ...limits, cpuMs: 20_000, wallMs: 30_000 } });
  expect(outcome(end)).toEqual([{ right: true, count: 12_000 }]);
});

test("what is wrong with a parameter is said by its name", async () => {
  const end = await run(body("await okta.getUser({ userId: 'a' }); return []"));
  expect(end.kind === "failed" ? end.failure.details : end).toEqual({
    operationId: "getUser",
    parameter: "userId",
    reason: "is no parameter of getUser, which has id, expand",
  });
});
