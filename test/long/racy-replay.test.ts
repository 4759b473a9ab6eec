import { expect, test } from "vitest";
import { answerFromRecording } from "../../executor/replay.ts";
import { answerRacy, bytesOf, late, racySnippet, record } from "../executor/sandbox/racy-snippet.ts";
import { openSandbox } from "../executor/sandbox/run-snippet.ts";

const { run } = openSandbox();

test("100 runs of a racy snippet with latencies up to 200 ms give one result", { timeout: 120_000 }, async () => {
  const seen = new Set<string>();
  for (let round = 0; round < 100; round += 1) {
    seen.add(bytesOf(await run(racySnippet, { answer: late(answerRacy, round * 2), concurrency: 1 + (round % 64) })));
  }
  expect(seen.size).toBe(1);
});

test("50 stored runs replay to the same bytes", { timeout: 120_000 }, async () => {
  const pairs: boolean[] = [];
  for (let round = 0; round < 50; round += 1) {
    const { answer, recording } = record(late(answerRacy, 10), racySnippet);
    const first = bytesOf(await run(racySnippet, { answer }));
    pairs.push(first === bytesOf(await run(racySnippet, { answer: answerFromRecording(recording) })));
  }
  expect(pairs.filter(Boolean).length).toBe(50);
});
