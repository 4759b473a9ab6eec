import { numberOf, textOf, valuesOf } from "./phrase.ts";
import type { Comparison, ListingTest, Order } from "./reading.ts";
import type { SlotValue } from "./slots.ts";
import { beforePhrases, momentOf, rangePhrases, sincePhrases } from "./when-phrases.ts";

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
  (column: "members" | "apps" | "users", comparison: Comparison, fixed?: number) =>
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
  ["duplicate|duplicated", () => [{ kind: "duplicate" }]],
  ["ownerless", () => [{ kind: "no-owner" }]],
  ["memberless", number("members", "exactly", 0)],
];

const have = "with|have|has|having|contain|contains|containing";
const lack = [
  "without any|a|an|single?",
  "lack|lacks|lacking any|a|an?",
  "are|is? missing any|a|an?",
  "do|does not have|contain any|a|an|single?",
];
const none = `${have} no|zero|0`;
const no = (noun: string): readonly string[] => [`${none} ${noun}`, ...lack.map((one) => `${one} ${noun}`)];
const members = "members|users|people|member|user at? all? assigned?";
const eachOf = (patterns: readonly string[], make: Phrase[1]): readonly Phrase[] =>
  patterns.map((pattern): Phrase => [pattern, make]);
const compared: readonly (readonly [string, Comparison])[] = [
  ["more than {number}", "more"],
  ["over {number}", "more"],
  ["fewer|less than {number}", "fewer"],
  ["under {number}", "fewer"],
  ["at least {number}", "at-least"],
  ["{number} or more", "at-least"],
  ["{number} or fewer|less", "at-most"],
  ["at most {number}", "at-most"],
  ["exactly {number}", "exactly"],
  ["{number}", "exactly"],
];
const label = "name|names|label|labels";

const certificate = "signing|saml? certificate|certificates|cert|certs";
const soon = "in|within|during the? next|coming? {duration}";
const expiring = (): ListingTest => ({ kind: "certificate", side: "since", moment: { hours: 0 } });
const certificates: readonly Phrase[] = [
  ...eachOf(
    [
      `have|has|having|with a|an|the|their? expired ${certificate}`,
      `whose ${certificate} has|have|is|are expired`,
      `whose ${certificate} expired`,
    ],
    () => [{ kind: "certificate", side: "before", moment: { hours: 0 } }],
  ),
  ...eachOf(
    [
      `have|has|having|with a|an|the|their? ${certificate} that|which? expiring|expires|expire ${soon}`,
      `whose ${certificate} will? expire|expires ${soon}`,
      `whose ${certificate} is|are expiring|due ${soon}`,
    ],
    ([slot]) => [
      expiring(),
      { kind: "certificate", side: "before", moment: { hours: -(slot?.kind === "number" ? slot.number : 0) } },
    ],
  ),
];

