import type { GateChange } from "../../terms/gate-change.ts";
import type { Condition } from "./alert.ts";

const consequences: Readonly<Record<GateChange["gate"], string>> = {
  planning: "No model plans until somebody has looked at it; questions are planned by the phrasebook.",
  writes: "Nothing but reads is run until somebody has looked at it.",
};

/** Whether a gate has tripped, from the change that was made. */
export function gateCondition({ gate, state, why }: GateChange): Condition {
  const text = {
    found: `The gate ${gate} tripped: ${why}.`,
    why: consequences[gate],
    help: `See attest gates and the last plans in the journal, then open it with attest gates --${gate} on --reason TEXT.`,
  };
  return { kind: "gate-tripped", org: null, orgName: null, about: gate, text: state === "tripped" ? text : undefined };
}
