import { z } from "zod";
import { definitionShape, parametersShape, type ReportText } from "./report-text.ts";

/** The review under which a version of a report was accepted, and by which build. */
export interface AcceptedReview {
  readonly reviewHash: string;
  /** The review as it was read, line by line: a later one is compared with it in its own words. */
  readonly words: readonly string[];
  /** Hash of stub, runtime, transformer, compiler and engine. */
  readonly buildHash: string;
  /** ISO 8601. */
  readonly at: string;
  /** Who, as claimed by the operating system. */
  readonly by: string;
}

/** How a version came about. */
export type VersionOrigin = "saved" | "edited" | "imported";

/** One version of a report. */
export interface ReportVersion extends ReportText {
  /** From 1. */
  readonly number: number;
  readonly how: VersionOrigin;
  /** The run that it was saved from. */
  readonly run?: string | undefined;
  readonly at: string;
  readonly by: string;
  /** Never empty; the last one counts. */
  readonly reviews: readonly AcceptedReview[];
}

/** A vetted snippet with its history. */
export interface Report {
  readonly name: string;
  /** Oldest first, never empty; the last one counts. */
  readonly versions: readonly ReportVersion[];
}

/** Version of the shape of a kept report. */
export const reportVersion = 1;

const acceptedReview: z.ZodType<AcceptedReview> = z.strictObject({
  reviewHash: z.string(),
  words: z.array(z.string()),
  buildHash: z.string(),
  at: z.string(),
  by: z.string(),
});

const version: z.ZodType<ReportVersion> = z.strictObject({
  number: z.number().int().min(1),
  how: z.enum(["saved", "edited", "imported"]),
  run: z.string().optional(),
  at: z.string(),
  by: z.string(),
  source: z.string(),
  question: z.string().optional(),
  area: z.string().optional(),
  keyColumns: z.array(z.string()),
  parameters: parametersShape,
  definitions: z.array(definitionShape),
  reviews: z.array(acceptedReview).min(1),
});

/** What a file of the library may hold. */
export const reportShape: z.ZodType<Report> = z.strictObject({ name: z.string(), versions: z.array(version).min(1) });

/** The version of a report that counts. */
export function currentVersion({ name, versions }: Report): ReportVersion {
  const last = versions.at(-1);
  if (last === undefined) throw new Error(`The report ${name} has no version.`);
  return last;
}

/** The review under which a version was last accepted. */
export function currentReview({ number, reviews }: ReportVersion): AcceptedReview {
  const last = reviews.at(-1);
  if (last === undefined) throw new Error(`Version ${number} has no review.`);
  return last;
}
