import { post } from "./host.ts";
import { bareObject, stringifyJson } from "./primordials.ts";

// More than this would only wait in the host, where each takes memory that the isolate's limit does not see.
const MAX_IN_FLIGHT = 10_000;

/** What the host answers: a body, a body of a list that goes on, "no such object", or a failure with its reason as text. */
export const AnswerKind = { last: 0, more: 1, absent: 2, failed: 3 } as const;

/** How an answer reaches the read that waits for it. */
export type Settle = (kind: number, text: string) => void;

/** A read that was asked for. */
export interface Pending {
  readonly step: number;
  /** Tells the host that a failure of this read is allowed for. */
  readonly allowUnknown: () => void;
}

interface Waiting {
  readonly settle: Settle;
  message: string;
  unknownAllowed: boolean;
  sent: boolean;
}

const waiting = bareObject<Waiting>();
const settled = Promise.resolve();
let marks = "";
let steps = 0;
let sent = 0;
let delivered = 0;
let flushing = false;

/** Number of reads that the snippet has asked for so far. */
export function countAsked(): number {
  return steps;
}

/** Number of answers that the snippet has been given so far. */
export function countDelivered(): number {
  return delivered;
}

function flush(): void {
  flushing = false;
  let batch = marks;
  marks = "";
  for (; sent < steps && sent - delivered < MAX_IN_FLIGHT; sent += 1) {
    const one = waiting[sent];
    if (one === undefined) continue;
    one.sent = true;
    batch += `${batch === "" ? "" : ","}${one.message}${one.unknownAllowed ? ",1]" : ",0]"}`;
    one.message = "";
  }
  if (batch !== "") post("asks", `[${batch}]`);
}

// One message for all that is asked in the same turn.
async function flushSoon(): Promise<void> {
  if (flushing) return;
  flushing = true;
  await settled;
  flush();
}

/** Sends at once what has been asked for so far, so that the host works on it while the guest goes on. */
export function flushNow(): void {
  flush();
}

function parametersText(operationId: string, parameters: unknown): string {
  const text = parameters === undefined ? "{}" : stringifyJson(parameters);
  if (text !== undefined) return text;
  throw new TypeError(`The parameters of ${operationId} are no data. Pass one object with Okta's parameter names.`);
}

/**
 * Asks for one object or one page. Steps are numbered here, in the order in which the snippet asks.
 * The parameters are read once, now.
 */
export function ask(
  operationId: string,
  parameters: unknown,
  listing: number | undefined,
  page: number | undefined,
  settle: Settle,
): Pending {
  const text = parametersText(operationId, parameters);
  const step = steps;
  steps += 1;
  const first = page === undefined ? "null" : `${listing ?? step}`;
  const message = `[${step},${stringifyJson(operationId)},${text},${first},${page ?? "null"}`;
  const one: Waiting = { settle, message, unknownAllowed: false, sent: false };
  waiting[step] = one;
  void flushSoon();
  const allowUnknown = (): void => {
    if (one.unknownAllowed) return;
    one.unknownAllowed = true;
    if (!one.sent || waiting[step] === undefined) return;
    marks += `${marks === "" ? "" : ","}[${step}]`;
    void flushSoon();
  };
  return { step, allowUnknown };
}

/** The host's way in: gives one answer to the read that waits for it. Answers to nothing are ignored. */
export function deliver(step: number, kind: number, text: string): void {
  const one = waiting[step];
  if (one === undefined) return;
  delete waiting[step];
  delivered += 1;
  if (sent < steps) void flushSoon();
  one.settle(kind, text);
}
