import type { Schedule } from "../../reports/schedule/schedule.ts";
import { openSchedules } from "../../reports/schedule/schedules.ts";
import { openSecretStore } from "../config/secret-store.ts";
import type { House } from "../house.ts";
import { operatorName } from "../operator.ts";

/** Lets a schedule rest. Throws `library/not-found`. */
export async function pauseSchedule(house: House, name: string): Promise<Schedule> {
  const schedule = await openSchedules(house.folder).change(name, (current) => ({ ...current, paused: true }));
  await house.journal().schedules.saveChange({ name, change: "paused", operator: operatorName(), schedule });
  return schedule;
}

/** Sets a schedule going again: from now on, with nothing to catch up. Throws `library/not-found`. */
export async function resumeSchedule(house: House, name: string): Promise<Schedule> {
  const since = new Date().toISOString();
  const schedule = await openSchedules(house.folder).change(name, (current) =>
    current.paused ? { ...current, paused: false, since } : current,
  );
  await house.journal().schedules.saveChange({ name, change: "resumed", operator: operatorName(), schedule });
  return schedule;
}

/** Takes a schedule away, with the addresses of its webhooks; what it has run stays in the journal. Throws `library/not-found`. */
export async function removeSchedule(house: House, name: string): Promise<void> {
  const { delivery } = await openSchedules(house.folder).get(name);
  await openSchedules(house.folder).remove(name);
  const secrets = delivery.targets.flatMap((one) => ("secret" in one ? [one.secret] : []));
  const store = secrets.length === 0 ? undefined : await openSecretStore(house.folder, house.settings.keychain);
  for (const secret of secrets) await store?.delete(secret);
  await house.journal().schedules.saveChange({ name, change: "removed", operator: operatorName(), schedule: null });
}
