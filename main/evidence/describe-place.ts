import { resolvePlace } from "../../executor/evidence/resolve-place.ts";
import { findOperation } from "../../registry/catalogue.ts";
import type { Place } from "../../terms/evidence.ts";
import type { Exchange } from "../../terms/exchange.ts";
import type { RecordedRead, Recording } from "../../terms/recording.ts";
import type { TracedPlace } from "../evidence-report.ts";

function valueAt(recording: Recording, read: RecordedRead, pointer: string): unknown {
  const operation = findOperation(read.operationId);
  if (operation === undefined || read.bodyHash === undefined) return undefined;
  const body: unknown = JSON.parse(recording.loadBody(read.bodyHash));
  return resolvePlace(operation, body, pointer)?.value;
}

type Sent = Pick<TracedPlace, "request" | "at" | "status" | "oktaRequestId">;

function describeExchange(exchange: Exchange | undefined): Sent {
  if (exchange === undefined) return { request: "", at: null, status: null, oktaRequestId: null };
  return {
    request: `${exchange.method} ${exchange.target}`,
    at: exchange.attempts.at(-1)?.endedAt ?? null,
    status: exchange.status ?? null,
    oktaRequestId: exchange.oktaRequestId ?? null,
  };
}

/** A place in a recording, with its request, what stands there, when it came, and Okta's request id. */
export function describePlace(recording: Recording, { step, pointer }: Place): TracedPlace {
  const read = recording.find(step);
  const value = read === undefined ? undefined : valueAt(recording, read, pointer);
  return {
    step,
    operationId: read?.operationId ?? "",
    pointer,
    value: Array.isArray(value) ? null : (value ?? null),
    items: Array.isArray(value) ? value.length : null,
    ...describeExchange(read?.exchange),
  };
}
