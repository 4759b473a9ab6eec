// Question: For whom did sign-ins fail most in the last 7 days, and from how many addresses?
// Area: sign-in
// Key: user

// Counts: events user.session.start and user.authentication.auth_via_mfa with the outcome FAILURE or DENY
// Traps: a wrong name has no user behind it and stands under what was typed; Okta keeps its log for 90 days

import { daysAgo, now, okta } from "okta";

export const title = "Failed sign-ins by user";
export const params = { days: 7, atLeast: 5 };

export default async function ({ days, atLeast }: typeof params) {
  const events = await okta
    .listLogEvents({
      since: daysAgo(days),
      until: now(),
      filter:
        '(eventType eq "user.session.start" or eventType eq "user.authentication.auth_via_mfa") and (outcome.result eq "FAILURE" or outcome.result eq "DENY")',
    })
    .all();
  const byUser = new Map<string, { user: string; failures: number; addresses: Set<string>; last: string }>();
  for (const event of events) {
    const user = event.actor?.alternateId ?? "unknown";
    const entry = byUser.get(user) ?? { user, failures: 0, addresses: new Set<string>(), last: event.published };
    entry.failures += 1;
    if (event.client?.ipAddress) entry.addresses.add(event.client.ipAddress);
    if (event.published > entry.last) entry.last = event.published;
    byUser.set(user, entry);
  }
  return [...byUser.values()]
    .filter((entry) => entry.failures >= atLeast)
    .map((entry) => ({
      user: entry.user,
      failures: entry.failures,
      addresses: entry.addresses.size,
      last: entry.last,
    }))
    .toSorted((a, b) => b.failures - a.failures);
}
