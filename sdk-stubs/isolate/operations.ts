import { settings } from "./host.ts";
import { createListing, type Listing } from "./listing.ts";
import { bareObject, freeze } from "./primordials.ts";
import { type Read, readOne } from "./read.ts";

/** One operation, called with one object of Okta's parameter names. */
type CallOperation = (parameters?: unknown) => Read<unknown> | Listing;

function createOperations(): Readonly<Record<string, CallOperation>> {
  const operations = bareObject<CallOperation>();
  for (const { operationId, items } of settings.operations) {
    const call: CallOperation =
      items === undefined
        ? (parameters) => readOne(operationId, parameters)
        : (parameters) => createListing(operationId, parameters, items);
    operations[operationId] = call;
    freeze(call);
  }
  return freeze(operations);
}

/** Exactly the operations of the approved snippet; no prototype, no other name. */
export const okta: Readonly<Record<string, CallOperation>> = createOperations();
