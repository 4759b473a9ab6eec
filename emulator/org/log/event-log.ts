import { dayMs } from "../clock-text.ts";
import type { Org } from "../org.ts";
import { createHashes } from "../random.ts";

/** Days for which the org keeps its log. */
const retentionDays = 90;

/** The order of the log: positions ascend with time. What stands at a position is worked out when asked for. */
export interface EventLog {
  readonly size: number;
  /** How many people, apps and groups there were when the log was begun: who is added later is in none of its events. */
  readonly population: { readonly people: number; readonly apps: number; readonly groups: number };
  /** Moment of an event in ms. */
  readonly timeAt: (position: number) => number;
  /** A person whose last sign-in this event is, or the number of a scattered event. */
  readonly sourceAt: (position: number) => { readonly signInOf: number } | { readonly scattered: number };
}

/** The log of an org: the last sign-in of each person who signed in lately, and events scattered evenly over the days. */
export function createEventLog(org: Org, eventsPerUserDay: number): EventLog {
  const start = org.now - retentionDays * dayMs;
  const count = Math.floor(org.people.length * eventsPerUserDay * retentionDays);
  const step = (retentionDays * dayMs) / Math.max(1, count);
  const delayOf = createHashes(org.seed, "event-time");
  const scatteredTime = (number: number): number => Math.floor(start + (number + delayOf(number) * 0.98) * step);
  const signIns = org.people
    .filter((person) => (person.lastLogin ?? 0) >= start)
    .toSorted((left, right) => (left.lastLogin ?? 0) - (right.lastLogin ?? 0));
  const sources = new Int32Array(count + signIns.length);
  let next = 0;
  for (let number = 0, at = 0; at < sources.length; at += 1) {
    const person = signIns[next];
    if (person !== undefined && (number >= count || (person.lastLogin ?? 0) <= scatteredTime(number))) {
      sources[at] = -1 - person.index;
      next += 1;
    } else {
      sources[at] = number;
      number += 1;
    }
  }
  const signInTime = (index: number): number => Math.floor((org.people[index]?.lastLogin ?? 0) / 1000) * 1000;
  const sourceAt: EventLog["sourceAt"] = (position) => {
    const source = sources[position] ?? 0;
    return source < 0 ? { signInOf: -1 - source } : { scattered: source };
  };
  return {
    size: sources.length,
    population: { people: org.people.length, apps: org.apps.length, groups: org.groups.length },
    sourceAt,
    timeAt: (position) => {
      const source = sourceAt(position);
      return "signInOf" in source ? signInTime(source.signInOf) : scatteredTime(source.scattered);
    },
  };
}

/** First position whose event is not before a moment: a binary search. */
export function positionFrom(log: EventLog, at: number): number {
  let low = 0;
  let high = log.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (log.timeAt(middle) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
