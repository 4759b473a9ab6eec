import type { GateTally } from "../../audit/tallies/gate-tally.ts";
import type { GateChange } from "../../terms/gate-change.ts";
import type { House } from "../house.ts";
import { changeGate } from "./change-gate.ts";
import { newestChange } from "./gate-state.ts";

const hourMs = 3_600_000;
/** Plans, or reads, below which a rate says nothing. */
const least = 20;
/** Percent of plans, answers or reads that may be bad. */
const mostPercent = 5;

const isTooMany = (bad: number, all: number): boolean => all >= least && bad * 100 > all * mostPercent;

/** Why the tally of an hour trips a gate; undefined where it does not. */
export function reasonToTrip({
  plans,
  unrepaired,
  wrong,
  unverified,
  reads,
  failedReads,
}: GateTally): string | undefined {
  const more = `(more than ${mostPercent} %)`;
  if (unverified > 0)
    return `${unverified} answered ${unverified === 1 ? "run" : "runs"} of the last hour had a cell that does not stand where it was said to come from`;
  if (isTooMany(unrepaired, plans))
    return `${unrepaired} of the ${plans} plans of the last hour ended over a name that no repair made right ${more}`;
  if (isTooMany(wrong, plans))
    return `${wrong} answers were marked wrong beside ${plans} plans of the last hour ${more}`;
  if (plans >= least && isTooMany(failedReads, reads))
    return `${failedReads} of the ${reads} reads of the last hour failed ${more}`;
  return undefined;
}

async function settle(house: House, gate: GateChange["gate"], now: Date): Promise<void> {
  const change = newestChange(house, gate);
  const hourAgo = new Date(now.getTime() - hourMs).toISOString();
  const since = change !== undefined && change.at > hourAgo ? change.at : hourAgo;
  const why = reasonToTrip(house.journal().tallies.forGates(since));
  if (why === undefined) return;
  const { share = 100, allowed = [] } = change ?? {};
  await changeGate(house, { gate, state: "tripped", why, operator: null, share, allowed });
}

/**
 * Trips the gates that are open where the last hour says so. What was before the newest change by a person does not count again. Where no
 * model is set and nobody opened the writes gate, there is nothing to trip.
 */
export async function settleGates(house: House, now: Date): Promise<void> {
  const planning = newestChange(house, "planning")?.state ?? (house.settings.model === undefined ? "off" : "on");
  if (planning === "on") await settle(house, "planning", now);
  if (newestChange(house, "writes")?.state === "on") await settle(house, "writes", now);
}
