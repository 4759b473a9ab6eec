import { resolve } from "node:path";
import { dueTimes } from "../../reports/schedule/due-times.ts";
import { checkReportName } from "../../reports/report-name.ts";
import type { AlertCondition, MissedRule, Schedule } from "../../reports/schedule/schedule.ts";
import { openSchedules } from "../../reports/schedule/schedules.ts";
import type { DeclaredTables } from "../../terms/input-table.ts";
import type { Finding } from "../../terms/finding.ts";
import { openSecretStore } from "../config/secret-store.ts";
import { findMailServer } from "../delivery/mail-server.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import { operatorName } from "../operator.ts";
import { schemaForRun } from "../org/schema-for-run.ts";
import { getNamedReport, type NamedReport } from "../report/named-report.ts";
import { decide } from "../run/decide.ts";
import { givenValues } from "../run/given-values.ts";
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
  readonly report: string;
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

/** A schedule that was added, or why it was not: a schedule runs nothing that was not approved. */
export type AddedSchedule =
  | { readonly kind: "added"; readonly schedule: Schedule; readonly next: string }
  | { readonly kind: "findings"; readonly findings: readonly Finding[]; readonly source: string }
  | {
      readonly kind: "waiting";
      readonly why: "no-terminal" | "refused" | "policy";
      readonly rendered: string;
      readonly reviewHash: string;
    };

type Permission =
  | { readonly kind: "approved"; readonly parameters: ScheduleToAdd["parameters"]; readonly columns: readonly string[] }
  | Exclude<AddedSchedule, { readonly kind: "added" }>;

/** The values as they mean the same in whichever folder they are used: of files the whole path. */
function wherever(typed: ScheduleToAdd["parameters"], tables: DeclaredTables): ScheduleToAdd["parameters"] {
  const entries = Object.entries(typed);
  return Object.fromEntries(entries.map(([name, text]) => [name, Object.hasOwn(tables, name) ? resolve(text) : text]));
}

/** Checks the report and its parameters, and asks for its approval where it has none yet. */
async function permission(
  house: House,
  report: NamedReport,
  typed: ScheduleToAdd["parameters"],
  front: Front,
): Promise<Permission> {
  const { source, definitions, question } = report;
  const org = await house.org();
  const result = await house.checker().check(source, { orgSchema: await schemaForRun(house, front), definitions });
  if (result.kind === "findings") return { kind: "findings", findings: result.findings, source };
  const { checked } = result;
  const { review } = checked;
  const given = await givenValues(checked, report.parameters, typed);
  const kept = { source, review, question, reading: undefined, plan: undefined, planner: "report" } as const;
  await house.journal().saveSnippet(kept);
  // A yes that was given unseen does not stand for runs that nobody watches.
  const decided = await decide(
    house,
    { checked, org: org.address.origin, ...given },
    { ...front, yes: false, isScheduled: true },
  );
  if (decided.kind === "approved" && !decided.sampled) {
    const columns = review.columns.map((one) => one.name);
    return { kind: "approved", parameters: wherever(typed, checked.tables), columns };
  }
  const rendered = decided.kind === "waiting" ? decided.rendered : "";
  const why = decided.kind === "waiting" ? decided.why : "refused";
  return { kind: "waiting", why, rendered, reviewHash: review.reviewHash };
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
  const { report: reportName, cron, missed, alertWhen } = wanted;
  const name = checkReportName(wanted.name ?? reportName, "schedule");
  const zone = wanted.zone ?? house.settings.timeZone;
  const times = dueTimes(cron, zone);
  const report = await getNamedReport(house, reportName);
  const permitted = await permission(house, report, wanted.parameters, front);
  if (permitted.kind !== "approved") return permitted;
  const { parameters } = permitted;
  const planned = planDelivery(wanted.delivery, {
    name,
    columns: permitted.columns,
    keyColumns: report.keyColumns,
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
    report: reportName,
    org,
    parameters,
    alertWhen,
    by,
    ...when,
    delivery: planned.plan,
  };
  await keepWithSecrets(house, schedule, planned.secrets);
  await house.journal().saveScheduleChange({ name, change: "added", operator: by, schedule });
  return { kind: "added", schedule, next: times.next(now.getTime()) ?? since };
}
