import { z } from "zod";
import { type DeliveryFormat, deliveryFormats } from "../../terms/delivery-format.ts";
import { type Pack, packs } from "../starter-reports.ts";
import { type Target, targetShape } from "./target.ts";

/**
 * What a condition on an answer is about: that there are rows, or that there are none; of a pack that a requirement fails, accepted
 * exceptions apart.
 */
export const alertConditions = ["any-row", "no-row", "any-fail"] as const;

/** What makes an answer an alert. */
export type AlertCondition = (typeof alertConditions)[number];

/** What becomes of times at which no watcher was there: one run for all of them, or none. */
export const missedRules = ["once", "skip"] as const;

/** One of the rules. */
export type MissedRule = (typeof missedRules)[number];

/** Which answers are delivered: all, those that differ from the one before, or those that are an alert. What is no answer always is. */
export const deliveryRules = ["always", "difference", "alert"] as const;

/** One of the rules. */
export type DeliveryRule = (typeof deliveryRules)[number];

/** How a schedule's answers are delivered. */
export interface DeliveryPlan {
  readonly rule: DeliveryRule;
  /** None: answers stay in the journal. */
  readonly targets: readonly Target[];
  /** The column by whose values files and mails are split. */
  readonly split?: string | undefined;
  /** Of what goes with a mail. */
  readonly form: DeliveryFormat;
  /** A byte order mark before CSV. */
  readonly byteOrderMark: boolean;
}

/** A report, or a pack of them, that is run by itself at certain times. */
export interface Schedule {
  readonly name: string;
  /** Name of the report, or of the pack. */
  readonly report: string;
  /** Set where all reports of a pack are run, one after the other, with one delivery. */
  readonly pack?: Pack | undefined;
  /** Origin of the org that it is run on: its approval holds for no other. */
  readonly org: string;
  /** Five parts: minute, hour, day, month, weekday. */
  readonly cron: string;
  /** IANA name: of the times, and of calendar days in the run. */
  readonly zone: string;
  /** Values as the operator typed them. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly missed: MissedRule;
  readonly alertWhen?: AlertCondition | undefined;
  readonly delivery: DeliveryPlan;
  readonly paused: boolean;
  /** Times after this one count, ISO 8601: when it was added, or went on after a pause. */
  readonly since: string;
  /** Who added it, as claimed by the operating system. */
  readonly by: string;
}

/** Version of the shape of a kept schedule. Since 2 there are packs; files of version 1 are read as they are. */
export const scheduleVersion = 2;

/** What the file of a schedule may hold. */
export const scheduleShape: z.ZodType<Schedule> = z.strictObject({
  name: z.string(),
  report: z.string(),
  pack: z.enum(packs).optional(),
  org: z.string(),
  cron: z.string(),
  zone: z.string(),
  parameters: z.record(z.string(), z.string()),
  missed: z.enum(missedRules),
  alertWhen: z.enum(alertConditions).optional(),
  delivery: z.strictObject({
    rule: z.enum(deliveryRules),
    targets: z.array(targetShape),
    split: z.string().optional(),
    form: z.enum(deliveryFormats),
    byteOrderMark: z.boolean(),
  }),
  paused: z.boolean(),
  since: z.iso.datetime(),
  by: z.string(),
});
