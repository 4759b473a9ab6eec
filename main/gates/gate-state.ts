import type { KeptGateChange } from "../../audit/books/gate-book.ts";
import type { GateChange } from "../../terms/gate-change.ts";
import type { House } from "../house.ts";
import { isInShare } from "./in-share.ts";

/** Whether a gate is open for an operator; if not, why, in a sentence for them. */
export type GateState = { readonly open: true } | { readonly open: false; readonly why: string };

/** The newest change of a gate; undefined where nobody ever touched it. */
export function newestChange(house: House, gate: GateChange["gate"]): KeptGateChange | undefined {
  return house.journal().gates.list(gate)[0];
}

/** What the newest change of a gate means for an operator. */
export function stateOf(change: KeptGateChange, operator: string): GateState {
  const { gate, state, why, at, share, allowed } = change;
  if (state === "tripped") return { open: false, why: `the ${gate} gate tripped at ${at}: ${why}` };
  if (state === "off") return { open: false, why: `the ${gate} gate is off since ${at}: ${why}` };
  if (allowed.includes(operator) || isInShare(gate, operator, share)) return { open: true };
  return { open: false, why: `the ${gate} gate is on for ${share} % of operators, and ${operator} is not among them` };
}
