import type { GateChange } from "../../terms/gate-change.ts";
import { gateCondition } from "../alerts/gate-condition.ts";
import type { House } from "../house.ts";

/** Keeps a change of a gate; a gate that has tripped is alerted until somebody sets it. */
export async function changeGate(house: House, change: GateChange): Promise<void> {
  await house.journal().gates.save(change);
  house.alerts().note([gateCondition(change)]);
}
