import { Failure } from "../../terms/failure.ts";

/** The list of `operationId` cannot be walked to its end. */
export function pagingFailure(operationId: string, reason: string): Failure<"okta/paging"> {
  return new Failure(
    "okta/paging",
    { operationId, reason },
    {
      found: `The list of ${operationId} cannot be read to its end: ${reason}.`,
      why: "Going on would leave a gap or repeat items, and a table with either looks whole.",
      help: "Run it again: a list that changes while it is read can do this. If it comes back, narrow the list with a filter.",
    },
  );
}
