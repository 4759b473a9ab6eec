import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { unwritable } from "../../library/with-lock.ts";
import type { Alert } from "./alert.ts";

/** Where alerts are written down, a line of JSON each, for whatever watches logs. */
export function writtenAlertsPath(folder: string): string {
  return join(folder, "alerts.log");
}

/** Writes down that an alert was raised, or that it cleared. Throws `library/unwritable`. */
export async function writeDownAlert(
  folder: string,
  what: "raised" | "cleared",
  alert: Alert,
  nowMs: number,
): Promise<void> {
  const { kind, org, orgName, about, since, found, why, help } = alert;
  const line = { at: new Date(nowMs).toISOString(), what, kind, org, orgName, about, since, found, why, help };
  const path = writtenAlertsPath(folder);
  await appendFile(path, `${JSON.stringify(line)}\n`, { mode: 0o600 }).catch((error: unknown) => {
    throw unwritable(path, error);
  });
}
