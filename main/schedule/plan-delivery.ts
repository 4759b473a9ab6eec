import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { type Destination, parseDestination } from "../../deliveries/destination.ts";
import type { DeliveryPlan, DeliveryRule } from "../../reports/schedule/schedule.ts";
import type { Target } from "../../reports/schedule/target.ts";
import type { DeliveryFormat } from "../../terms/delivery-format.ts";
import { Failure } from "../../terms/failure.ts";
import type { Secret } from "../../terms/secret.ts";

/** How answers are to be delivered, as the operator says it. */
export interface DeliveryToPlan {
  /** Destinations, as `parseDestination` reads them. */
  readonly to: readonly string[];
  readonly rule: DeliveryRule;
  readonly split?: string | undefined;
  readonly form: DeliveryFormat;
  readonly byteOrderMark: boolean;
  /** Domains in which mails may go to addresses out of an answer. */
  readonly domains: readonly string[];
}

/** A report, as far as it decides what can be delivered of it. */
export interface Deliverable {
  /** The schedule's name. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly keyColumns: readonly string[];
  readonly hasAlert: boolean;
  readonly hasMailServer: boolean;
  /** Relative names of files are of this folder. */
  readonly folder: string;
}

/** A plan, and the secrets that belong to it under their names. */
export interface PlannedDelivery {
  readonly plan: DeliveryPlan;
  readonly secrets: ReadonlyMap<string, Secret>;
}

function unusable(setting: string, found: string, help: string): Failure<"config/invalid"> {
  const why = "A schedule delivers when nobody is there to ask, so nothing was added.";
  return new Failure("config/invalid", { setting, expected: help }, { found, why, help });
}

function checkRule({ rule, split }: DeliveryToPlan, { columns, keyColumns, hasAlert }: Deliverable): void {
  if (rule === "alert" && !hasAlert) {
    const help = "Add --fail-when any-row or no-row, or any-fail for a pack.";
    throw unusable("--deliver", "--deliver alert is set, but not which answer is an alert.", help);
  }
  if (rule === "difference" && keyColumns.length === 0) {
    const help = "Give the report a line // Key: COLUMN, with attest report edit.";
    throw unusable("--deliver", "The report has no key columns, by which two answers are compared.", help);
  }
  if (split !== undefined && !columns.includes(split)) {
    throw unusable("--split", `The report has no column ${split} to split by.`, `Name one of ${columns.join(", ")}.`);
  }
}

function checkDestinations(
  destinations: readonly Destination[],
  { split, domains }: DeliveryToPlan,
  { hasMailServer }: Deliverable,
): void {
  const byValue = destinations.some((one) => one.kind === "mail-by-value");
  if (byValue && split === undefined) {
    throw unusable("--to", '"mail:{value}" needs a column with the addresses.', "Name it with --split COLUMN.");
  }
  if (byValue && domains.length === 0) {
    const found = '"mail:{value}" sends to addresses that are in the org, and who can write there could name any.';
    throw unusable("--domain", found, "Name the domains that mail may go to with --domain acme.com.");
  }
  if (byValue && destinations.every((one) => one.kind === "mail-by-value")) {
    const found = "With mails to single values alone nobody would hear of a run that fails.";
    throw unusable("--to", found, "Add another --to, which is told of it and of mails that could not be sent.");
  }
  if (!hasMailServer && destinations.some((one) => one.kind === "mail" || one.kind === "mail-by-value")) {
    const help = "Set SMTP_URL and SMTP_FROM, or store them with attest schedule smtp.";
    throw unusable("SMTP_URL", "No mail server is set.", help);
  }
}

/** Files of one pattern must not be written over each other. */
function patternOf(pattern: string, split: string | undefined, folder: string): string {
  const path = resolve(folder, pattern);
  if (split === undefined || pattern.includes("{value}")) return path;
  return path.replace(/(\.[^./\\]+)$/, "-{value}$1");
}

function targetOf(
  destination: Destination,
  { split, domains }: DeliveryToPlan,
  { name, folder }: Deliverable,
): readonly [Target, ...(readonly (readonly [string, Secret])[])] {
  switch (destination.kind) {
    case "slack":
    case "teams":
    case "webhook": {
      const { kind, host, url } = destination;
      const secret = `schedule ${name} ${randomUUID()}`;
      return [{ kind, host, secret }, [secret, url]];
    }
    case "mail":
      return [destination];
    case "mail-by-value":
      return [{ kind: "mail-by-value", domains }];
    case "file":
      return [{ kind: "file", pattern: patternOf(destination.pattern, split, folder) }];
  }
}

/** Reads how answers are to be delivered. Throws `config/invalid` for what could not be, or would be delivered to nobody. */
export function planDelivery(wanted: DeliveryToPlan, report: Deliverable): PlannedDelivery {
  const { rule, split, form, byteOrderMark } = wanted;
  const destinations = wanted.to.map(parseDestination);
  checkRule(wanted, report);
  checkDestinations(destinations, wanted, report);
  const planned = destinations.map((one) => targetOf(one, wanted, report));
  return {
    plan: { rule, targets: planned.map(([target]) => target), split, form, byteOrderMark },
    secrets: new Map(planned.flatMap(([, ...secrets]) => secrets)),
  };
}
