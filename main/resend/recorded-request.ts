import type { KeptRun } from "../../audit/runs/runs.ts";
import { findOperation } from "../../registry/catalogue.ts";
import type { Operation } from "../../registry/operation.ts";
import type { Exchange } from "../../terms/exchange.ts";
import { Failure } from "../../terms/failure.ts";
import type { RecordedRead } from "../../terms/recording.ts";
import type { House } from "../house.ts";

/** A request of a run as it was sent, and what came back then. */
export interface RecordedRequest {
  readonly operation: Operation;
  readonly read: RecordedRead;
  readonly exchange: Exchange;
  /** The parsed body; undefined where none came. */
  readonly body: unknown;
}

function noSuchRequest({ run }: KeptRun, step: number, steps: number): Failure<"journal/not-found"> {
  const there = steps === 0 ? "it sent none" : `its requests are numbered from 0 to ${steps - 1}`;
  return new Failure(
    "journal/not-found",
    { what: "request", name: String(step) },
    {
      found: `The run ${run} has no request ${step}: ${there}.`,
      why: "Nothing else is sent in its place.",
      help: `See attest journal show ${run} --requests for what it sent.`,
    },
  );
}

function notKept({ run }: KeptRun, step: number): Failure<"journal/not-found"> {
  return new Failure(
    "journal/not-found",
    { what: "request", name: String(step) },
    {
      found: `Request ${step} of run ${run} is not kept: it was forgotten, its time was over, or the run ended before its answer.`,
      why: "What was asked and answered is not known, so it can be neither sent nor compared.",
      help: "Run the snippet again for new values.",
    },
  );
}

function neverSent({ run }: KeptRun, step: number): Failure<"journal/not-found"> {
  return new Failure(
    "journal/not-found",
    { what: "request", name: String(step) },
    {
      found: `Request ${step} of run ${run} never left this machine.`,
      why: "There is no answer to compare with.",
      help: `See attest journal show ${run} --requests for those that were answered.`,
    },
  );
}

function notARead(operationId: string, what: string): Failure<"bridge/not-allowed"> {
  return new Failure(
    "bridge/not-allowed",
    { operationId },
    {
      found: `${operationId} ${what}.`,
      why: "Only reads that return no secret are sent again, exactly as they were.",
      help: "Name another request of the run.",
    },
  );
}

function getOperation({ beginning }: KeptRun, read: RecordedRead, exchange: Exchange): Operation {
  const { operationId } = read;
  const operation = findOperation(operationId);
  if (operation === undefined) throw notARead(operationId, "is no operation of this version's catalogue");
  if (operation.effect === "secret") throw notARead(operationId, "returns a secret");
  if (operation.effect !== "read") throw notARead(operationId, "changes something in the org");
  if (operation.method !== exchange.method) throw notARead(operationId, `was sent as ${exchange.method} then`);
  const isApproved = beginning.review.operations.some((one) => one.operationId === operationId);
  if (!isApproved) throw notARead(operationId, "is not what the run's approval covers");
  return operation;
}

/**
 * The request that a run sent at that step. Throws `journal/not-found` where there is none or its texts are gone, and
 * `bridge/not-allowed` for what is no plain read.
 */
export function getRecordedRequest(house: House, kept: KeptRun, step: number): RecordedRequest {
  const recording = house.journal().recordingOf(kept.run);
  const read = recording.find(step);
  if (read === undefined) {
    throw step < recording.steps ? notKept(kept, step) : noSuchRequest(kept, step, recording.steps);
  }
  const { exchange, bodyHash } = read;
  if (exchange === undefined || exchange.target === "") throw neverSent(kept, step);
  const operation = getOperation(kept, read, exchange);
  const body: unknown = bodyHash === undefined ? undefined : JSON.parse(recording.loadBody(bodyHash));
  return { operation, read, exchange, body };
}
