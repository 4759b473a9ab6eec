import type { GateChange } from "../../terms/gate-change.ts";
import type { Condition } from "./alert.ts";

/** Whether a gate has tripped, from the change that was made. */
export function gateCondition({ gate, state, why }: GateChange): Condition {
  const text = {
    found: `The gate ${gate} tripped: ${why}.`,
    why: "No model plans until somebody has looked at it; questions are planned by the phrasebook.",
    help: "See attest gates and the last plans in the journal, then open it with attest gates --planning on --reason TEXT.",
  };
  return { kind: "gate-tripped", org: null, orgName: null, about: gate, text: state === "tripped" ? text : undefined };
}
