import { Session } from "node:inspector/promises";
import { expect, test } from "vitest";
import { AnswerQueue } from "../../../executor/bridge/answer-queue.ts";
import { createSpending } from "../../../executor/bridge/spending.ts";
import { createWaitingRoom } from "../../../executor/bridge/waiting-room.ts";
import type { AnswerAsk } from "../../../terms/ask.ts";
import { limits } from "../sandbox/run-snippet.ts";

async function usedHeap(): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post("HeapProfiler.collectGarbage");
  session.disconnect();
  return process.memoryUsage().heapUsed / 1_048_576;
}

// Longer ones would stand outside of the heap.
const characters = 1_000_000;

/** Never answers the first read; answers each other one with a text of its own, which it can load again. */
const answer: AnswerAsk = async ({ step }, _signal, onArrived) => {
  if (step === 0) return await new Promise(() => undefined);
  const text = Buffer.alloc(characters, String(step % 10)).toString("latin1");
  onArrived?.({ text, body: undefined, hasMore: false });
  return { kind: "response", load: () => "again", fresh: "as-arrived", bytes: characters, hasMore: false };
};

test("answers that wait behind one that does not come take no more memory than the waiting room has", async () => {
  const before = await usedHeap();
  const answered = Promise.withResolvers<void>();
  let waiting = 0;
  const queue = new AnswerQueue({
    answer,
    waitingRoom: createWaitingRoom(undefined),
    concurrency: 300,
    signal: new AbortController().signal,
    spending: createSpending({ limits }, answered.reject, answered.reject),
    deliver: () => 0,
    fail: answered.reject,
    reject: answered.reject,
    onAsked: () => undefined,
    onAnswered() {
      waiting += 1;
      if (waiting === 200) answered.resolve();
    },
  });
  for (let step = 0; step <= 200; step += 1) {
    const ask = { step, operationId: "getUser", parameters: {}, listing: undefined, page: undefined };
    queue.add({ ask, unknownAllowed: false, toTheEnd: false });
  }
  await answered.promise;
  expect((await usedHeap()) - before).toBeLessThan(100);
});
