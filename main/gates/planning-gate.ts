import type { KeptGateChange, PlanTally } from "../../audit/kept-gates.ts";
import type { GateChange } from "../../terms/gate-change.ts";
import { gateCondition } from "../alerts/gate-condition.ts";
import type { House } from "../house.ts";
import { isInShare } from "./in-share.ts";

const hourMs = 3_600_000;
/** Plans below which a rate says nothing. */
const leastPlans = 20;
/** Percent of plans that may end over a finding that no repair removed. */
const mostUnrepaired = 5;

/** Whether a model may plan for an operator; if not, why, in a sentence for them. */
export type PlanningGate = { readonly open: true } | { readonly open: false; readonly why: string };

/** Why the tally of an hour trips the gate; undefined where it does not. */
export function reasonToTrip({ plans, unrepaired }: PlanTally): string | undefined {
  if (plans < leastPlans || unrepaired * 100 <= plans * mostUnrepaired) return undefined;
  return `${unrepaired} of the ${plans} plans of the last hour ended over a name that no repair made right (more than ${mostUnrepaired} %)`;
}

/** The newest change of the gate; undefined where nobody ever touched it. */
export function newestChange(house: House): KeptGateChange | undefined {
  return house.journal().listGateChanges("planning")[0];
}

/** Whether the model may plan for this operator. */
export function planningGate(house: House, operator: string): PlanningGate {
  const change = newestChange(house);
  if (change === undefined) return { open: true };
  const { state, why, at, share, allowed } = change;
  if (state === "tripped") return { open: false, why: `the planning gate tripped at ${at}: ${why}` };
  if (state === "off") return { open: false, why: `the planning gate is off since ${at}: ${why}` };
  if (allowed.includes(operator) || isInShare("planning", operator, share)) return { open: true };
  return { open: false, why: `the planning gate is on for ${share} % of operators, and ${operator} is not among them` };
}

/** Trips the gate where the last hour says so. What was before the newest change by a person does not count again. */
export async function settlePlanningGate(house: House, now: Date): Promise<void> {
  const change = newestChange(house);
  if (change !== undefined && change.state !== "on") return;
  const hourAgo = new Date(now.getTime() - hourMs).toISOString();
  const since = change !== undefined && change.at > hourAgo ? change.at : hourAgo;
  const why = reasonToTrip(house.journal().tallyPlans(since));
  if (why === undefined) return;
  const { share = 100, allowed = [] } = change ?? {};
  await changeGate(house, { gate: "planning", state: "tripped", why, operator: null, share, allowed });
}

/** Keeps a change of the gate; a gate that has tripped is alerted until somebody sets it. */
export async function changeGate(house: House, change: GateChange): Promise<void> {
  await house.journal().saveGateChange(change);
  house.alerts().note([gateCondition(change)]);
}
