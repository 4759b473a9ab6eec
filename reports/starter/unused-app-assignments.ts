// Question: Who is assigned to an app and has not opened it through Okta lately?
// Area: access
// Key: id

// Counts: assigned users without a successful user.authentication.sso to the app in the days asked for
// Traps: Okta keeps its log for 90 days; a long session in the app itself leaves no event, so ask before taking access away

import { daysAgo, filter, named, now, okta } from "okta";

export const title = "Assigned users without a sign-in to the app";
export const params = { app: "GitHub", days: 90 };

export default async function ({ app, days }: typeof params) {
  const target = named(await okta.listApplications().all(), "label", app);
  const assigned = await okta.listApplicationUsers({ appId: target.id, expand: "user" }).all();
  const events = await okta
    .listLogEvents({
      since: daysAgo(days),
      until: now(),
      filter: filter`eventType eq "user.authentication.sso" and target.id eq ${target.id} and outcome.result eq "SUCCESS"`,
    })
    .all();
  const signIns = new Map<string, number>();
  for (const event of events) {
    if (event.actor) signIns.set(event.actor.id, (signIns.get(event.actor.id) ?? 0) + 1);
  }
  return assigned
    .map((one) => ({
      id: one.id,
      login: one._embedded.user.profile.login,
      status: one._embedded.user.status,
      app: target.label,
      scope: one.scope,
      assigned: one.created,
      signIns: signIns.get(one.id) ?? 0,
    }))
    .filter((row) => row.signIns === 0);
}
