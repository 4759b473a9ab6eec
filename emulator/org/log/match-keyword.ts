import type { EventOutlines } from "./event-outlines.ts";
import { decisionsOf, type EventPart, type EventParts } from "./event-parts.ts";
import { eventKinds } from "./event-kinds.ts";
import { logEventAt } from "./log-event.ts";
import { remember, type Matches } from "./remember.ts";
import { createTargetTest } from "./target-test.ts";

/** With one of these a word can begin in one part of an event's text and end in another. */
const mayCross = /[",[\]{}\\]/;
const lowerText = (value: unknown): string => JSON.stringify(value).toLowerCase();

const never: Matches = () => false;

/** Where the word is in what parts by position have besides the own texts: in all events or in none. */
function inFrames({ parts, own }: EventParts, word: string): boolean {
  const frames = parts
    .filter(({ by }) => by === "position")
    .map(({ name, at }) => JSON.stringify({ [name]: at(0) }))
    .map((text) => own.reduce((left, { at }) => left.replace(at(0), ""), text));
  return frames.some((text) => text.toLowerCase().includes(word));
}

/** Where the word is in the name of the targets, in one of them, or in the `null` of an event that has none. */
function inTargets(outlines: EventOutlines, word: string): Matches {
  const inEntry = createTargetTest(outlines, (target) => lowerText(target).includes(word));
  const isNone = remember(
    eventKinds.length,
    outlines.kindAt,
    (position) => eventKinds[outlines.kindAt(position)]?.target === "none",
  );
  const [inNone, inName] = ['"target":null', '"target":'].map((text) => text.includes(word));
  return (position) => (isNone(position) ? inNone === true : inName === true || inEntry(position));
}

function inPart(outlines: EventOutlines, { name, by, at }: EventPart, word: string): Matches {
  const decisions = decisionsOf(outlines, by);
  if (decisions === undefined) return never;
  return remember(decisions.count, decisions.at, (position) => lowerText({ [name]: at(position) }).includes(word));
}

/** The positions in whose events, written out, a word in lower case stands anywhere. Events are made only where they must be. */
export function matchKeyword(outlines: EventOutlines, parts: EventParts, word: string): Matches {
  if (mayCross.test(word)) return (position) => lowerText(logEventAt(parts, position)).includes(word);
  if (inFrames(parts, word)) return () => true;
  const places = [
    ...parts.parts.map((part) => inPart(outlines, part, word)).filter((matches) => matches !== never),
    inTargets(outlines, word),
    ...parts.own.map(({ matching }) => matching(word)),
  ];
  return (position) => places.some((matches) => matches(position));
}
