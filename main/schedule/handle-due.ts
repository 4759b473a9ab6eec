import type { Clock } from "../../okta/pacing/clock.ts";
import { type Lease, openScheduleState, type ScheduleState } from "../../reports/schedule/schedule-state.ts";
import { type Carrier, deliverDue } from "../delivery/deliver-due.ts";
import type { House } from "../house.ts";
import type { Due } from "./agenda.ts";
import { type DoneDue, leftOut, runDue } from "./run-due.ts";

/** Who works on what is due. */
export interface Worker {
  /** Of this watcher alone. */
  readonly name: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** A watcher that is there says so at this distance, in ms. */
const beatMs = 20_000;

/** Says that the watcher is there until `done` fires; gives up, by `lost`, where another has taken the lease. */
async function keepBeating(
  state: ScheduleState,
  lease: () => Lease,
  { clock, lost, done }: { readonly clock: Clock; readonly lost: AbortController; readonly done: AbortSignal },
): Promise<void> {
  while (!done.aborted) {
    await clock.wait(beatMs, done).catch(() => undefined);
    if (done.aborted) return;
    if (await state.beat(lease())) continue;
    lost.abort();
    return;
  }
}

/** Whether the journal has it already: a watcher can be killed between writing there and saying so in the library. */
function isInJournal(house: House, { schedule, due }: Due): boolean {
  const [newest] = house.journal().schedules.listDue(schedule.name, { limit: 1 });
  return newest !== undefined && newest.due >= due;
}

/** What is due, done and delivered; undefined where the signal fired before it was through. */
async function doDue(
  house: House,
  due: Due,
  baseline: string | null,
  carrier: Carrier,
): Promise<{ readonly done: DoneDue; readonly baseline?: string | undefined } | undefined> {
  if (due.late && due.schedule.missed === "skip") return { done: leftOut(due) };
  const done = await runDue(house, due, carrier.signal);
  if (done === undefined) return undefined;
  try {
    const delivery = await deliverDue(house, done, baseline, carrier);
    const { parcels, held } = delivery;
    const undelivered = parcels.filter((one) => one.outcome === "failed").length;
    const kept = { ...done.kept, delivered: parcels.length - undelivered, undelivered, held };
    return { done: { ...done, parcels, kept }, baseline: delivery.baseline };
  } catch (error) {
    if (carrier.signal.aborted) return undefined;
    throw error;
  }
}

/**
 * Does what is due, where no other watcher is at it or has done it: each due run happens once. Undefined where it was not this
 * watcher's, or was interrupted; what was interrupted is still due.
 */
export async function handleDue(house: House, due: Due, worker: Worker): Promise<DoneDue | undefined> {
  const { clock, name: watcher, signal } = worker;
  const { schedule } = due;
  const state = openScheduleState(house.folder, schedule.name);
  const now = (): string => new Date(clock.now()).toISOString();
  const lease = (): Lease => ({ due: due.due, watcher, beat: now() });
  if ((await state.claim(lease())) !== "mine") return undefined;
  const lost = new AbortController();
  const done = new AbortController();
  const beating = keepBeating(state, lease, { clock, lost, done: done.signal });
  try {
    if (isInJournal(house, due)) {
      await state.finish({ due: due.due, at: now(), outcome: "done before", run: null });
      return undefined;
    }
    const working = AbortSignal.any([signal, lost.signal]);
    const { baseline } = await state.read();
    const result = await doDue(house, due, baseline, { clock, signal: working });
    if (result === undefined) return undefined;
    const { outcome, run } = result.done.kept;
    await house.journal().schedules.saveDue(result.done.kept);
    await state.finish({ due: due.due, at: now(), outcome, run }, result.baseline);
    return result.done;
  } finally {
    done.abort();
    await beating;
    await state.release(watcher);
  }
}
