import type { Operation } from "../registry/operation.ts";
import { checkBody, type CheckedBody } from "./answers/check-body.ts";
import { parseErrorBody, type ErrorBody } from "./answers/error-body.ts";
import type { Credential } from "./credentials/credential.ts";
import type { Delivery } from "./delivery.ts";
import { parseRateLimit, type RateLimit } from "./pacing/rate-limit-headers.ts";
import type { TryEnd } from "./retries/decide-retry.ts";

/** One try at a read, judged. */
export interface Judged {
  readonly delivery: Delivery;
  readonly seen: RateLimit | undefined;
  readonly body: CheckedBody | undefined;
  readonly error: ErrorBody | undefined;
  /** Undefined where the read is over, well or not. */
  readonly end: TryEnd | undefined;
}

/** Says what a delivery is to a read of that operation. `now`: the machine's time at its arrival. */
export function judgeDelivery(delivery: Delivery, operation: Operation, credential: Credential, now: number): Judged {
  if (delivery.kind === "fault") {
    const end: TryEnd = { kind: "fault", fault: delivery.fault };
    return { delivery, seen: undefined, body: undefined, error: undefined, end };
  }
  const { status, headers } = delivery;
  const seen = parseRateLimit(headers, now);
  if (status >= 200 && status < 300) {
    const body = checkBody(operation, headers.get("content-type"), delivery.body);
    const isHalf = body.kind === "wrong" && body.again;
    return { delivery, seen, body, error: undefined, end: isHalf ? { kind: "unreadable" } : undefined };
  }
  const error = parseErrorBody(delivery.body.text, credential);
  // Okta's edge answers 404 in a shape of its own at times, for things that are there a moment later.
  const isEdge = status === 404 && error.isJson && error.errorCode === undefined;
  const end: TryEnd = isEdge ? { kind: "unreadable" } : { kind: "status", status, seen };
  return { delivery, seen, body: undefined, error, end };
}

/** Why a try ended as it did, in a few words; undefined for one that ended well. */
export function reasonOf(judged: Judged): string | undefined {
  const { delivery, body, error, seen } = judged;
  if (delivery.kind === "fault") return delivery.fault.reason;
  if (body !== undefined) return body.kind === "wrong" ? body.reason : undefined;
  if (delivery.status === 429) {
    if (seen === undefined) return "429";
    return seen.limit === 0 ? "429, too many at once" : `429, window ends in ${Math.round(seen.endsInMs / 1000)} s`;
  }
  return error?.errorCode === undefined ? String(delivery.status) : `${delivery.status} ${error.errorCode}`;
}
