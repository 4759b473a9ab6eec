import type { OktaRead } from "../../okta/client.ts";

/** Who asks: the snippet of a run, or Attest by itself: roles, schemas, the token's age, what `doctor` looks at. */
export type Asker = "run" | "attest";

/** Requests to an org in one minute; each try counts. */
export interface CallCounts {
  readonly calls: number;
  /** Answers of 429, whether or not a later try made up for them. */
  readonly refused: number;
  /** Tries that the API failed: no answer, an unreadable one, 5xx, or a 4xx that is no answer to who asked. */
  readonly failed: number;
}

/** The requests of one minute, counted since 1970. */
export interface MinuteOfCalls extends CallCounts {
  readonly minute: number;
}

/** Nothing was called. */
export const noCalls: CallCounts = { calls: 0, refused: 0, failed: 0 };

const minuteMs = 60_000;
/** The longest time that anything is judged over. */
const keptMinutes = 60;

/** Answers that say "no", "not found" or "too many", each of which has an alert of its own or is an answer. */
const noFault = new Set([401, 404, 429]);

/** Whether a 4xx is what was asked for: Attest asks by itself also to learn what the credential may not read. */
function isAnswer(status: number, asker: Asker): boolean {
  return noFault.has(status) || (asker === "attest" && status < 500);
}

function isFailed(status: number | undefined, reason: string | undefined, asker: Asker): boolean {
  if (status === undefined) return true;
  return status >= 400 ? !isAnswer(status, asker) : reason !== undefined;
}

/** The tries of one read, counted. One that was stopped from here has no answer, which is no fault of the API. */
export function countRead(read: OktaRead, asker: Asker): CallCounts {
  const isStopped = read.kind === "failed" && read.failure.code === "run/cancelled";
  const attempts = read.exchange.attempts.filter((attempt) => attempt.status !== undefined || !isStopped);
  return {
    calls: attempts.length,
    refused: attempts.filter((attempt) => attempt.status === 429).length,
    failed: attempts.filter((attempt) => isFailed(attempt.status, attempt.reason, asker)).length,
  };
}

/** Both together. */
export function sumCalls(one: CallCounts, other: CallCounts): CallCounts {
  return {
    calls: one.calls + other.calls,
    refused: one.refused + other.refused,
    failed: one.failed + other.failed,
  };
}

/** The minutes with these calls in the present one, and without those that are too old to count. */
export function addCalls(
  minutes: readonly MinuteOfCalls[],
  counts: CallCounts,
  nowMs: number,
): readonly MinuteOfCalls[] {
  const minute = Math.floor(nowMs / minuteMs);
  const present = sumCalls(minutes.find((one) => one.minute === minute) ?? noCalls, counts);
  const before = minutes.filter((one) => one.minute !== minute && one.minute > minute - keptMinutes);
  return present.calls === 0 ? before : [...before, { minute, ...present }];
}

/** The calls of the last so many minutes, the present one among them. */
export function callsOfLast(minutes: readonly MinuteOfCalls[], count: number, nowMs: number): CallCounts {
  const first = Math.floor(nowMs / minuteMs) - count + 1;
  return minutes.filter((one) => one.minute >= first).reduce(sumCalls, noCalls);
}
