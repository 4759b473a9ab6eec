import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { Agent, EnvHttpProxyAgent, type Dispatcher } from "undici";
import { faultOf, type NetworkFault } from "./answers/network-fault.ts";
import { cancelledDelivery, type Delivery, type Outgoing, type TransportLimits } from "./delivery.ts";
import { onAbort } from "./on-abort.ts";
import { decodeBody } from "./reply-body.ts";
import { toReplyHeaders, type ReplyHeaders } from "./reply-headers.ts";

const unzip = promisify(gunzip);

// Own time-outs cover the whole of an answer, so undici's, which cover single steps, are off.
const options: Agent.Options = { allowH2: false, headersTimeout: 0, bodyTimeout: 0 };

/** A proxy for all that goes out over HTTPS, but for the hosts in `noProxy`, as NO_PROXY lists them. */
export interface Proxy {
  readonly proxy: string;
  readonly noProxy: string;
}

let direct: Agent | undefined;
let proxied: EnvHttpProxyAgent | undefined;

/** Sends what goes out over HTTPS from now on through that proxy. Without this call HTTPS_PROXY and NO_PROXY count. */
export function useProxy({ proxy, noProxy }: Proxy): void {
  proxied = new EnvHttpProxyAgent({ ...options, httpsProxy: proxy, noProxy });
}

/** Plain HTTP goes to this machine alone, so no proxy is asked for it. */
function dispatcherFor(origin: string): Dispatcher {
  if (origin.startsWith("http:")) return (direct ??= new Agent(options));
  return (proxied ??= new EnvHttpProxyAgent(options));
}

/** Bytes of a body that takes longer to read than a request takes to be written. */
const longBody = 64 * 1024;

/** Told how an answer begins, before its body is there. */
type OnReply = (status: number, headers: ReplyHeaders) => void;

/** An answer on its way in. It settles once, however late the wire says what became of it. */
class Arrival implements Dispatcher.DispatchHandler {
  readonly #settle: (delivery: Delivery | Promise<Delivery>) => void;
  readonly #limits: TransportLimits;
  readonly #forget: () => void;
  readonly #onReply: OnReply | undefined;
  readonly #chunks: Buffer[] = [];
  #timer: NodeJS.Timeout;
  #bytes = 0;
  #reply: { readonly status: number; readonly headers: ReplyHeaders } | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #settled = false;

  constructor(
    limits: TransportLimits,
    signal: AbortSignal,
    settle: (delivery: Delivery | Promise<Delivery>) => void,
    onReply: OnReply | undefined,
  ) {
    this.#settle = settle;
    this.#limits = limits;
    this.#onReply = onReply;
    this.#timer = setTimeout(() => this.#giveUp("timed-out", "no answer came in time"), limits.answerMs);
    this.#forget = onAbort(signal, () => {
      this.#end(cancelledDelivery);
      this.#controller?.abort(new Error("stopped"));
    });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#settled) controller.abort(new Error("stopped"));
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    raw: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    // An interim answer (1xx): the real one is yet to come.
    if (status < 200) return;
    const headers = toReplyHeaders(raw);
    this.#reply = { status, headers };
    clearTimeout(this.#timer);
    if (Number(headers.get("content-length")) > this.#limits.bodyBytes) return this.#tooLarge();
    this.#timer = setTimeout(() => this.#giveUp("timed-out", "the answer was not whole in time"), this.#limits.bodyMs);
    this.#onReply?.(status, headers);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.byteLength;
    if (this.#bytes > this.#limits.bodyBytes) this.#tooLarge();
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    // What is asked for meanwhile is written in this turn of the loop, but behind all promises: reading a long body would hold it up.
    if (this.#bytes < longBody) this.#finish();
    else setImmediate(() => this.#finish());
  }

  #finish(): void {
    if (this.#reply === undefined) return this.#giveUp("garbled", "the answer is not HTTP");
    const { status, headers } = this.#reply;
    const [first, second] = this.#chunks;
    const bytes = first !== undefined && second === undefined ? first : Buffer.concat(this.#chunks);
    const encoding = headers.get("content-encoding");
    if (encoding !== null && encoding !== "identity") return this.#end(this.#unpacked(encoding, bytes));
    this.#end({ kind: "reply", status, headers, body: decodeBody(bytes) });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#end({ kind: "fault", fault: faultOf(error, this.#reply !== undefined) });
  }

  async #unpacked(encoding: string, bytes: Buffer): Promise<Delivery> {
    const reply = this.#reply;
    const isGzip = /^(?:x-)?gzip$/i.test(encoding);
    if (reply === undefined || !isGzip) {
      return {
        kind: "fault",
        fault: { kind: "garbled", reason: "the answer is packed in a way that was not asked for" },
      };
    }
    try {
      const plain = await unzip(bytes, { maxOutputLength: this.#limits.bodyBytes });
      return { kind: "reply", ...reply, body: decodeBody(plain) };
    } catch (error) {
      const isLarge = error instanceof RangeError;
      return {
        kind: "fault",
        fault: isLarge ? this.#largeFault() : { kind: "cut-off", reason: "the answer ended early" },
      };
    }
  }

  #largeFault(): NetworkFault {
    return { kind: "too-large", reason: `the answer is larger than ${this.#limits.bodyBytes} bytes` };
  }

  #tooLarge(): void {
    const { kind, reason } = this.#largeFault();
    this.#giveUp(kind, reason);
  }

  #giveUp(kind: NetworkFault["kind"], reason: string): void {
    this.#end({ kind: "fault", fault: { kind, reason } });
    this.#controller?.abort(new Error(reason));
  }

  #end(delivery: Delivery | Promise<Delivery>): void {
    if (this.#settled) return;
    this.#settled = true;
    clearTimeout(this.#timer);
    this.#forget();
    this.#settle(delivery);
  }
}

/**
 * Sends a request and takes its whole answer in, unpacked and as text. Contract: never rejects; follows no redirect; what goes
 * wrong on the way is a fault.
 */
export function sendOnWire(
  outgoing: Outgoing,
  limits: TransportLimits,
  signal: AbortSignal,
  onReply?: OnReply,
): Promise<Delivery> {
  if (signal.aborted) return Promise.resolve(cancelledDelivery);
  const { method, url, headers, body } = outgoing;
  const slash = url.indexOf("/", "https://".length);
  const origin = slash === -1 ? url : url.slice(0, slash);
  const path = slash === -1 ? "/" : url.slice(slash);
  return new Promise((resolve) => {
    const arrival = new Arrival(limits, signal, resolve, onReply);
    dispatcherFor(origin).dispatch({ origin, path, method, headers, body: body ?? null }, arrival);
  });
}
