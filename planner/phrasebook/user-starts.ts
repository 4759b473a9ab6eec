import { firstOf, numberOf, textOf } from "./phrase.ts";
import { role } from "./role-phrases.ts";
import type { Condition, OpenName, Order, UsersReading } from "./reading.ts";
import type { SlotValue } from "./slots.ts";
import { beforePhrases, rangePhrases, sincePhrases } from "./when-phrases.ts";

type Made = readonly (Condition | OpenName)[];

const asking =
  "list|show|find|get|fetch|display|give|identify|export|retrieve|return|see|pull|print|report|enumerate|generate|produce|search|compile|provide|extract|surface|collect|obtain|dump|output|present|locate|name|tell|check|explore|lookup";
const document =
  "full|complete|quick|csv? list|spreadsheet|table|extract|file|listing|report|overview|export|roster|inventory|summary";

/** How a question for rows or numbers begins. */
export const leads: readonly (readonly [string, UsersReading["output"]["kind"]])[] = [
  [
    `${asking}|create|make up|out? us|me|for? a|an|the|our? ${document}? of|on|for|with|showing? only|just? all|every|each|any|those|the|our? of? the|our|my?`,
    "rows",
  ],
  ["tell|show|give me|us? which|what only? all|of? the|our|my?", "rows"],
  ["which|what all|of? the|our|my?", "rows"],
  ["who|which|what|anyone|anybody|everyone|everybody among|of|from|out of? all? the|our|my?", "rows"],
  ["do|does any|some of? the|our|my?", "rows"],
  ["what|who are|is all? the|our|my", "rows"],
  ["list|listing|overview|report|inventory|export of|on|with all? the|our?", "rows"],
  [`a|the ${document.replace("list|", "list|")} of|on all? the|our?`, "rows"],
  ["break|breakdown down? of? all? the?", "count"],
  ["a|the? breakdown|distribution|split|tally|headcount of|for? all? the|our?", "count"],
  ["show|give|get me|us? a|the breakdown|distribution|split|tally|headcount of|for? all? the|our?", "count"],
  ["is|are there any|some?", "rows"],
  ["do|does we|i have any|some?", "rows"],
  ["how many of? the|our?", "count"],
  ["how many|what different?", "count"],
  ["count|number|total of? all? the|our?", "count"],
  ["total|overall number|count of? all? the|our?", "count"],
  ["count how many of? the|our?", "count"],
  ["what is the|our total|overall|current? number|count of? all? the|our?", "count"],
  [`${asking} me|us? a|the? total|overall? number|count|total of all? the|our?`, "count"],
  ["tell me|us how many of? the|our?", "count"],
  ["all|every|any|each|the|our? of? the|our?", "rows"],
];

/** How a question begins that names nobody but asks who. */
export const whoLeads: readonly string[] = [
  `${asking} out? me|us? who|everyone|everybody|anyone|anybody|whoever all?`,
  "who|whom all|else?",
  "those|everyone|everybody|anyone|anybody who",
  "is|are there anyone|anybody|someone who?",
];

/** What names again, without its name, the place that a question began with: "For the app Slack, who is assigned?" */
export const namedBefore: readonly string[] = [
  "are|is|was|were assigned|enrolled|a|member|members? to? it|them?",
  "have|has|gets|get access|it to? it?",
  "are|is in it|there",
  "can access|use it",
];

const noun =
  "users|user|people|accounts|account|persons|person|individuals|individual|folks|everyone|everybody|anyone|anybody|someone|somebody|ones";
const userAccounts = "okta|the? user? accounts|account";
const adminWord = "admins|administrators|admin|administrator";
const admin = `${adminWord} users|accounts|people|account?`;
const without = (roles: readonly string[] | undefined): Condition => ({ kind: "role", roles, not: false });

/** What the users of a question are called, and the conditions in that. */
export const subjects: readonly (readonly [string, (slots: readonly SlotValue[]) => Made])[] = [
  [
    "{defined} users|accounts|people|user|account?",
    (slots) => [{ kind: "open", what: "word", name: firstOf(slots[0]), not: false }],
  ],
  [`{role} ${admin}`, role(false)],
  [`{role} and|or {role} ${admin}`, role(false)],
  [`{role} ${adminWord} and|or {role} ${admin}`, role(false)],
  ["admin|administrator users|accounts|people", () => [without(undefined)]],
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
  [
    `${noun} in|inside|within|from|of the? group {group}`,
    (slots) => [{ kind: "group", names: [textOf(slots[0])], not: false }],
  ],
  [
    "members|users|people of|in both the? group|groups? {group} group? and the? group? {group} group|groups?",
    (slots) => slots.map((one) => ({ kind: "group", names: [textOf(one)], not: false })),
  ],
  ["the? {group} members", (slots) => [{ kind: "group", names: [textOf(slots[0])], not: false }]],
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
  [
    "{name} users|people|folks|accounts",
    (slots) => [{ kind: "open", what: "place", name: textOf(slots[0]), not: false }],
  ],
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

const group = (slots: readonly SlotValue[]): Made => [{ kind: "group", names: [textOf(slots[0])], not: false }];
const app = (slots: readonly SlotValue[]): Made => [
  { kind: "app", names: [textOf(slots[0])], path: "any", not: false },
];
const department = (slots: readonly SlotValue[]): Made => [
  { kind: "attribute", attribute: "department", test: "is", values: [textOf(slots[0])], not: false },
];

/** What may be called by the name of its place alone where columns are asked for: "factors of the Sales group". */
export const columnSubjects: readonly (readonly [string, (slots: readonly SlotValue[]) => Made])[] = [
  ["group {group}", group],
  ["{group} group", group],
  ["{name} department|dept", department],
];

const inside = "for|in|within|from|inside|of|on|across|under";

/** A place that is named before who is asked for: "For the group Sales, who has no MFA?" */
export const fronts: readonly (readonly [string, (slots: readonly SlotValue[]) => Made])[] = [
  [`${inside} the? group {group} ,?`, group],
  [`${inside} the? {group} group ,?`, group],
  [`${inside} the? app {app} ,?`, app],
  [`${inside} the? {app} app ,?`, app],
  [`${inside} the? {name} department|dept ,?`, department],
];

const orderedBy = (by: string, descending: boolean) => (): Order => ({ by, descending, limit: undefined });

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
  ["most recently updated|modified {number}", orderBy("lastUpdated", true)],
];

/** An order that names no column: by when the users were created, unless the question speaks of another date. */
export const bareOrders: readonly (readonly [string, (slots: readonly SlotValue[]) => Order])[] = [
  [",? newest|latest first", orderedBy("created", true)],
  [",? oldest first", orderedBy("created", false)],
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
        `,? and? sorted|ordered|sort|order|ranked|sorting|arranged|alphabetically it|them? by the|their? ${by} ${direction}`.trim(),
        (slots: readonly SlotValue[]): Order => ({ by: firstOf(slots[0]), descending, limit: undefined }),
      ] as const,
  ),
);