/** What follows a list and narrows it. */
export const after: readonly Phrase[] = [
  ...eachOf(no(members), number("members", "exactly", 0)),
  ...eachOf(["nobody|noone belongs|is in|to", "no one belongs|is in|to"], number("members", "exactly", 0)),
  ...eachOf(no("assigned? users|people|user assigned?"), number("users", "exactly", 0)),
  ["are|is empty", number("members", "exactly", 0)],
  ["are|is not empty", number("members", "more", 0)],
  ...eachOf(no("apps|app assigned?"), number("apps", "exactly", 0)),
  ["are|is? not assigned to|any any|an? apps|app", number("apps", "exactly", 0)],
  ["are|is? assigned to no|zero apps|app", number("apps", "exactly", 0)],
  ["do|does not give|grant access to any|an apps|app", number("apps", "exactly", 0)],
  ...compared.flatMap(([said, comparison]): readonly Phrase[] => [
    [`${have} ${said} ${members}`, number("members", comparison)],
    [`${have} ${said} apps|app assigned?`, number("apps", comparison)],
    [`are|is? assigned to ${said} apps|app`, number("apps", comparison)],
    [`${have} ${said} assigned? users|people|user|assignees assigned?`, number("users", comparison)],
    [`are|is? assigned to ${said} users|people|user`, number("users", comparison)],
  ]),
  ["are|is? using|use|uses|with|for|on|via {mode} sign-on|authentication|based|sso|login?", modes()],
  ["using|use|uses {mode} for|as single? sign-on|sso|authentication|login", modes()],
  ["are|is? configured|integrated|set|federated up? with|for|as|via|using|through {mode}", modes()],
  ["are|is {mode}", modes()],
  ["sign|signs|log users? in with|via|by|using|through {mode}", modes()],
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
  [`whose ${label} has|have the? word? {text} in it|them?`, name("contains")],
  ["that? have|has the? word? {text} in their|the ${label}".replace("${label}", label), name("contains")],
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
  ...eachOf(
    [
      "are|is? not assigned to anyone|anybody|somebody|someone|any",
      "have|has not been? assigned to anyone|anybody|someone",
      "are|is? assigned to nobody|noone",
      "are|is? assigned to no one|user|users",
      "are|is? not assigned to any user|users or any? group|groups",
      ...no("assignments|assignment|assignees"),
      `${none} one|user|users or groups|group assigned`,
      "are|is unassigned",
      "nobody|noone is|has been? assigned|access to?",
      "no one is|has been? assigned|access to?",
      "without anyone|anybody assigned",
      "do not have anyone|anybody assigned",
      "nobody has",
      "does|do|has|have nobody|noone have|has|use?",
      "does|do|has|have no one have|has|use?",
      ...no("assigned? users and|or groups assigned?"),
    ],
    () => [{ kind: "unassigned" }],
  ),
  [`${have} an|any? admin|administrator role|roles|privileges|rights assigned?`, () => [{ kind: "roles" }]],
  ["that? grant|grants|give|gives admin|administrator role|roles|rights|privileges|access", () => [{ kind: "roles" }]],
  ...eachOf([...no("owner|owners assigned?"), "nobody owns", "no one owns"], () => [{ kind: "no-owner" }]),
  ...eachOf(
    [
      "are|is duplicates|duplicated by normalized? name?",
      "have|has|with|share|shares|sharing the same name",
      "have|has|with identical|duplicate|duplicated names|name",
      "whose names|name are|is duplicated|identical",
    ],
    () => [{ kind: "duplicate" }],
  ),
  ...certificates,
  ...dated(["published"], ["that|which? happened|occurred|made?"]),
  ...dated(["created"], ["were|was|are|is? created|added"]),
  ...dated(
    ["lastUpdated"],
    ["were|was|are|is|have|has? been? last? updated|modified|changed|edited", "with updates|changes"],
  ),
  ...dated(
    ["lastMembershipUpdated"],
    [
      "with|having|have|had|has membership changes|updates",
      "changed|updated their? membership|members|memberships",
      "whose membership|members was|were|have|has last? been? changed|updated",
    ],
  ),
  ...dated(
    ["lastUpdated", "lastMembershipUpdated"],
    [
      "with profile or membership updates|changes",
      "whose profile or membership was|were|has last? been? changed|updated",
    ],
  ),
  ...notSince("lastUpdated", [
    "have|has|are|is|were|was? not been? updated|modified|changed|edited",
    ...no("updates|changes|modifications"),
  ]),
  ...notSince("lastMembershipUpdated", [
    ...no("membership updates|changes"),
    "whose membership|members has|have not been? changed|updated",
  ]),
];

/** Not since then: `for 30 days`, `since March 1`. */
function notSince(column: string, verbs: readonly string[]): readonly Phrase[] {
  const spans = [
    "for|in|within|during|over the last|past {duration}",
    "for|in|within|during|over? more|longer? than? {counted}",
    "for|in at least {counted}",
    "since {date}",
    "since {year}",
  ];
  const patterns = verbs.flatMap((verb) => spans.map((span) => `${verb} ${span}`));
  return eachOf(patterns, ([slot]) => [{ kind: "date", columns: [column], side: "before", moment: momentOf(slot) }]);
}

