import type { KeptGateChange } from "../audit/books/gate-book.ts";
import type { GateChange } from "../terms/gate-change.ts";
import { changeGate } from "./gates/change-gate.ts";
import { type GateState, newestChange } from "./gates/gate-state.ts";
import { planningGate } from "./gates/planning-gate.ts";
import { writesGate } from "./gates/writes-gate.ts";
import type { House } from "./house.ts";
import { operatorName } from "./operator.ts";

/** The state of the gates. */
export interface Gates {
  /** Null where nobody ever touched it: then it is on for everyone. */
  readonly planning: KeptGateChange | null;
  /** Null where nobody ever touched it: then it is off for everyone. */
  readonly writes: KeptGateChange | null;
  /** What they mean for the operator at this machine. */
  readonly forYou: Readonly<Record<GateChange["gate"], GateState>>;
}

/** How a gate is set. */
export interface GateSetting {
  readonly state: "on" | "off";
  readonly why: string;
  /** Percent of operators. */
  readonly share: number;
  readonly allowed: readonly string[];
}

/** The gates as they stand. */
export function gates(house: House): Gates {
  const operator = operatorName();
  return {
    planning: newestChange(house, "planning") ?? null,
    writes: newestChange(house, "writes") ?? null,
    forYou: { planning: planningGate(house, operator), writes: writesGate(house, operator) },
  };
}

/** Sets a gate, a tripped one too; who and why are in the journal. */
export async function setGate(house: House, gate: GateChange["gate"], setting: GateSetting): Promise<Gates> {
  await changeGate(house, { gate, operator: operatorName(), ...setting });
  return gates(house);
}
