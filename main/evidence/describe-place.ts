import { findSource } from "../../executor/evidence/recorded-source.ts";
import type { RecordedBodies } from "../../executor/evidence/recorded-bodies.ts";
import type { Place } from "../../terms/evidence.ts";
import type { Exchange } from "../../terms/exchange.ts";
import { type TableReference, tableOfStep } from "../../terms/input-table.ts";
import type { Recording } from "../../terms/recording.ts";
import type { TracedPlace } from "../evidence-report.ts";

/** A place in a file in words, as "leavers.csv row 17". */
function describeRow({ name, file }: TableReference, pointer: string): Sent & Pick<TracedPlace, "table"> {
  const [, index] = /^\/(\d+)/.exec(pointer) ?? [];
  const row = index === undefined ? null : Number(index) + 1;
  const request = row === null ? file : `${file} row ${row}`;
  return { request, at: null, status: null, oktaRequestId: null, table: { name, file, row } };
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

/** A place in a recording, with its request or the row of its file, what stands there, when it came, and Okta's request id. */
export function describePlace(recording: Recording, bodies: RecordedBodies, { step, pointer }: Place): TracedPlace {
  const table = recording.tables[tableOfStep(step) ?? -1];
  const value = bodies.find(step)?.resolve(pointer)?.value;
  return {
    step,
    operationId: findSource(recording, step)?.operationId ?? "",
    pointer,
    value: Array.isArray(value) ? null : (value ?? null),
    items: Array.isArray(value) ? value.length : null,
    ...(table === undefined ? describeExchange(recording.find(step)?.exchange) : describeRow(table, pointer)),
  };
}
