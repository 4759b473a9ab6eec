import type { NetworkFault } from "./answers/network-fault.ts";
import type { ReplyBody } from "./reply-body.ts";
import type { ReplyHeaders } from "./reply-headers.ts";

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
  | { readonly kind: "reply"; readonly status: number; readonly headers: ReplyHeaders; readonly body: ReplyBody }
  | { readonly kind: "fault"; readonly fault: NetworkFault };

/** Bounds of one try. */
export interface TransportLimits {
  /** Until the answer begins. Okta itself gives up on System Log queries after 30 s. */
  readonly answerMs: number;
  /** From then until it is whole: a body that drips is not waited for. */
  readonly bodyMs: number;
  /** Bytes of the body, unpacked. */
  readonly bodyBytes: number;
}

/** Limits that fit Okta: its largest pages are a few megabytes. */
export const transportLimits: TransportLimits = { answerMs: 60_000, bodyMs: 60_000, bodyBytes: 64 * 1024 * 1024 };

/** The run was stopped before there was an answer. */
export const cancelledDelivery: Delivery = {
  kind: "fault",
  fault: { kind: "cancelled", reason: "the run was stopped" },
};
