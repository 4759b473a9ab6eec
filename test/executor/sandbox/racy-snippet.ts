import type { AnswerAsk } from "../../../terms/ask.ts";
import type { RunEnd } from "../../../terms/run-end.ts";
import { createHash } from "node:crypto";
import type { RecordedRead, Recording } from "../../../terms/recording.ts";
import { answerUsers, body } from "./run-snippet.ts";

/** Reads in parallel and lets the order in which answers come decide its rows. */
export const racySnippet: string = body(`
  const rows = []
  const push = (what, id) => rows.push({ place: rows.length, what, id })
  const walk = async () => { for await (const { id } of okta.listUsers({})) push('listed', id) }
  const read = async (id) => { const first = await okta.getUser({ id }); push('first', first.id)
    if (rows.length % 3 === 0) push('second', (await okta.getUser({ id: id + 'again' })).id) }
  const ids = Array.from({ length: 25 }, (_, index) => 'r' + index)
  await Promise.all([walk(), ...ids.map(read), Promise.race(ids.map((id) => okta.getUser({ id }))).then(({ id }) => push('won', id))])
  return rows`);

/** The same answers after a while that differs each time. */
export function late(answer: AnswerAsk, mostMs: number): AnswerAsk {
  return async (ask, signal) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * mostMs));
    return await answer(ask, signal);
  };
}

/** Keeps what an answering function says, as a journal would. */
export function record(
  answer: AnswerAsk,
  source: string,
): { readonly answer: AnswerAsk; readonly recording: Recording } {
  const reads = new Map<number, RecordedRead>();
  const bodies = new Map<string, string>();
  const keep: AnswerAsk = async (ask, signal) => {
    const given = await answer(ask, signal);
    const text = given.kind === "response" ? given.load() : undefined;
    const bodyHash = text === undefined ? undefined : createHash("sha256").update(text).digest("hex");
    if (bodyHash !== undefined && text !== undefined) bodies.set(bodyHash, text);
    reads.set(ask.step, {
      ...ask,
      kind: given.kind,
      bodyHash,
      bytes: text?.length ?? 0,
      hasMore: given.kind === "response" && given.hasMore,
      cursor: undefined,
      failure: given.kind === "failed" ? given.failure : undefined,
      exchange: undefined,
    });
    return given;
  };
  const recording: Recording = {
    run: "r",
    source,
    parameters: {},
    tables: [],
    clock: "2026-11-23T09:00:00.000Z",
    timeZone: "Europe/Berlin",
    versions: {
      attest: "",
      node: "",
      isolatedVm: "",
      typescript: "",
      esbuild: "",
      registry: "",
      stub: "",
      runtime: "",
      projection: "",
    },
    get steps() {
      return reads.size;
    },
    find: (step) => reads.get(step),
    loadBody: (hash) => bodies.get(hash) ?? "",
  };
  return { answer: keep, recording };
}

/** Rows and notes of an end as bytes, to be compared. */
export function bytesOf(end: RunEnd): string {
  return end.kind === "finished" ? JSON.stringify([end.rows, end.notes]) : JSON.stringify(end);
}

/** Few pages, few items: enough to be racy. */
export const answerRacy: AnswerAsk = answerUsers(4, 3);
