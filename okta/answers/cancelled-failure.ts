import { Failure, type FailureDescription } from "../../terms/failure.ts";

/** A read that was stopped from here. */
export function cancelledFailure(operationId: string): FailureDescription {
  return new Failure(
    "run/cancelled",
    {},
    {
      found: `${operationId} was stopped before it was answered.`,
      why: "The run was stopped.",
      help: "Start it again, or resume it.",
    },
  ).describe();
}
