import { createLetters, createLettersTest } from "../object-id.ts";
import type { EventOutlines } from "./event-outlines.ts";
import type { Matches } from "./remember.ts";

/** A text that each event has of its own. */
export interface OwnText {
  readonly at: (position: number) => string;
  /** Where a word in lower case, without quotes, stands in it. */
  readonly matching: (word: string) => Matches;
}

const never: Matches = () => false;

/** Texts of these characters alone: where a word has others no text is made. */
function textOf(characters: RegExp, at: (position: number) => string): OwnText {
  const matching = (word: string): Matches =>
    characters.test(word) ? (position) => at(position).toLowerCase().includes(word) : never;
  return { at, matching };
}

const ofLetters = /^[a-z0-9]+$/;
const ofTime = /^[0-9tz:.-]+$/;
const ofUuid = /^[0-9a-f-]+$/;

/** Random letters and digits after an opening that all of them share. */
function lettersOf(seed: number, kind: string, length: number, opening: string): OwnText {
  const lettersAt = createLetters(seed, kind, length);
  const plain = textOf(ofLetters, (position) => `${opening}${lettersAt(position)}`);
  const mayBeginInOpening = (word: string): boolean =>
    Array.from(opening, (_, at) => opening.slice(at)).some((end) => word.startsWith(end) || end.startsWith(word));
  return {
    at: plain.at,
    matching: (word) => {
      if (!ofLetters.test(word) || mayBeginInOpening(word)) return plain.matching(word);
      return createLettersTest(seed, kind, length, word);
    },
  };
}

/** The own texts of the events of a log. */
export function ownTexts({
  org: { seed },
  log,
}: EventOutlines): Readonly<Record<"transaction" | "session" | "published" | "uuid", OwnText>> {
  const hexAt = createLetters(seed, "uuid", 32);
  return {
    transaction: lettersOf(seed, "transaction", 27, ""),
    session: lettersOf(seed, "session", 22, "idx"),
    published: textOf(ofTime, (position) => new Date(log.timeAt(position)).toISOString()),
    uuid: textOf(ofUuid, (position) => {
      const hex = hexAt(position).replaceAll(/[^0-9a-f]/g, "a");
      const number = String(position).padStart(12, "0");
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-11ef-${hex.slice(12, 16)}-${number}`;
    }),
  };
}
