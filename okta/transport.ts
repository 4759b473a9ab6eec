import ky from "ky";
import { faultOf, type NetworkFault } from "./answers/network-fault.ts";

/** One request. */
export interface Outgoing {
  readonly method: string;
  /** Whole URL. The caller has asserted that it is the org's. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer with its whole body, or why there is none. */
export type Delivery =
  | { readonly kind: "reply"; readonly status: number; readonly headers: Headers; readonly text: string }
  | { readonly kind: "fault"; readonly fault: NetworkFault };

/** Bounds of one try. */
export interface TransportLimits {
  /** Until the answer begins. Okta itself gives up on System Log queries after 30 s. */
  readonly answerMs: number;
  /** From then until it is whole: a body that drips is not waited for. */
  readonly bodyMs: number;
  readonly bodyBytes: number;
}

/** Limits that fit Okta: its largest pages are a few megabytes. */
export const transportLimits: TransportLimits = { answerMs: 60_000, bodyMs: 60_000, bodyBytes: 64 * 1024 * 1024 };

/**
 * Ky's own retries, time-outs and error classes are off: a retry has to pass through pacing again and be kept in the journal as a
 * try of its own, and a time-out has to cover the body. Redirects are handed back, never followed: the credential goes to one host.
 */
const client = ky.create({ retry: 0, timeout: false, throwHttpErrors: false, redirect: "manual" });

/** Where the body may be taken in one piece: its length is announced, within bounds, and is the length that arrives. */
function isBounded(headers: Headers, mostBytes: number): boolean {
  const announced = headers.get("content-length");
  return announced !== null && headers.get("content-encoding") === null && Number(announced) <= mostBytes;
}

async function readBody(response: Response, mostBytes: number): Promise<string | undefined> {
  if (isBounded(response.headers, mostBytes)) return response.text();
  if (response.body === null) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** Sends one request, once. Never rejects: what goes wrong on the way is a fault. */
export async function sendOnce(outgoing: Outgoing, limits: TransportLimits, signal: AbortSignal): Promise<Delivery> {
  if (signal.aborted) return { kind: "fault", fault: { kind: "cancelled", reason: "the run was stopped" } };
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  let timer = setTimeout(cancel, limits.answerMs);
  signal.addEventListener("abort", cancel, { once: true });
  let began = false;
  try {
    const { method, url, headers, body } = outgoing;
    const response = await client(url, {
      method,
      headers,
      signal: stop.signal,
      ...(body === undefined ? {} : { body }),
    });
    began = true;
    clearTimeout(timer);
    timer = setTimeout(cancel, limits.bodyMs);
    const text = await readBody(response, limits.bodyBytes);
    if (text === undefined) {
      return {
        kind: "fault",
        fault: { kind: "too-large", reason: `the answer is larger than ${limits.bodyBytes} bytes` },
      };
    }
    return { kind: "reply", status: response.status, headers: response.headers, text };
  } catch (error) {
    if (signal.aborted) return { kind: "fault", fault: { kind: "cancelled", reason: "the run was stopped" } };
    if (!stop.signal.aborted) return { kind: "fault", fault: faultOf(error, began) };
    const reason = began ? "the answer was not whole in time" : "no answer came in time";
    return { kind: "fault", fault: { kind: "timed-out", reason } };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", cancel);
  }
}
