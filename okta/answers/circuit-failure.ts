import { Failure, type FailureDescription } from "../../terms/failure.ts";

/** What is known when an org is not asked for a while: how long, and the status that it last failed with, if any. */
export interface OpenCircuit {
  readonly origin: string;
  readonly waitMs: number;
  readonly status: number | undefined;
}

/** The org failed so often in a row that it is not asked for a while. */
export function circuitFailure(operationId: string, { origin, waitMs, status }: OpenCircuit): FailureDescription {
  const { host } = new URL(origin);
  const last = status === undefined ? "" : `, last with status ${status}`;
  const text = {
    found: `${operationId}: ${host} has answered nothing but failures for a while${last}, so it was not asked.`,
    why: "More requests would make an outage longer.",
    help: `Try again in ${Math.ceil(waitMs / 1000)} s, and see status.okta.com.`,
  };
  return status === undefined
    ? new Failure("okta/unreachable", { operationId, origin, reason: "the org has been failing" }, text).describe()
    : new Failure("okta/unavailable", { operationId, status }, text).describe();
}
