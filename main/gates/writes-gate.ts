import { Failure } from "../../terms/failure.ts";
import type { Review } from "../../terms/review.ts";
import type { House } from "../house.ts";
import { type GateState, newestChange, stateOf } from "./gate-state.ts";

/** Whether anything but reads may run for this operator: closed where nobody ever opened the gate. */
export function writesGate(house: House, operator: string): GateState {
  const change = newestChange(house, "writes");
  return change === undefined ? { open: false, why: "nobody has opened the writes gate" } : stateOf(change, operator);
}

/**
 * Throws `gate/read-only` for a review with an operation that is more than a read, where the gate is closed for the operator. The
 * check refuses such operations already: this is a lock of its own.
 */
export function assertMayWrite(house: House, { operations }: Review, operator: string): void {
  const first = operations.find((operation) => operation.effect !== "read");
  const gate = writesGate(house, operator);
  if (first === undefined || gate.open) return;
  throw new Failure(
    "gate/read-only",
    { operationId: first.operationId },
    {
      found: `The snippet uses ${first.operationId}, which is more than a read, and ${gate.why}.`,
      why: "Attest only reads while that gate is closed; nothing was sent.",
      help: "Take the operation out of the snippet. attest gates shows the gate.",
    },
  );
}
