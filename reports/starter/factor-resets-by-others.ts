// Question: Whose factors were reset or taken away by somebody else in the last 30 days?
// Area: mfa
// Key: event

// Counts: events user.mfa.factor.reset_all and user.mfa.factor.deactivate whose actor is not the user they are about
// Traps: an attacker who talks the help desk over leaves exactly this; a rule or an import may reset factors too

import { daysAgo, now, okta } from "okta";

export const title = "Factors reset by somebody else";
export const params = { days: 30 };

export default async function ({ days }: typeof params) {
  const events = await okta
    .listLogEvents({
      since: daysAgo(days),
      until: now(),
      filter: 'eventType eq "user.mfa.factor.reset_all" or eventType eq "user.mfa.factor.deactivate"',
    })
    .all();
  return events.flatMap((event) => {
    const user = (event.target ?? []).find((one) => one.type === "User");
    if (user === undefined || user.id === event.actor?.id) return [];
    return [
      {
        event: event.uuid,
        at: event.published,
        eventType: event.eventType,
        actorId: event.actor?.id ?? null,
        by: event.actor?.alternateId ?? null,
        userId: user.id ?? null,
        user: user.alternateId ?? null,
      },
    ];
  });
}
