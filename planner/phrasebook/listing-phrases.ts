import { numberOf, textOf, valuesOf } from "./phrase.ts";
import type { Comparison, ListingTest, Order } from "./reading.ts";
import type { SlotValue } from "./slots.ts";
import { beforePhrases, rangePhrases, sincePhrases } from "./when-phrases.ts";

type Made = readonly ListingTest[];
type Phrase = readonly [pattern: string, make: (slots: readonly SlotValue[]) => Made];

const status =
  (value: string, not = false): (() => Made) =>
  () => [{ kind: "status", status: value, not }];
const name =
  (test: "contains" | "starts" | "ends", not = false) =>
  (slots: readonly SlotValue[]): Made => [{ kind: "name", test, value: textOf(slots[0]), not }];
const modes =
  (not = false) =>
  (slots: readonly SlotValue[]): Made => [{ kind: "modes", modes: slots.flatMap(valuesOf), not }];
const number =
  (column: "members" | "apps", comparison: Comparison, fixed?: number) =>
  (slots: readonly SlotValue[]): Made => [{ kind: "number", column, comparison, number: fixed ?? numberOf(slots[0]) }];
const type =
  (value: string): (() => Made) =>
  () => [{ kind: "type", type: value }];

/** What stands before a list and narrows it. */
export const before: readonly Phrase[] = [
  ["active|enabled", status("ACTIVE")],
  ["inactive|deactivated", status("INACTIVE")],
  ["empty", number("members", "exactly", 0)],
  ["{mode}", modes()],
  ["{mode} or|and {mode}", modes()],
  ["unassigned", () => [{ kind: "unassigned" }]],
  ["built-in|builtin", type("BUILT_IN")],
];

const have = "with|have|has|having";
const members = "members|users|people|member|user assigned?";
const compared: readonly (readonly [string, Comparison])[] = [
  ["more than {number}", "more"],
  ["over {number}", "more"],
  ["fewer|less than {number}", "fewer"],
  ["under {number}", "fewer"],
  ["at least {number}", "at-least"],
  ["at most {number}", "at-most"],
  ["exactly {number}", "exactly"],
];
const label = "name|names|label|labels";

/** What follows a list and narrows it. */
export const after: readonly Phrase[] = [
  [`${have} no|zero|0 ${members}`, number("members", "exactly", 0)],
  [`without any|a? ${members}`, number("members", "exactly", 0)],
  [`do|does not have any|a? ${members}`, number("members", "exactly", 0)],
  ["are|is empty", number("members", "exactly", 0)],
  ["are|is not empty", number("members", "more", 0)],
  [`${have} no|zero|0 apps|applications|app assigned?`, number("apps", "exactly", 0)],
  ["without any? apps|applications|app assigned?", number("apps", "exactly", 0)],
  ["are|is? not assigned to|any any? app|apps|application|applications", number("apps", "exactly", 0)],
  ["do|does not have any? apps|applications assigned?", number("apps", "exactly", 0)],
  ...compared.flatMap(([said, comparison]): readonly Phrase[] => [
    [`${have} ${said} ${members}`, number("members", comparison)],
    [`${have} ${said} apps|applications assigned?`, number("apps", comparison)],
  ]),
  ["using|use|uses|with|for {mode} sign-on|authentication?", modes()],
  ["using|use|uses|with {mode} or {mode} sign-on?", modes()],
  ["that? do|does not use {mode}", modes(true)],
  ["whose sign-on mode is {mode}", modes()],
  [`with {text} in their|the|its? ${label}`, name("contains")],
  [`have|has|having {text} in their|the|its? ${label}`, name("contains")],
  ["containing|contain the? word? {text}", name("contains")],
  [`whose ${label} contains|contain|includes|include the? word? {text}`, name("contains")],
  [`with a|the? ${label} containing|that? contains? the? word? {text}`, name("contains")],
  [`whose ${label} does|do not contain|include {text}`, name("contains", true)],
  [`whose ${label} starts|begins|start|begin with {text}`, name("starts")],
  ["starting|beginning|start|starts|begin|begins with {text}", name("starts")],
  [`with a|the? ${label} starting|beginning with {text}`, name("starts")],
  [`whose ${label} ends|end with {text}`, name("ends")],
  ["ending|end|ends with {text}", name("ends")],
  ["named|called {name}", name("contains")],
  ["are|is active|enabled", status("ACTIVE")],
  ["are|is inactive|deactivated|disabled", status("INACTIVE")],
  ["are|is not active", status("ACTIVE", true)],
  ["in|with status of|is? active", status("ACTIVE")],
  ["in|with status of|is? inactive", status("INACTIVE")],
  ["are|is? imported from an|a? app|application|apps|applications|directory", type("APP_GROUP")],
  ["of type okta_group", type("OKTA_GROUP")],
  ["of type app_group", type("APP_GROUP")],
  ["of type built_in", type("BUILT_IN")],
  ["are|is built-in|builtin", type("BUILT_IN")],
  ["are|is? not assigned to anyone|anybody|somebody|any", () => [{ kind: "unassigned" }]],
  ["are|is? assigned to nobody|noone", () => [{ kind: "unassigned" }]],
  ["are|is? assigned to no one", () => [{ kind: "unassigned" }]],
  ["are|is? not assigned to any user|users or any? group|groups", () => [{ kind: "unassigned" }]],
  [`${have} no assignment|assignments`, () => [{ kind: "unassigned" }]],
  ["without any|an? assignment|assignments", () => [{ kind: "unassigned" }]],
  ["do|does not have any? assignments|assignment", () => [{ kind: "unassigned" }]],
  ["are|is unassigned", () => [{ kind: "unassigned" }]],
  ["nobody|noone is|has assigned to", () => [{ kind: "unassigned" }]],
  [`${have} an|any? admin|administrator role|roles|privileges|rights assigned?`, () => [{ kind: "roles" }]],
  ["that? grant|grants|give|gives admin|administrator role|roles|rights|privileges|access", () => [{ kind: "roles" }]],
  [`${have} no owner|owners`, () => [{ kind: "no-owner" }]],
  ["without an|any? owner|owners", () => [{ kind: "no-owner" }]],
  ...dated("created", ["were|was|are|is? created|added"]),
  ...dated("lastUpdated", ["were|was|are|is|have|has? been? last? updated|modified|changed"]),
  ...dated("lastMembershipUpdated", [
    "with membership changes|updates",
    "whose membership|members was|were last? changed|updated",
  ]),
];

