/** The helpers beside `okta`, one a line: name, what it is. A test holds the names against the prelude. */
export const helpers = `## Helpers from 'okta'

- each(items, fn): Promise of results in order; the host sets concurrency
- named(list, 'path', text): the one item of that name, else the run ends with the candidates
- exactlyOne(list, what): the only item, else the run ends
- declined(reason): ends the run with a reason
- same(a, b): text compared as Okta does, case ignored
- targetOf(event, 'User' | 'UserGroup' | 'AppInstance' | …): a log event's target of that type, undefined for none
- now(), daysAgo(n), hoursAgo(n): ISO strings before the run's start
- isBefore(date, limit): null and undefined count as before
- daysSince(date): whole days, undefined for null; dayOf(date): '2026-11-23'
- startOfDay('2026-11-23', daysLater?): when a calendar day begins, an ISO string
- filter\`profile.department eq \${name}\`: values quoted safely
- notKnown(value): true where .orUnknown() let a failed read pass
- inputTable({ login: 'string' }): as a value of params: rows of a file that the operator gives
- note(text): a line for the operator`;