function dated(columns: readonly string[], verbs: readonly string[]): readonly Phrase[] {
  return [...sincePhrases, ...beforePhrases, ...rangePhrases].flatMap((when) =>
    verbs.map((verb): Phrase => [
      `${verb} ${when.pattern}`,
      (slots) => {
        const span = when.make(slots);
        const tests: ListingTest[] = [];
        if (span.since !== undefined) tests.push({ kind: "date", columns, side: "since", moment: span.since });
        if (span.before !== undefined) tests.push({ kind: "date", columns, side: "before", moment: span.before });
        return tests;
      },
    ]),
  );
}

const by =
  (column: string, descending: boolean) =>
  (slots: readonly SlotValue[]): Order => ({
    by: column,
    descending,
    limit: slots[0] === undefined ? undefined : numberOf(slots[0]),
  });

/** What stands before a list and says which come first; without a column of its own the end of the question names one. */
export const firstOnes: readonly (readonly [string, (slots: readonly SlotValue[]) => Order])[] = [
  ["top? {number} largest|biggest", by("members", true)],
  ["largest|biggest {number}", by("members", true)],
  ["{number} smallest", by("members", false)],
  ["{number} newest|latest", by("created", true)],
  ["{number} oldest", by("created", false)],
  ["{number} most? recently created|added", by("created", true)],
  ["{number} most? recently updated|modified|changed", by("lastUpdated", true)],
  ["largest|biggest", by("members", true)],
  ["smallest", by("members", false)],
  ["top|first? {number}", by("", true)],
];

const size = "members|users|people|size|member|membership|user count|counts?";
const sizes: readonly (readonly [said: string, column: string])[] = [
  [size, "members"],
  ["apps|app count?", "apps"],
  ["users|assignments|user count?", "users"],
];

/** What stands at the end and says in which order. */
export const orders: readonly (readonly [string, (slots: readonly SlotValue[]) => Order])[] = [
  ...sizes.flatMap(([said, column]): readonly (readonly [string, (slots: readonly SlotValue[]) => Order])[] => [
    [`,? sorted|ordered|ranked? by the|number|their? of? ${said} descending|desc`, by(column, true)],
    [`,? sorted|ordered|ranked? by the|number|their? of? ${said} , largest|biggest|highest first`, by(column, true)],
    [`,? sorted|ordered|ranked? by the|number|their? of? ${said} largest|biggest|highest first`, by(column, true)],
    [`,? sorted|ordered|ranked by the|number|their? of? ${said} ascending|asc?`, by(column, false)],
    [`by the|number|their? of? ${said}`, by(column, true)],
    [`with|having|have|has the most|highest|largest number? of? ${said}`, by(column, true)],
    [`with|having|have|has the fewest|least|lowest|smallest number? of? ${said}`, by(column, false)],
  ]),
  [",? largest|biggest first", by("members", true)],
  [",? smallest|fewest first", by("members", false)],
  [`,? sorted|ordered|ranked? by the|number|their? of? ${size} ,? smallest|lowest|fewest first`, by("members", false)],
  [",? sorted|ordered by name|label", by("name", false)],
  [",? sorted|ordered alphabetically", by("name", false)],
  [",? newest|latest first", by("created", true)],
  [",? oldest first", by("created", false)],
];

const columnWords: readonly (readonly [said: string, column: string])[] = [
  ["sign-on|signon|sign on? mode|method", "signOnMode"],
  ["status", "status"],
  ["type", "type"],
  ["platform", "platform"],
  ["user|login", "login"],
  ["ip|ips address|addresses?", "ip"],
  ["country", "country"],
  ["reason", "reason"],
];

/** ", by sign-on mode" after a list puts its rows in that order. */
export const rowOrders: typeof orders = columnWords.map(
  ([said, column]) => [`, grouped? by ${said}`, by(column, false)] as const,
);

/** How a list is counted by a column of it. */
export const groupings: readonly (readonly [string, string])[] = columnWords.flatMap(([said, column]) =>
  ["per|by", "in|for|of each|every", "grouped by", "broken down by"].map((by) => [`${by} ${said}`, column] as const),
);
