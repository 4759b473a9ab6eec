import type { Condition, Moment, UserDate } from "./reading.ts";
import type { SlotValue } from "./slots.ts";

/** How one kind of condition is said. */
export interface ConditionPhrase {
  readonly patterns: readonly string[];
  /** The conditions that the slots' values make. */
  readonly make: (slots: readonly SlotValue[]) => readonly Condition[];
}

const text = (slot: SlotValue | undefined): string => (slot?.kind === "text" ? slot.text : "");
const values = (slot: SlotValue | undefined): readonly string[] => (slot?.kind === "values" ? slot.values : []);
const first = (slot: SlotValue | undefined): string => values(slot)[0] ?? "";
const hours = (slot: SlotValue | undefined): Moment => ({ hours: slot?.kind === "number" ? slot.number : 0 });
const moment = (slot: SlotValue | undefined): Moment => (slot?.kind === "text" ? { date: slot.text } : hours(slot));

const app =
  (not: boolean, direct = false) =>
  (slots: readonly SlotValue[]): readonly Condition[] => [{ kind: "app", name: text(slots[0]), direct, not }];
const group =
  (not: boolean) =>
  (slots: readonly SlotValue[]): readonly Condition[] => [{ kind: "group", name: text(slots[0]), not }];
const role =
  (not: boolean) =>
  (slots: readonly SlotValue[]): readonly Condition[] => [
    { kind: "role", role: slots[0] === undefined ? undefined : first(slots[0]), not },
  ];
const factor =
  (not: boolean) =>
  (slots: readonly SlotValue[]): readonly Condition[] => [
    { kind: "factor", types: slots[0] === undefined ? undefined : slots.flatMap(values), not },
  ];
const only = (slots: readonly SlotValue[]): readonly Condition[] => [
  { kind: "only-factors", types: slots.flatMap(values) },
];
const date =
  (name: UserDate, side: "before" | "since") =>
  (slots: readonly SlotValue[]): readonly Condition[] => [{ kind: "date", date: name, side, moment: moment(slots[0]) }];
const attribute =
  (test: "is" | "starts" | "contains", not = false) =>
  (slots: readonly SlotValue[]): readonly Condition[] => [
    { kind: "attribute", attribute: first(slots[0]), test, value: text(slots[1]), not },
  ];
const department = (slots: readonly SlotValue[]): readonly Condition[] => [
  { kind: "attribute", attribute: "department", test: "is", value: text(slots[0]), not: false },
];
const present =
  (not: boolean) =>
  (slots: readonly SlotValue[]): readonly Condition[] => [{ kind: "present", attribute: first(slots[0]), not }];

const assignment = "via|by|through app|application assignment|assignments";
const doNot = "do|does not have";
const signedIn = "signed|logged in|on";
const ago = "in|within|during|over the? last|past?";
const longerThan = "for|in at? least?";
const moreThan = "for|in more|longer than";

