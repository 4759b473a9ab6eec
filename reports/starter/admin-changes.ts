// Question: Who changed policies, apps, zones, tokens or admin roles in the last 7 days?
// Area: admins
// Key: event

// Counts: one row for each event about policies, apps, zones, API tokens or privileges, with what it touched
// Traps: system.api_token.create also comes from people who sign in to Okta Mobile; Okta keeps its log for 90 days

import { daysAgo, now, okta } from "okta";

export const title = "Changes to the org's configuration";
export const params = { days: 7 };

export default async function ({ days }: typeof params) {
  const events = await okta
    .listLogEvents({
      since: daysAgo(days),
      until: now(),
      filter: `eventType sw "policy.lifecycle" or eventType sw "policy.rule" or eventType sw "application.lifecycle"
        or eventType sw "zone." or eventType sw "system.api_token"
        or eventType sw "user.account.privilege" or eventType sw "group.privilege"`,
    })
    .all();
  return events.map((event) => ({
    event: event.uuid,
    at: event.published,
    by: event.actor?.alternateId ?? null,
    eventType: event.eventType,
    what: event.displayMessage,
    targets: (event.target ?? []).map((one) => one.displayName ?? one.id ?? "unknown"),
    result: event.outcome?.result ?? null,
  }));
}
