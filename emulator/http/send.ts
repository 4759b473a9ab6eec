import type { ServerResponse } from "node:http";
import { hashOf } from "../org/random.ts";
import type { Answer } from "./answer.ts";
import type { FaultRule } from "./faults.ts";
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

/** The id of the nth request of an emulator: 32 hex digits. */
export function requestId(seed: number, nth: number): string {
  let id = "";
  for (let part = 0; part < 4; part += 1) {
    id += Math.floor(hashOf(seed, "request", nth, part) * 4_294_967_296)
      .toString(16)
      .padStart(8, "0");
  }
  return id;
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

/** Writes an answer that breaks on the way. Faults that only change the answer's content were applied before. */
export function sendBroken(outgoing: ServerResponse, answer: Answer, envelope: Envelope, fault: FaultRule): void {
  const length = Buffer.byteLength(answer.body);
  const half = answer.body.slice(0, Math.max(1, Math.floor(answer.body.length / 2)));
  if (fault.kind === "reset") {
    outgoing.socket?.destroy();
  } else if (fault.kind === "truncated") {
    outgoing.writeHead(answer.status, headersOf(answer, envelope, length));
    outgoing.write(half, () => outgoing.socket?.destroy());
  } else if (fault.kind === "too-long") {
    const headers = headersOf(answer, envelope, Buffer.byteLength(half));
    outgoing.writeHead(answer.status, { ...headers, connection: "close" });
    outgoing.write(answer.body, () => outgoing.socket?.destroy());
  } else if (fault.kind === "drip") {
    outgoing.writeHead(answer.status, headersOf(answer, envelope, length));
    drip(outgoing, Buffer.from(answer.body), (fault.delayMs ?? 1000) / drops);
  } else {
    send(outgoing, answer, envelope);
  }
}
