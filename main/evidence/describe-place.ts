import { resolvePlace } from "../../executor/evidence/resolve-place.ts";
import { findOperation } from "../../registry/catalogue.ts";
import type { Place } from "../../terms/evidence.ts";
import type { Recording } from "../../terms/recording.ts";
import type { TracedPlace } from "../evidence-report.ts";

/** A place in a recording, with its request, what stands there, when it came, and Okta's request id. */
export function describePlace(recording: Recording, { step, pointer }: Place): TracedPlace {
  const read = recording.find(step);
  const body: unknown = read?.bodyHash === undefined ? undefined : JSON.parse(recording.loadBody(read.bodyHash));
  const operation = findOperation(read?.operationId ?? "");
  const value = operation === undefined ? undefined : resolvePlace(operation, body, pointer)?.value;
  const exchange = read?.exchange;
  return {
    step,
    operationId: read?.operationId ?? "",
    request: exchange === undefined ? "" : `${exchange.method} ${exchange.target}`,
    pointer,
    value: Array.isArray(value) ? null : (value ?? null),
    items: Array.isArray(value) ? value.length : null,
    at: exchange?.attempts.at(-1)?.endedAt ?? null,
    status: exchange?.status ?? null,
    oktaRequestId: exchange?.oktaRequestId ?? null,
  };
}
