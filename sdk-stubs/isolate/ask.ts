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
  readonly toTheEnd: boolean;
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

// Added up, as the host takes them apart.
function flagsOf({ unknownAllowed, toTheEnd }: Waiting): number {
  return (unknownAllowed ? 1 : 0) + (toTheEnd ? 2 : 0);
}

function flush(): void {
  flushing = false;
  let batch = marks;
  marks = "";
  for (; sent < steps && sent - delivered < MAX_IN_FLIGHT; sent += 1) {
    const one = waiting[sent];
    if (one === undefined) continue;
    one.sent = true;
    batch += `${batch === "" ? "" : ","}${one.message},${flagsOf(one)}]`;
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

/** Parameters as they are sent. Throws where they are no data. */
export function parametersText(operationId: string, parameters: unknown): string {
  const text = parameters === undefined ? "{}" : stringifyJson(parameters);
  if (text !== undefined) return text;
  throw new TypeError(`The parameters of ${operationId} are no data. Pass one object with Okta's parameter names.`);
}

/** A page of a list. */
export interface PagePlace {
  /** The step of the list's first page; undefined for the first page itself. */
  readonly listing: number | undefined;
  /** From 0. */
  readonly page: number;
  /** The list is read to its end, whatever its pages hold: the host may have the next ones sent for ahead. */
  readonly toTheEnd: boolean;
}

/**
 * Asks for one object, or for one page of a list, with parameters as JSON text. Steps are numbered here, in the order in which the
 * snippet asks.
 */
export function ask(operationId: string, parameters: string, place: PagePlace | undefined, settle: Settle): Pending {
  const step = steps;
  steps += 1;
  const at = place === undefined ? "null,null" : `${place.listing ?? step},${place.page}`;
  const message = `[${step},${stringifyJson(operationId)},${parameters},${at}`;
  const one: Waiting = { settle, message, toTheEnd: place?.toTheEnd === true, unknownAllowed: false, sent: false };
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
