import { dueTimes } from "../../reports/schedule/due-times.ts";
import { checkReportName } from "../../reports/report-name.ts";
import type { AlertCondition, MissedRule, Schedule } from "../../reports/schedule/schedule.ts";
import { openSchedules } from "../../reports/schedule/schedules.ts";
import type { Pack } from "../../reports/starter-reports.ts";
import { Failure } from "../../terms/failure.ts";
import { openSecretStore } from "../config/secret-store.ts";
import { findMailServer } from "../delivery/mail-server.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import { operatorName } from "../operator.ts";
import { getNamedReport } from "../report/named-report.ts";
import { type NotPermitted, type Permitted, permitPack, permitReport } from "./permission.ts";
import { type DeliveryToPlan, planDelivery, type PlannedDelivery } from "./plan-delivery.ts";

export {
  type AlertCondition,
  alertConditions,
  type DeliveryRule,
  deliveryRules,
  type MissedRule,
  missedRules,
} from "../../reports/schedule/schedule.ts";
export { type DeliveryFormat, deliveryFormats } from "../../terms/delivery-format.ts";

/** A schedule as the operator wants it. */
export interface ScheduleToAdd {
  /** Name of a report, or of the pack. */
  readonly report: string;
  /** Set where all of a pack is to be run. */
  readonly pack?: Pack | undefined;
  readonly cron: string;
  /** Default: the report's. */
  readonly name?: string | undefined;
  /** Default: the operator's. */
  readonly zone?: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  readonly missed: MissedRule;
  readonly alertWhen?: AlertCondition | undefined;
  readonly delivery: DeliveryToPlan;
  /** Relative names of files are of this folder. */
  readonly folder: string;
}

/** A schedule that was added, or why it was not. */
export type AddedSchedule =
  | { readonly kind: "added"; readonly schedule: Schedule; readonly next: string }
  | NotPermitted;

function unfit(setting: string, found: string, help: string): Failure<"config/invalid"> {
  const why = "What a schedule is told to do and cannot do would be missed without a word; nothing was added.";
  return new Failure("config/invalid", { setting, expected: help }, { found, why, help });
}

/** What is said of a report and means nothing of a pack, or the other way round. */
function checkFit({ pack, parameters, alertWhen }: ScheduleToAdd): void {
  if (pack === undefined) {
    if (alertWhen !== "any-fail") return;
    throw unfit(
      "--fail-when",
      "any-fail is about the requirements of a pack.",
      "Write --fail-when any-row, or no-row.",
    );
  }
  const [parameter] = Object.keys(parameters);
  if (parameter !== undefined) {
    throw unfit("--param", `The pack ${pack} has no parameter ${parameter}.`, "Schedule the report that has it.");
  }
  if (alertWhen !== undefined && alertWhen !== "any-fail") {
    const found = `The summary of a pack has a row for each requirement, whatever was found: ${alertWhen} says nothing of it.`;
    throw unfit("--fail-when", found, "Write --fail-when any-fail: a requirement fails, accepted exceptions apart.");
  }
}

async function permit(house: House, wanted: ScheduleToAdd, front: Front): Promise<Permitted | NotPermitted> {
  const { report, pack, parameters } = wanted;
  if (pack !== undefined) return permitPack(house, pack, front);
  return permitReport(house, await getNamedReport(house, report), parameters, front);
}

/** Keeps a schedule with the addresses of its webhooks, or neither. */
async function keepWithSecrets(house: House, schedule: Schedule, secrets: PlannedDelivery["secrets"]): Promise<void> {
  const store = secrets.size === 0 ? undefined : await openSecretStore(house.folder, house.settings.keychain);
  for (const [name, secret] of secrets) {
    house.journal().protect(secret);
    await store?.set(name, secret);
  }
  try {
    await openSchedules(house.folder).add(schedule);
  } catch (error) {
    for (const name of secrets.keys()) await store?.delete(name);
    throw error;
  }
}

/**
 * Adds a schedule for the org in use. Throws `library/not-found` for no such report, `library/exists`, and `config/invalid` for a
 * name, time, zone or parameter that cannot be.
 */
export async function addSchedule(house: House, wanted: ScheduleToAdd, front: Front): Promise<AddedSchedule> {
  const { report, pack, cron, missed, alertWhen } = wanted;
  const name = checkReportName(wanted.name ?? report, "schedule");
  const zone = wanted.zone ?? house.settings.timeZone;
  const times = dueTimes(cron, zone);
  checkFit(wanted);
  const permitted = await permit(house, wanted, front);
  if (permitted.kind !== "approved") return permitted;
  const { parameters, columns, keyColumns } = permitted;
  const planned = planDelivery(wanted.delivery, {
    name,
    columns,
    keyColumns,
    hasAlert: alertWhen !== undefined,
    hasMailServer: (await findMailServer(house)) !== undefined,
    folder: wanted.folder,
  });
  const now = new Date();
  const since = now.toISOString();
  const by = operatorName();
  const org = (await house.org()).address.origin;
  const when = { cron, zone, missed, paused: false, since };
  const schedule: Schedule = {
    name,
    report,
    ...(pack === undefined ? {} : { pack }),
    org,
    parameters,
    alertWhen,
    by,
    ...when,
    delivery: planned.plan,
  };
  await keepWithSecrets(house, schedule, planned.secrets);
  await house.journal().schedules.saveChange({ name, change: "added", operator: by, schedule });
  return { kind: "added", schedule, next: times.next(now.getTime()) ?? since };
}
