import type { Org } from "../org.ts";
import { createRandom, createStarts, drawAt, weightedAt } from "../random.ts";
import {
  absent,
  administrative,
  denied,
  type EventKind,
  kindNumbers,
  present,
  prompted,
  signIn,
} from "./event-kinds.ts";
import type { EventLog } from "./event-log.ts";

/**
 * What the events of a log are made of, by number. Nothing is made of an event to learn it, so that a search through the millions
 * of a large org makes but those that it finds.
 */
export interface EventOutlines {
  readonly org: Org;
  readonly log: EventLog;
  /** Number of its kind among `eventKinds`. */
  readonly kindAt: (position: number) => number;
  /** Index of the person who did it. */
  readonly actorAt: (position: number) => number;
  /** Last number of the address that it came from, from 1 to `mostHosts`. */
  readonly hostAt: (position: number) => number;
  /** A person, an app and a group that it may be about, by index: its kind says about which it is. */
  readonly someoneAt: (position: number) => number;
  readonly appAt: (position: number) => number;
  readonly groupAt: (position: number) => number;
}

/** How many addresses there are. */
export const mostHosts = 250;

/** Every so many events somebody is asked by push time and again, and says no at last. */
const burst = { every: 499, length: 6 };
/** Share of events that admins cause, and how many admins do. */
const admins = { share: 0.06, count: 3 };
/** Apps and groups before these are Okta's own, with which nothing happens. */
const [ownApps, ownGroups] = [3, 2];

type Chosen = readonly [kind: EventKind, person: number];

/** What happens at a position, and by whom. Nobody signs in after the last sign-in that the user shows. */
function createChoose(org: Org, log: EventLog, startOf: (position: number) => number): (position: number) => Chosen {
  const { people } = log.population;
  const prompt = (number: number): Chosen => {
    const random = createRandom(org.seed, "burst", Math.floor(number / burst.every));
    return [number % burst.every === burst.length - 1 ? denied : prompted, random.below(people)];
  };
  return (position) => {
    const source = log.sourceAt(position);
    if ("signInOf" in source) return [signIn, source.signInOf];
    if (source.scattered % burst.every < burst.length) return prompt(source.scattered);
    const start = startOf(position);
    const [second, third] = [drawAt(start, 2), drawAt(start, 3)];
    if (drawAt(start, 1) < admins.share) return [weightedAt(administrative, second), Math.floor(third * admins.count)];
    const person = Math.floor(second * people);
    const signedInLater = (org.people[person]?.lastLogin ?? 0) >= log.timeAt(position);
    return [weightedAt(signedInLater ? present : absent, third), person];
  };
}

/** How many numbers of its stream an event has taken for its kind and actor: none where its place in the log says both. */
function drawsBefore(log: EventLog, position: number): number {
  const source = log.sourceAt(position);
  return "signInOf" in source || source.scattered % burst.every < burst.length ? 0 : 3;
}

/** The outlines of a log. Kind and actor are kept when they are first asked for: five bytes an event. */
export function createEventOutlines(org: Org, log: EventLog): EventOutlines {
  const startOf = createStarts(org.seed, "event");
  const choose = createChoose(org, log, startOf);
  const { people, apps, groups } = log.population;
  /** One more than the number of the kind; 0 where it was not asked for. */
  const kinds = new Uint8Array(log.size);
  const actors = new Int32Array(log.size);
  const learn = (position: number): void => {
    if (kinds[position] !== 0) return;
    const [kind, person] = choose(position);
    kinds[position] = 1 + (kindNumbers.get(kind) ?? 0);
    actors[position] = person;
  };
  const draw = (position: number, place: number, bound: number): number =>
    Math.floor(drawAt(startOf(position), drawsBefore(log, position) + place) * bound);
  return {
    org,
    log,
    kindAt: (position) => {
      learn(position);
      return (kinds[position] ?? 0) - 1;
    },
    actorAt: (position) => {
      learn(position);
      return actors[position] ?? 0;
    },
    hostAt: (position) => 1 + draw(position, 1, mostHosts),
    someoneAt: (position) => draw(position, 2, people),
    appAt: (position) => ownApps + draw(position, 3, apps - ownApps),
    groupAt: (position) => ownGroups + draw(position, 4, groups - ownGroups),
  };
}
