import { expect, test } from "vitest";
import { watchDrift } from "../../main/run/drift-watch.ts";
import type { FreshBody } from "../../terms/ask.ts";

function response(body: unknown): FreshBody {
  return { text: JSON.stringify(body), body };
}

const odd = response({ id: "oty1", wings: true });

test("of many responses of an operation the first are compared and then a few, never more than wait", () => {
  const watch = watchDrift();
  for (let count = 0; count < 5000; count += 1) watch.see("getUserType", odd);
  const [{ operationId, deviating, sampled } = { operationId: "none", deviating: 0, sampled: 0 }] = watch.settle();
  expect([operationId, deviating === sampled, sampled >= 1, sampled <= 64]).toEqual(["getUserType", true, true, true]);
});

test("a response that would take long by itself is not compared", () => {
  const watch = watchDrift();
  watch.see("getUserType", response({ id: "oty1", wings: "a".repeat(5_000_000) }));
  expect(watch.settle()).toEqual([]);
});

test("a run without responses has no warnings", () => {
  expect(watchDrift().settle()).toEqual([]);
});