function dated(column: string, verbs: readonly string[]): readonly Phrase[] {
  return [...sincePhrases, ...beforePhrases, ...rangePhrases].flatMap((when) =>
    verbs.map((verb): Phrase => [
      `${verb} ${when.pattern}`,
      (slots) => {
        const span = when.make(slots);
        const tests: ListingTest[] = [];
        if (span.since !== undefined) tests.push({ kind: "date", column, side: "since", moment: span.since });
        if (span.before !== undefined) tests.push({ kind: "date", column, side: "before", moment: span.before });
        return tests;
      },
    ]),
  );
}

const byMembers = (slots: readonly SlotValue[]): Order => ({
  by: "members",
  descending: true,
  limit: slots[0] === undefined ? undefined : numberOf(slots[0]),
});

/** What stands before groups and says which come first. */
export const firstOnes: readonly (readonly [string, (slots: readonly SlotValue[]) => Order])[] = [
  ["top? {number} largest|biggest", byMembers],
  ["largest|biggest {number}", byMembers],
  ["{number} smallest", (slots) => ({ ...byMembers(slots), descending: false })],
];

const size = "members|size|member|membership|user count?";

/** What stands at the end and says in which order. */
export const orders: readonly (readonly [string, (slots: readonly SlotValue[]) => Order])[] = [
  [`,? sorted|ordered|ranked by the|number|their? of? ${size} descending|desc`, () => byMembers([])],
  [`,? sorted|ordered|ranked by the|number|their? of? ${size} , largest|biggest|highest first`, () => byMembers([])],
  [
    `,? sorted|ordered|ranked by the|number|their? of? ${size} ascending|asc?`,
    () => ({ ...byMembers([]), descending: false }),
  ],
  [", largest|biggest first", () => byMembers([])],
  [",? sorted|ordered by name|label", () => ({ by: "name", descending: false, limit: undefined })],
];

const columnWords: readonly (readonly [said: string, column: string])[] = [
  ["sign-on|signon|sign on? mode|method", "signOnMode"],
  ["status", "status"],
  ["type", "type"],
];

/** How a list is counted by a column of it. */
export const groupings: readonly (readonly [string, string])[] = columnWords.flatMap(([said, column]) =>
  ["per|by", "in|for|of each|every", "grouped by", "broken down by"].map((by) => [`${by} ${said}`, column] as const),
);
