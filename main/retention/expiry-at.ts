import type { Expiry } from "../../audit/erasure/erasure-task.ts";
import type { Settings } from "../config/settings.ts";
import { dayMs } from "../../terms/day-ms.ts";

/** What began before which time is out of its time at that moment, in milliseconds since 1970. */
export function expiryAt({ keepDays, keepReportDays }: Settings, atMs: number): Expiry {
  const before = (days: number): string => new Date(atMs - days * dayMs).toISOString();
  return { reports: before(keepReportDays), others: before(keepDays) };
}
