import type { KeptGateChange } from "../audit/kept-gates.ts";
import { changeGate, newestChange, planningGate, type PlanningGate } from "./gates/planning-gate.ts";
import type { House } from "./house.ts";
import { operatorName } from "./operator.ts";

/** The state of the gates. */
export interface Gates {
  /** Null where nobody ever touched it: then it is on for everyone. */
  readonly planning: KeptGateChange | null;
  /** What it means for the operator at this machine. */
  readonly forYou: PlanningGate;
}

/** How the planning gate is set. */
export interface GateSetting {
  readonly state: "on" | "off";
  readonly why: string;
  /** Percent of operators. */
  readonly share: number;
  readonly allowed: readonly string[];
}

/** The gates as they stand. */
export function gates(house: House): Gates {
  return { planning: newestChange(house) ?? null, forYou: planningGate(house, operatorName()) };
}

/** Sets the planning gate, a tripped one too; who and why are in the journal. */
export async function setPlanningGate(house: House, setting: GateSetting): Promise<Gates> {
  await changeGate(house, { gate: "planning", operator: operatorName(), ...setting });
  return gates(house);
}
