import { firstOf, numberOf, textOf } from "./phrase.ts";
import { role } from "./role-phrases.ts";
import type { Condition, OpenName, Order, UsersReading } from "./reading.ts";
import type { SlotValue } from "./slots.ts";
import { beforePhrases, rangePhrases, sincePhrases } from "./when-phrases.ts";

type Made = readonly (Condition | OpenName)[];

/** How a question for rows or numbers begins. */
export const leads: readonly (readonly [string, UsersReading["output"]["kind"]])[] = [
  [
    "list|show|find|get|fetch|display|give|identify|export|retrieve|return|see|pull|print|report|enumerate|generate|produce|search|create? up|out? us|me|for? a|an|the|our? full|complete|list|report|overview? of|on|with? all|every|each|any|those|the|our? of? the|our|my?",
    "rows",
  ],
  ["which|what all|of? the|our|my?", "rows"],
  ["what|who are|is all? the|our|my", "rows"],
  ["list|overview|report of|on|with all? the|our?", "rows"],
  ["a|the list|report of|on all? the|our?", "rows"],
  ["break|breakdown down? of? all? the?", "count"],
  ["are there any", "rows"],
  ["do we|i have any", "rows"],
  ["how many of? the|our?", "count"],
  ["count|number of? all? the|our?", "count"],
  ["what is the total? number|count of all? the|our?", "count"],
  ["show|give|get|tell me|us? the? total? number|count of all? the|our?", "count"],
  ["all|every|any|the|our? the|our?", "rows"],
];

const noun = "users|user|people|accounts|account|persons|individuals|folks|everyone|everybody|anyone";
const userAccounts = "okta|the? user? accounts|account";
const adminWord = "admins|administrators|admin|administrator";
const admin = `${adminWord} users|accounts?`;
const without = (roles: readonly string[] | undefined): Condition => ({ kind: "role", roles, not: false });

/** What the users of a question are called, and the conditions in that. */
export const subjects: readonly (readonly [string, (slots: readonly SlotValue[]) => Made])[] = [
  [`{role} ${admin}`, role(false)],
  [`{role} and|or {role} ${admin}`, role(false)],
  [`{role} ${adminWord} and|or {role} ${admin}`, role(false)],
  ["admin|administrator users|accounts", () => [without(undefined)]],
  ["users|people with admin access", () => [without(undefined)]],
  ["okta? admins|administrators|admin|administrator", () => [without(undefined)]],
  [`okta? ${noun}`, () => []],
  [userAccounts, () => []],
  [
    "members|users|people of|in the? group {group}",
    (slots) => [{ kind: "group", names: [textOf(slots[0])], not: false }],
  ],
  [
    "members|users|people of|in the? {group} group",
    (slots) => [{ kind: "group", names: [textOf(slots[0])], not: false }],
  ],
  ["members are|is in the? group {group}", (slots) => [{ kind: "group", names: [textOf(slots[0])], not: false }]],
  ["members are|is in the? {group} group", (slots) => [{ kind: "group", names: [textOf(slots[0])], not: false }]],
  ["members of {group}", (slots) => [{ kind: "group", names: [textOf(slots[0])], not: false }]],
  [
    "members|users|people does|do the? group {group} have|contain",
    (slots) => [{ kind: "group", names: [textOf(slots[0])], not: false }],
  ],
  [
    "members|users|people does|do the? {group} group have|contain",
    (slots) => [{ kind: "group", names: [textOf(slots[0])], not: false }],
  ],
  [
    "the? {group} group members|users|membership",
    (slots) => [{ kind: "group", names: [textOf(slots[0])], not: false }],
  ],
  [
    `{name} department|dept ${noun}`,
    (slots) => [{ kind: "attribute", attribute: "department", test: "is", values: [textOf(slots[0])], not: false }],
  ],
  [
    "users|people of the? app|application {app}",
    (slots) => [{ kind: "app", names: [textOf(slots[0])], path: "any", not: false }],
  ],
  [
    "users|people of the? {app} app|application",
    (slots) => [{ kind: "app", names: [textOf(slots[0])], path: "any", not: false }],
  ],
  ["{name} users|people", (slots) => [{ kind: "open", what: "place", name: textOf(slots[0]), not: false }]],
  ...[...sincePhrases, ...rangePhrases, ...beforePhrases].map(
    (when) =>
      [
        `new|newly created|added? ${noun} created|added? ${when.pattern}`,
        (slots: readonly SlotValue[]): Made => {
          const { since, before } = when.make(slots);
          const conditions: Condition[] = [];
          if (since !== undefined)
            conditions.push({ kind: "date", date: "created", side: "since", moment: since, orNever: false });
          if (before !== undefined)
            conditions.push({ kind: "date", date: "created", side: "before", moment: before, orNever: false });
          return conditions;
        },
      ] as const,
  ),
];

const orderBy =
  (by: string, descending: boolean) =>
  (slots: readonly SlotValue[]): Order => ({
    by,
    descending,
    limit: numberOf(slots[0]),
  });

/** What stands before the subject and says which come first, and how many. */
export const firstOnes: readonly (readonly [string, (slots: readonly SlotValue[]) => Order])[] = [
  ["{number} newest|latest", orderBy("created", true)],
  ["newest|latest {number}", orderBy("created", true)],
  ["{number} most? recently created|added", orderBy("created", true)],
  ["most recently created|added {number}", orderBy("created", true)],
  ["{number} oldest", orderBy("created", false)],
  ["oldest {number}", orderBy("created", false)],
  ["{number} most? recently updated|modified", orderBy("lastUpdated", true)],
];

/** What stands at the end and says in which order. */
export const orders: readonly (readonly [string, (slots: readonly SlotValue[]) => Order])[] = (
  [
    ["in? descending|desc order?", true],
    [", newest|latest|highest|largest first", true],
    ["newest|latest|highest|largest first", true],
    ["in? ascending|asc order?", false],
    [", oldest|lowest|earliest first", false],
    ["oldest|lowest|earliest first", false],
    ["in? alphabetically|alphabetical order?", false],
    ["", false],
  ] as const
).flatMap(([direction, descending]) =>
  ["{field}", "{column}"].map(
    (by) =>
      [
        `,? and? sorted|ordered|sort|order|ranked|sorting by the|their? ${by} ${direction}`.trim(),
        (slots: readonly SlotValue[]): Order => ({ by: firstOf(slots[0]), descending, limit: undefined }),
      ] as const,
  ),
);
