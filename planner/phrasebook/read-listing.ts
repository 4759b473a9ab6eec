import { listings } from "./listings.ts";
import { matchPattern, type PatternMatch } from "./match-pattern.ts";
import type { ReadResult } from "./read-users.ts";
import type { ListingReading, SingleReading } from "./reading.ts";
import type { SlotValue } from "./slots.ts";
import type { Word } from "./words.ts";

const leads: readonly (readonly [string, boolean])[] = [
  ["please? list|show|find|get|fetch|display|give|export me? a|the? list? of? all|every|any? of? the|our|my?", false],
  ["which|what all?", false],
  ["how many", true],
  ["count all? the?", true],
  ["all|every?", false],
];

type Narrowing = Partial<Pick<ListingReading, "status" | "nameTest" | "narrowing" | "modes">>;

const before: readonly (readonly [string, (slots: readonly SlotValue[]) => Narrowing])[] = [
  ["active", () => ({ status: "ACTIVE" })],
  ["inactive", () => ({ status: "INACTIVE" })],
  ["empty", () => ({ narrowing: "no-members" })],
  ["{mode}", (slots) => ({ narrowing: "modes", modes: valuesOf(slots) })],
];

const after: readonly (readonly [string, (slots: readonly SlotValue[]) => Narrowing])[] = [
  ["with|have|has|that? have? no members|users", () => ({ narrowing: "no-members" })],
  ["without any? members|users", () => ({ narrowing: "no-members" })],
  ["are|is empty", () => ({ narrowing: "no-members" })],
  ["with|have|has no apps|applications assigned?", () => ({ narrowing: "no-apps" })],
  ["without any? apps|applications", () => ({ narrowing: "no-apps" })],
  ["and|with their|the? member|members|user? count|counts|sizes", () => ({ narrowing: "counts" })],
  ["and|with the? number of members", () => ({ narrowing: "counts" })],
  ["using|use|uses|with {mode} sign-on?", (slots) => ({ narrowing: "modes", modes: valuesOf(slots) })],
  ["with {text} in their|the? name|names", (slots) => ({ nameTest: { test: "contains", value: textOf(slots) } })],
  ["containing the? word? {text}", (slots) => ({ nameTest: { test: "contains", value: textOf(slots) } })],
  ["whose name|label contains {text}", (slots) => ({ nameTest: { test: "contains", value: textOf(slots) } })],
  ["whose name|label starts|begins with {text}", (slots) => ({ nameTest: { test: "starts", value: textOf(slots) } })],
  ["named {name}", (slots) => ({ nameTest: { test: "contains", value: textOf(slots) } })],
  ["are|is active", () => ({ status: "ACTIVE" })],
  ["are|is inactive", () => ({ status: "INACTIVE" })],
];

const ends: readonly string[] = [
  "in|within our|my|the|this okta? org|organization|tenant|environment",
  "do we|i have configured?",
  "are there",
  "exist",
  "in okta",
];

/** Which narrowings make sense for which list; the others leave their words uncovered. */
const narrowable: Readonly<Record<string, readonly string[]>> = {
  groups: ["no-members", "no-apps", "counts", "none"],
  apps: ["modes", "none"],
};

/** Reads a question for one of the org's lists. Every word is covered, or the place is named at which it stopped. */
export function readListing(words: readonly Word[], clock: string): ReadResult<ListingReading> {
  let furthest = 0;
  const match = (pattern: string, at: number): readonly PatternMatch[] => {
    return matchPattern(pattern, words, at, clock, (reached) => {
      furthest = Math.max(furthest, reached);
    });
  };
  const maybe = (list: typeof before, at: number): readonly (readonly [number, Narrowing])[] => [
    ...list.flatMap(([pattern, make]) => match(pattern, at).map((one) => [one.end, make(one.slots)] as const)),
    [at, {}],
  ];
  for (const [lead, count] of leads)
    for (const start of match(lead, 0))
      for (const [adjectiveEnd, adjective] of maybe(before, start.end))
        for (const [listing, { said }] of Object.entries(listings))
          for (const subject of said.flatMap((one) => match(one, adjectiveEnd)))
            for (const [narrowedEnd, narrowed] of maybe(after, subject.end))
              for (const end of [
                ...ends.flatMap((one) => match(one, narrowedEnd)).map((one) => one.end),
                narrowedEnd,
              ]) {
                if (end !== words.length) continue;
                const reading = combine(listing, adjective, narrowed, count);
                if (reading !== undefined) return { kind: "read", reading };
              }
  return { kind: "stopped", at: furthest };
}

function combine(listing: string, first: Narrowing, second: Narrowing, count: boolean): ListingReading | undefined {
  const keys = Object.keys(first).filter((key) => Object.hasOwn(second, key));
  if (keys.length > 0) return undefined;
  const { status, nameTest, narrowing = "none", modes = [] } = { ...first, ...second };
  if (status !== undefined && listings[listing]?.hasStatus !== true) return undefined;
  if (!(narrowable[listing] ?? ["none"]).includes(narrowing)) return undefined;
  if (nameTest !== undefined && nameColumn(listing) === undefined) return undefined;
  return { kind: "listing", listing, status, nameTest, narrowing, modes, count };
}

/** The column that holds the name of a listing's items. */
export function nameColumn(listing: string): string | undefined {
  return listings[listing]?.columns.find(([name]) => name === "name" || name === "label")?.[0];
}

function valuesOf([slot]: readonly SlotValue[]): readonly string[] {
  return slot?.kind === "values" ? slot.values : [];
}

function textOf([slot]: readonly SlotValue[]): string {
  return slot?.kind === "text" ? slot.text : "";
}

const singles: readonly (readonly [string, SingleReading["about"]])[] = [
  ["show|get|give|find|display me? the? details|profile for|of user? {login}", "user"],
  ["show|get|find|display me? user {login}", "user"],
  ["what|which groups is {login} a? member of", "user-groups"],
  ["what|which groups is {login} in", "user-groups"],
  ["list|show|get me? all? the? groups of|for user? {login}", "user-groups"],
  ["list|show|get me? all? the? mfa? factors of|for user? {login}", "user-factors"],
  ["what|which mfa? factors does {login} have", "user-factors"],
  ["does the? group {group} have access to the? app|application? {app}", "group-app"],
  ["is the? group {group} assigned to the? app|application? {app}", "group-app"],
  ["is the? {group} group assigned to the? app|application? {app}", "group-app"],
];

/** Reads a question about one user, or one group and one app. */
export function readSingle(words: readonly Word[], clock: string): ReadResult<SingleReading> {
  let furthest = 0;
  for (const [pattern, about] of singles)
    for (const { end, slots } of matchPattern(pattern, words, 0, clock, (reached) => {
      furthest = Math.max(furthest, reached);
    })) {
      const name = textOf(slots);
      const other = about === "group-app" ? textOf(slots.slice(1)) : undefined;
      if (end === words.length) return { kind: "read", reading: { kind: "single", about, name, other } };
    }
  return { kind: "stopped", at: furthest };
}
