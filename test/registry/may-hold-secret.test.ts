import { expect, test } from "vitest";
import { getOperation, listOperations } from "../../registry/catalogue.ts";
import { mayHoldSecret } from "../../registry/may-hold-secret.ts";
import { openShape, removeSecrets, shapesOfResponse } from "../../registry/secrets.ts";
import type { Operation } from "../../registry/operation.ts";
import { secretEndings, secretNames } from "../../registry/overlay/secret-fields.ts";
import type { Shape } from "../../registry/shape.ts";
import { readShared, withoutSharedData } from "../shared-data.ts";

/** Whole numbers below `bound`, the same in every run of the tests. */
function createDice(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % bound;
  };
}

const inventedKeys = [
  ...secretNames,
  ...secretEndings,
  ...secretEndings.map((ending) => `my_${ending.toUpperCase()}`),
  "passwordField",
  "a\\",
  'quoted"apiKey',
  "__proto__",
];

/** A body that wanders down the operation's shapes, with keys put in that the shapes lack, many of them secret. */
function inventBody(operation: Operation, roll: (bound: number) => number): unknown {
  const value = (shapes: readonly Shape[], depth: number): unknown => {
    const opened = shapes.map(openShape);
    const items = opened.flatMap((one) => one.items);
    const objects = opened.flatMap((one) => one.objects);
    if (depth === 0 || (items.length === 0 && objects.length === 0 && roll(3) > 0)) return ["text", 7, null][roll(3)];
    if (items.length > 0) return Array.from({ length: 1 + roll(2) }, () => value(items, depth - 1));
    const entries: [string, unknown][] = [];
    const known = objects.flatMap((one) => Object.entries(one.properties));
    for (let count = roll(4); count > 0 && known.length > 0; count -= 1) {
      const [key, property] = known[roll(known.length)] ?? ["id", undefined];
      entries.push([key, value(property === undefined ? [] : [property.shape], depth - 1)]);
    }
    const others = objects.flatMap((one) => (one.others === undefined ? [] : [one.others]));
    if (roll(2) === 0) entries.push([inventedKeys[roll(inventedKeys.length)] ?? "", value(others, depth - 1)]);
    return Object.fromEntries(entries);
  };
  return value(shapesOfResponse(operation), 6);
}

test("no body is passed over that has a secret to be taken out", () => {
  const roll = createDice(20_260_601);
  let secret = 0;
  let passed = 0;
  const missed: string[] = [];
  for (const operation of listOperations()) {
    for (let round = 0; round < 12; round += 1) {
      const text = JSON.stringify(inventBody(operation, roll));
      const body: unknown = JSON.parse(text);
      const isSecret = removeSecrets(operation, body) !== body;
      const isMaybe = mayHoldSecret(operation, body);
      if (isSecret) secret += 1;
      if (!isMaybe) passed += 1;
      if (isSecret && !isMaybe) missed.push(`${operation.operationId} ${text}`);
    }
  }
  expect([missed, secret > 500, passed > 3000]).toEqual([[], true, true]);
});

test.skipIf(withoutSharedData)("of recorded bodies without a secret nearly all are passed over", () => {
  const recorded = readShared("recordings/get.ndjson")
    .trim()
    .split("\n")
    .map((line): { readonly operationId: string; readonly body: unknown } => JSON.parse(line));
  const whole = recorded.filter((one) => removeSecrets(getOperation(one.operationId), one.body) === one.body);
  const walked = whole.filter((one) => mayHoldSecret(getOperation(one.operationId), one.body));
  expect([whole.length > 150, walked.length / whole.length < 0.1]).toEqual([true, true]);
});

test("a body without a secret is given back itself, one with a secret is left as it was", () => {
  const whole = [{ id: "00u1", credentials: { password: {}, provider: { type: "OKTA" } } }];
  const held = [{ id: "00u1", credentials: { recovery_question: { question: "q", answer: "a" } } }];
  const cleaned = removeSecrets(getOperation("listUsers"), held);
  expect([removeSecrets(getOperation("listUsers"), whole) === whole, held, cleaned]).toEqual([
    true,
    [{ id: "00u1", credentials: { recovery_question: { question: "q", answer: "a" } } }],
    [{ id: "00u1", credentials: { recovery_question: { question: "q" } } }],
  ]);
});