/** How conditions on users are said. Add a line where an administrator would say it otherwise; a phrase may never leave a word uncovered. */
export const conditionPhrases: readonly ConditionPhrase[] = [
  {
    patterns: [
      "have|has|having|with access to the? app|application? {app} app|application?",
      `have|has|having|with access to the? app|application? {app} ${assignment}`,
      `have|has|having|with {app} access ${assignment}`,
      "have|has|having|with {app} access",
      "have|has|having|with the? {app} app|application",
      "can access the? app|application? {app} app|application?",
      "are|is? assigned to the? app|application {app}",
      "are|is? assigned to the? {app} app|application",
      "are|is? assigned the? {app} app|application",
      "have|has been? assigned the? {app} app|application",
    ],
    make: app(false),
  },
  {
    patterns: [
      "have|has|having|with a? direct access to the? app|application? {app} app|application?",
      "have|has|having|with a? direct assignment to the? app|application? {app} app|application?",
      "are|is? directly assigned to the? app|application? {app} app|application?",
      "are|is? assigned directly to the? app|application? {app} app|application?",
    ],
    make: app(false, true),
  },
  {
    patterns: [
      "have|has|having|with? no access to the? app|application? {app} app|application?",
      "without access to the? app|application? {app} app|application?",
      `${doNot} access to the? app|application? {app} app|application?`,
      "do|does not have {app} access",
      "without {app} access",
      "can not access the? app|application? {app} app|application?",
      "are|is? not assigned to the? app|application {app}",
      "are|is? not assigned to the? {app} app|application",
    ],
    make: app(true),
  },
  {
    patterns: [
      "are|is? in|of the? group {group}",
      "are|is? in|of the? {group} group",
      "are|is? a? member|members of the? group? {group} group?",
      "belong|belongs|belonging to the? group {group}",
      "belong|belongs|belonging to the? {group} group",
    ],
    make: group(false),
  },
  {
    patterns: [
      "are|is? not in the? group {group}",
      "are|is? not in the? {group} group",
      "are|is? not a? member|members of the? group? {group} group?",
      "outside the? group {group}",
    ],
    make: group(true),
  },
  {
    patterns: [
      "are|is? in both the? group? {group} and the? group? {group} group|groups?",
      "are|is? in both the? groups {group} and {group}",
    ],
    make: (slots) => slots.map((one) => ({ kind: "group", name: text(one), not: false })),
  },
  {
    patterns: [
      "have|has|having|with an|any|at? least? one? admin|administrator role|roles",
      "have|has|having|with admin|administrator role|roles|privileges|rights",
      "are|is an? admin|admins|administrator|administrators",
      "have|has|having|with a|an|the? {role} admin|administrator role",
      "are|is a|an? {role} admin|admins|administrator|administrators",
    ],
    make: role(false),
  },
  {
    patterns: [
      "have|has|having|with? no admin|administrator role|roles",
      "without an|any? admin|administrator role|roles",
      "do|does not have an|any? admin|administrator role|roles",
      "are|is not an? admin|admins|administrator|administrators",
    ],
    make: role(true),
  },
  {
    patterns: [
      "have|has|having|with? no active|enrolled? mfa factor|factors|enrolled|enrollment|enrollments?",
      "have|has|having|with? no active|enrolled factor|factors",
      "have|has|having|with? no mfa factor|factors? enrolled",
      "without an|any? active|enrolled? mfa factor|factors|enrolled|enrollment?",
      "without an|any? active|enrolled factor|factors",
      "do|does not have an|any? active|enrolled? mfa factor|factors|enrolled?",
      "have|has not enrolled in|for? an|any? mfa factor|factors?",
      "are|is? not enrolled in mfa",
    ],
    make: factor(true),
  },
  {
    patterns: [
      "have|has|having|with an|any|at? least? one? active|enrolled mfa? factor|factors",
      "have|has|having|with mfa enrolled|enabled|enrollment?",
      "have|has enrolled in mfa",
      "are|is enrolled in mfa",
    ],
    make: factor(false),
  },
  {
    patterns: [
      "without an|a|any? active|enrolled? {factor} mfa? factor|factors|enrolled|enrollment|authenticator?",
      "without an|a|any? active|enrolled? {factor} or {factor} mfa? factor|factors|enrolled?",
      "have|has|having|with? no active|enrolled? {factor} mfa? factor|factors|enrolled|enrollment|authenticator?",
      "do|does not have an|a|any? active|enrolled? {factor} mfa? factor|factors|enrolled|authenticator?",
      "do|does not have {factor} enrolled as a|an mfa? factor",
      "are|is? not enrolled in|for {factor} mfa?",
      "have|has not enrolled in|for? {factor} mfa?",
    ],
    make: factor(true),
  },
  {
    patterns: [
      "have|has|having|with an|a? active|enrolled? {factor} mfa? factor|factors|enrolled?",
      "are|is? enrolled in|for {factor} mfa?",
    ],
    make: factor(false),
  },
  {
    patterns: [
      "have|has|having|with|are|is? enrolled? only in|with? {factor} mfa? factor|factors|enrolled?",
      "have|has|having|with|are|is? enrolled? only in|with? {factor} or|and {factor} mfa? factor|factors|enrolled?",
      "only have|has|with {factor} mfa? factor|factors|enrolled?",
      "only have|has|with {factor} or|and {factor} mfa? factor|factors|enrolled?",
      "whose only mfa? factor|factors is|are {factor}",
      "whose only mfa? factor|factors is|are {factor} or|and {factor}",
    ],
    make: only,
  },
  {
    patterns: [
      `have|has|had|did|do not ${signedIn} to|into? okta? ${longerThan} {duration}`,
      `have|has|had|did|do not ${signedIn} to|into? okta? ${moreThan} {duration}`,
      `have|has|had|did|do not ${signedIn} to|into? okta? ${ago} {duration}`,
      `have|has|had|did|do not ${signedIn} to|into? okta? since {date}`,
      "have|has|did not sign|log|signed|logged in|on to|into? okta? in|within the? last|past {duration}",
      `not ${signedIn} to|into? okta? ${longerThan} {duration}`,
      `not ${signedIn} to|into? okta? ${moreThan} {duration}`,
      `last ${signedIn} to|into? okta? more than {duration} ago`,
      `last ${signedIn} to|into? okta? before {date}`,
      "whose last login|sign-in is|was before {date}",
      "whose last login|sign-in is|was more than {duration} ago",
      "with a? last login|sign-in before {date}",
      "with? no login|sign-in|logins|sign-ins in the last|past {duration}",
    ],
    make: date("lastLogin", "before"),
  },
  {
    patterns: [
      `have|has|had? ${signedIn} to|into? okta? ${ago} {duration}`,
      `have|has|had? ${signedIn} to|into? okta? since {date}`,
      "whose last login|sign-in is|was after|since {date}",
    ],
    make: date("lastLogin", "since"),
  },
  {
    patterns: [`have|has|had? never ${signedIn} to|into? okta?`, "with? no last? login|sign-in"],
    make: () => [{ kind: "never-signed-in", not: false }],
  },
  {
    patterns: [
      "were|was|are|is? created in|within the? last|past {duration}",
      "were|was|are|is? created since|after {date}",
    ],
    make: date("created", "since"),
  },
  {
    patterns: ["were|was|are|is? created before {date}", "were|was|are|is? created more than {duration} ago"],
    make: date("created", "before"),
  },
  {
    patterns: [
      "were|was|are|is|have|has? been? last updated before {date}",
      "were|was|are|is? last updated more than {duration} ago",
      "not updated in|for {duration}",
    ],
    make: date("lastUpdated", "before"),
  },
  {
    patterns: [
      "were|was|are|is|have|has? been? last? updated since|after {date}",
      "were|was|are|is? last? updated in|within the? last|past {duration}",
    ],
    make: date("lastUpdated", "since"),
  },
  {
    patterns: [
      "have|has|had? changed their|the? password in|within the? last|past {duration}",
      "have|has? changed their|the? password since|after {date}",
      "whose password was changed in|within the? last|past {duration}",
    ],
    make: date("passwordChanged", "since"),
  },
  {
    patterns: [
      "have|has not changed their|the? password in|for the? last|past? {duration}",
      "have|has not changed their|the? password since {date}",
      "have|has not changed their|the? password in|for more than {duration}",
      "whose password is older than {duration}",
      "whose password was last changed before {date}",
    ],
    make: date("passwordChanged", "before"),
  },
  {
    patterns: ["in|of|from the? {name} department", "in|of|from department {name}"],
    make: department,
  },
  {
    patterns: [
      "whose {attribute} is|equals {name}",
      "with the? {attribute} of|is|equal|equals? {name}",
      "where {attribute} is|equals|= {name}",
      "have|has|having the? {attribute} {name}",
    ],
    make: attribute("is"),
  },
  {
    patterns: ["whose {attribute} is not {name}", "where {attribute} is not {name}"],
    make: attribute("is", true),
  },
  {
    patterns: ["whose|with|where {attribute} starts|start|starting|begins|beginning with {text}"],
    make: attribute("starts"),
  },
  {
    patterns: ["whose|with|where {attribute} contains|contain|containing|includes {text}"],
    make: attribute("contains"),
  },
  {
    patterns: ["with|have|has|having a|an|any {attribute} assigned|set?", "whose {attribute} is set"],
    make: present(false),
  },
  {
    patterns: [
      "with|have|has|having? no {attribute} assigned|set?",
      "without a|an|any? {attribute} assigned|set?",
      "whose {attribute} is empty|blank|missing|unset",
      "whose {attribute} is not set",
      "missing a|an|their? {attribute}",
    ],
    make: present(true),
  },
  {
    patterns: ["with|have|has|having an expired password", "whose password is|has expired", "with expired passwords"],
    make: () => [{ kind: "status", values: ["PASSWORD_EXPIRED"], not: false }],
  },
  {
    patterns: ["are|is {status}", "with|in|whose? status is? {status}", "are|is currently {status}"],
    make: (slots) => [{ kind: "status", values: values(slots[0]), not: false }],
  },
  {
    patterns: ["are|is {status} or {status}"],
    make: (slots) => [{ kind: "status", values: slots.flatMap(values), not: false }],
  },
  {
    patterns: ["are|is not {status}"],
    make: (slots) => [{ kind: "status", values: values(slots[0]), not: true }],
  },
  {
    patterns: ["suspended for? more than {duration} ago?"],
    make: (slots) => [
      { kind: "status", values: ["SUSPENDED"], not: false },
      { kind: "date", date: "statusChanged", side: "before", moment: hours(slots[0]) },
    ],
  },
  {
    patterns: [
      "were|was|are|is? deactivated in|within the? last|past {duration}",
      "were|was|are|is? deactivated since {date}",
    ],
    make: (slots) => [
      { kind: "status", values: ["DEPROVISIONED"], not: false },
      { kind: "date", date: "statusChanged", side: "since", moment: moment(slots[0]) },
    ],
  },
  // Last, so that "have SMS" is a factor before it is an app.
  { patterns: ["have|has|having {proper}"], make: app(false) },
];
