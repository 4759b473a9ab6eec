import { afterAll } from "vitest";
import { eraseTypes } from "../../../executor/bundle.ts";
import type { Program, RunOptions } from "../../../executor/program.ts";
import { createSandbox, type Sandbox } from "../../../executor/sandbox/sandbox.ts";
import type { Answer, AnswerAsk, Ask } from "../../../terms/ask.ts";
import type { RunEnd } from "../../../terms/run-end.ts";
import type { RunLimits } from "../../../terms/run-limits.ts";

/** Limits that no honest test reaches, and that end a hostile one soon. */
export const limits: RunLimits = {
  calls: 20_000,
  bytes: 200_000_000,
  wallMs: 8_000,
  cpuMs: 1_500,
  memoryMb: 128,
  resultBytes: 5_000_000,
  noteBytes: 10_000,
};

/** A response with that body. */
export function respond(body: unknown, hasMore = false): Answer {
  const text = JSON.stringify(body);
  return { kind: "response", load: () => text, bytes: Buffer.byteLength(text), hasMore };
}

/** Answers users: single ones by id, lists of `pages` pages of `size`. */
export function answerUsers(pages: number, size: number): AnswerAsk {
  return async ({ operationId, parameters, page }) => {
    if (operationId === "getUser") return respond(user(String(parameters["id"])));
    const first = (page ?? 0) * size;
    const items = Array.from({ length: size }, (_, index) => user(`u${first + index}`));
    return respond(items, (page ?? 0) < pages - 1);
  };
}

/** The same answers, each of which has arrived at once, and is kept when `kept` settles. */
export function arriving(answer: AnswerAsk, kept: () => Promise<unknown>): AnswerAsk {
  return async (ask, signal, onArrived): Promise<Answer> => {
    const given = await answer(ask, signal);
    if (given.kind === "response") {
      const text = given.load();
      onArrived?.({ text, body: JSON.parse(text), hasMore: given.hasMore });
    }
    await kept();
    return given;
  };
}

/** One user as Okta gives it, in short. */
function user(id: string): object {
  return { id, status: "ACTIVE", profile: { login: `${id}@example.com` } };
}

/** What a test may set beside the snippet. */
export interface Given extends Partial<Omit<Program, "code" | "map">>, Partial<RunOptions> {}

/** Makes a program of a snippet's text. The gate and the compiler have no part in it. */
export async function programOf(source: string, given: Given = {}): Promise<Program> {
  return {
    ...(await eraseTypes(source)),
    operationIds: given.operationIds ?? ["getUser", "listUsers"],
    parameters: given.parameters ?? {},
    clock: given.clock ?? "2026-11-23T09:00:00.000Z",
    timeZone: given.timeZone ?? "Europe/Berlin",
    mode: given.mode ?? "plain",
    ...(given.sampleSize === undefined ? {} : { sampleSize: given.sampleSize }),
  };
}

/** A sandbox for one test file, closed at its end, with a way to run a snippet's text in it. */
export function openSandbox(): {
  readonly sandbox: Sandbox;
  readonly run: (source: string, given?: Given) => Promise<RunEnd>;
} {
  const sandbox = createSandbox();
  afterAll(() => sandbox.close());
  return {
    sandbox,
    async run(source, given = {}) {
      const program = await programOf(source, given);
      return await sandbox.run(program, {
        limits: given.limits ?? limits,
        answer: given.answer ?? answerUsers(3, 2),
        ...(given.signal === undefined ? {} : { signal: given.signal }),
        ...(given.onProgress === undefined ? {} : { onProgress: given.onProgress }),
        ...(given.onLimit === undefined ? {} : { onLimit: given.onLimit }),
        ...(given.concurrency === undefined ? {} : { concurrency: given.concurrency }),
        ...(given.onDelivered === undefined ? {} : { onDelivered: given.onDelivered }),
      });
    },
  };
}

/** The body of a default function as a whole snippet. */
export function body(text: string): string {
  return `import { okta, each, named, exactlyOne, declined, same, targetOf, notKnown, now, daysAgo, hoursAgo, daysSince, isBefore, dayOf, startOfDay, filter, note, inputTable } from 'okta'
export default async function (params) {
${text}
}
`;
}

/** The short form of an end: its rows, or what went wrong. */
export function outcome(end: RunEnd): unknown {
  switch (end.kind) {
    case "finished":
      return end.rows;
    case "declined":
      return { declined: end.reason, candidates: end.candidates.map((one) => one.name) };
    case "failed":
    case "stopped":
      return { [end.kind]: end.failure.code, details: end.failure.details };
  }
}

/** A step of an ask in a few words, to compare orders. */
export function nameOf({ step, operationId, page }: Ask): string {
  return `${step} ${operationId}${page === undefined ? "" : ` page ${page}`}`;
}
