// Question: Who was sent many push prompts within ten minutes, and did they deny any?
// Area: sign-in
// Key: userId

// Counts: for each user the most prompts within one span of the minutes asked for, beginning with a prompt
// Traps: the threshold is a choice, not Okta's; a slow phone makes prompts too; Okta keeps its log for 90 days

import { daysAgo, now, okta } from "okta";

export const title = "Push prompts in quick succession";
export const params = { days: 7, prompts: 4, minutes: 10 };

export default async function ({ days, prompts, minutes }: typeof params) {
  const events = await okta
    .listLogEvents({
      since: daysAgo(days),
      until: now(),
      filter: `eventType eq "system.push.send_factor_verify_push" or eventType eq "user.mfa.okta_verify.deny_push"`,
    })
    .all();
  const users = new Map<string, { id: string; login: string; sent: string[]; denied: string[] }>();
  for (const event of events) {
    if (!event.actor) continue;
    const { id, alternateId } = event.actor;
    const user = users.get(id) ?? { id, login: alternateId ?? "unknown", sent: [], denied: [] };
    if (event.eventType === "user.mfa.okta_verify.deny_push") user.denied.push(event.published);
    else user.sent.push(event.published);
    users.set(id, user);
  }
  const within = (from: string, at: string) => {
    const past = Date.parse(at) - Date.parse(from);
    return past >= 0 && past < minutes * 60_000;
  };
  return [...users.values()]
    .map((user) => {
      const spans = user.sent.map((from) => ({ from, count: user.sent.filter((at) => within(from, at)).length }));
      const worst = spans.toSorted((a, b) => b.count - a.count).at(0);
      return {
        userId: user.id,
        login: user.login,
        prompts: worst?.count ?? 0,
        from: worst?.from ?? null,
        denied: user.denied.length,
      };
    })
    .filter((row) => row.prompts >= prompts)
    .toSorted((a, b) => b.prompts - a.prompts);
}
