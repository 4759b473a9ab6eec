import { expect, test } from "vitest";
import { answerFromRecording, answerResuming, checkReplayed } from "../../../executor/replay.ts";
import type { Answer, AnswerAsk } from "../../../terms/ask.ts";
import type { Recording } from "../../../terms/recording.ts";
import { answerRacy, bytesOf, late, racySnippet, record } from "./racy-snippet.ts";
import { answerUsers, body, nameOf, openSandbox, outcome } from "./run-snippet.ts";

const { run } = openSandbox();

test("a racy snippet gives one result whatever the network does", async () => {
  const seen = new Set<string>();
  for (let round = 0; round < 12; round += 1) {
    seen.add(bytesOf(await run(racySnippet, { answer: late(answerRacy, round * 4), concurrency: 1 + round * 5 })));
  }
  expect(seen.size).toBe(1);
});

test("answers are delivered in the order of the asks", async () => {
  const delivered: string[] = [];
  const slowFirst: AnswerAsk = async (ask, signal) => {
    await new Promise((resolve) => setTimeout(resolve, ask.step === 0 ? 100 : 0));
    return await answerRacy(ask, signal);
  };
  const text =
    "await Promise.all(['a', 'b'].map((id) => okta.getUser({ id }))); await okta.listUsers({}).first(4); return []";
  await run(body(text), { answer: slowFirst, onDelivered: (ask) => delivered.push(nameOf(ask)) });
  expect(delivered).toEqual(["0 getUser", "1 getUser", "2 listUsers page 0", "3 listUsers page 1"]);
});

test("a replay gives the same bytes", async () => {
  const live = record(late(answerRacy, 20), racySnippet);
  const first = await run(racySnippet, { answer: live.answer });
  const again = await run(racySnippet, { answer: answerFromRecording(live.recording) });
  expect(bytesOf(checkReplayed(live.recording, again))).toBe(bytesOf(first));
});

const twoReads = body("await okta.getUser({ id: 'a' }); return [{ id: (await okta.getUser({ id: 'b' })).id }]");

test("an edited snippet diverges at the step that was edited, also behind orUnknown", async () => {
  const { answer, recording } = record(answerRacy, twoReads);
  await run(twoReads, { answer });
  const edited = body("await okta.getUser({ id: 'a' }); await okta.getUser({ id: 'c' }).orUnknown(); return []");
  expect(outcome(await run(edited, { answer: answerFromRecording(recording) }))).toEqual({
    failed: "replay/diverged",
    details: { step: 1, recorded: 'getUser {"id":"b"}', asked: 'getUser {"id":"c"}' },
  });
});

test("a snippet that asks for more than was recorded is incomplete", async () => {
  const { answer, recording } = record(answerRacy, twoReads);
  await run(body("await okta.getUser({ id: 'a' }); return []"), { answer });
  const end = await run(twoReads, { answer: answerFromRecording(recording) });
  expect(outcome(end)).toEqual({ failed: "replay/incomplete", details: { step: 1 } });
});

test("a snippet that asks for less than was recorded has diverged", async () => {
  const { answer, recording } = record(answerRacy, twoReads);
  await run(twoReads, { answer });
  const end = await run(body("await okta.getUser({ id: 'a' }); return []"), { answer: answerFromRecording(recording) });
  expect(outcome(checkReplayed(recording, end))).toEqual({
    failed: "replay/diverged",
    details: { step: 1, recorded: 'getUser {"id":"b"}', asked: "nothing more" },
  });
});

test("a resumed run sends no answered read again and ends as the whole run would have", async () => {
  const whole = await run(racySnippet, { answer: answerRacy });
  const { answer, recording } = record(answerRacy, racySnippet);
  const lost: AnswerAsk = async (ask, signal): Promise<Answer> => {
    if (ask.step >= 40) throw new DOMException("the network is gone", "AbortError");
    return await answer(ask, signal);
  };
  await run(racySnippet, { answer: lost }).catch(() => {});
  const sent: number[] = [];
  const live: AnswerAsk = async (ask, signal) => {
    sent.push(ask.step);
    return await answerRacy(ask, signal);
  };
  const resumed = await run(racySnippet, { answer: answerResuming(recording, live) });
  expect([bytesOf(resumed), Math.min(...sent)]).toEqual([bytesOf(whole), 40]);
});

test("where a page of a list is read again, so are the pages behind it that were recorded, and what they hold is not mixed in", async () => {
  const list = body("return (await okta.listUsers({}).all()).map(({ id }) => ({ id }))");
  const { answer, recording } = record(answerUsers(4, 2), list);
  await run(list, { answer });
  const torn: Recording = { ...recording, find: (step) => (step === 1 ? undefined : recording.find(step)) };
  const sent: string[] = [];
  const changed: AnswerAsk = async (ask, signal) => {
    sent.push(nameOf(ask));
    return await answerUsers(4, 3)(ask, signal);
  };
  const end = await run(list, { answer: answerResuming(torn, changed) });
  expect([end.kind === "finished" && end.rows.map(({ id }) => id), sent]).toEqual([
    ["u0", "u1", "u3", "u4", "u5", "u6", "u7", "u8", "u9", "u10", "u11"],
    ["1 listUsers page 1", "2 listUsers page 2", "3 listUsers page 3"],
  ]);
});
