import type { ServerResponse } from "node:http";
import type { Answer } from "./answer.ts";
import type { FaultKind, FaultRule } from "./faults.ts";
import type { Spent } from "./rate-limits.ts";

let dateSecond = 0;
let dateHeader = "";

function dateOf(nowMs: number): string {
  const second = Math.floor(nowMs / 1000);
  if (second !== dateSecond) {
    dateSecond = second;
    dateHeader = new Date(second * 1000).toUTCString();
  }
  return dateHeader;
}

/** What belongs to an answer on the wire besides its own headers. */
export interface Envelope {
  readonly nowMs: number;
  readonly requestId: string;
  /** Absent where Okta sends no rate-limit headers. */
  readonly spent: Spent | undefined;
}

type OutgoingHeaders = Record<string, string | string[]>;

function headersOf(answer: Answer, envelope: Envelope, length: number): OutgoingHeaders {
  const headers: OutgoingHeaders = {
    date: dateOf(envelope.nowMs),
    "content-type": "application/json",
    "x-okta-request-id": envelope.requestId,
  };
  if (envelope.spent !== undefined) {
    headers["x-rate-limit-limit"] = String(envelope.spent.limit);
    headers["x-rate-limit-remaining"] = String(envelope.spent.remaining);
    headers["x-rate-limit-reset"] = String(envelope.spent.reset);
  }
  for (const [name, value] of Object.entries(answer.headers ?? {}))
    headers[name] = typeof value === "string" ? value : [...value];
  if (answer.status === 204) delete headers["content-type"];
  headers["cache-control"] = "no-cache, no-store";
  headers["content-length"] = String(length);
  return headers;
}

/** Writes an answer straight to Node's response: each Link is a header line of its own, which a `Headers` object cannot hold. */
export function send(outgoing: ServerResponse, answer: Answer, envelope: Envelope): void {
  outgoing.writeHead(answer.status, headersOf(answer, envelope, Buffer.byteLength(answer.body)));
  outgoing.end(answer.body);
}

const drops = 10;

/** Writes a body drop by drop, with a pause after each. */
function drip(outgoing: ServerResponse, body: Buffer, pauseMs: number): void {
  const size = Math.max(1, Math.ceil(body.length / drops));
  const write = (from: number): void => {
    if (outgoing.destroyed) return;
    if (from + size >= body.length) {
      outgoing.end(body.subarray(from));
      return;
    }
    outgoing.write(body.subarray(from, from + size));
    setTimeout(write, pauseMs, from + size);
  };
  write(0);
}

type Break = (outgoing: ServerResponse, answer: Answer, envelope: Envelope, fault: FaultRule) => void;

const halfOf = ({ body }: Answer): string => body.slice(0, Math.max(1, Math.floor(body.length / 2)));

/** How each fault that breaks the wire does it; all others leave the wire whole. */
const breaks: Readonly<Partial<Record<FaultKind, Break>>> = {
  reset: (outgoing) => outgoing.socket?.destroy(),
  truncated: (outgoing, answer, envelope) => {
    outgoing.writeHead(answer.status, headersOf(answer, envelope, Buffer.byteLength(answer.body)));
    outgoing.write(halfOf(answer), () => outgoing.socket?.destroy());
  },
  "too-long": (outgoing, answer, envelope) => {
    const headers = headersOf(answer, envelope, Buffer.byteLength(halfOf(answer)));
    outgoing.writeHead(answer.status, { ...headers, connection: "close" });
    outgoing.write(answer.body, () => outgoing.socket?.destroy());
  },
  drip: (outgoing, answer, envelope, { delayMs = 1000 }) => {
    outgoing.writeHead(answer.status, headersOf(answer, envelope, Buffer.byteLength(answer.body)));
    drip(outgoing, Buffer.from(answer.body), delayMs / drops);
  },
};

/** Writes an answer under a fault that may break it on the way. Faults that change its content were applied before. */
export function sendBroken(outgoing: ServerResponse, answer: Answer, envelope: Envelope, fault: FaultRule): void {
  (breaks[fault.kind] ?? send)(outgoing, answer, envelope, fault);
}
