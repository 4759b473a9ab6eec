import type { House } from "../house.ts";
import { type GateState, newestChange, stateOf } from "./gate-state.ts";

/** Whether a model may plan for this operator: open where nobody ever touched the gate. */
export function planningGate(house: House, operator: string): GateState {
  const change = newestChange(house, "planning");
  return change === undefined ? { open: true } : stateOf(change, operator);
}
