import type { Alert } from "../../main/alerts/alert.ts";
import type { FailureText } from "../../terms/failure.ts";
import { sayOrg } from "../../terms/say-org.ts";
import { safeText } from "./safe-text.ts";

/** An alert as one line, when it is raised. */
export function renderAlert({ found, why, help }: FailureText): string {
  return `Alert: ${safeText(`${found} ${why} ${help}`)}`;
}

/** The alerts that stand. */
export function renderAlerts(alerts: readonly Alert[]): string {
  if (alerts.length === 0) return "Nothing is alerted.";
  return alerts
    .flatMap(({ since, org, orgName, found, help }) => [
      `since ${since}${org === null ? "" : `, ${safeText(sayOrg(orgName ?? undefined, org))}`}: ${safeText(found)}`,
      `  What to do: ${safeText(help)}`,
    ])
    .join("\n");
}
