import { type ConditionPhrase, firstOf, numberOf, textOf, valuesOf } from "./phrase.ts";
import type { Comparison, Condition, OpenName } from "./reading.ts";
import type { SlotValue } from "./slots.ts";

type Made = readonly (Condition | OpenName)[];

const attribute =
  (test: "is" | "starts" | "contains" | "ends", not = false) =>
  (slots: readonly SlotValue[]): Made => {
    const condition = { attribute: firstOf(slots[0]), test, values: slots.slice(1).map(textOf) };
    return mayBeValues(condition) ? [{ kind: "attribute", ...condition, not }] : [];
  };

/** "whose email is verified" and "whose manager is new" ask for something else than that text. */
function mayBeValues(one: {
  readonly attribute: string;
  readonly test: string;
  readonly values: readonly string[];
}): boolean {
  if (one.test !== "is") return true;
  if (["email", "secondEmail", "login"].includes(one.attribute)) return one.values.every((value) => /[@.]/.test(value));
  return !one.attribute.startsWith("manager") || one.values.every((value) => /[\p{Lu}\p{N}@.]/u.test(value));
}

const department =
  (not = false) =>
  (slots: readonly SlotValue[]): Made => [
    { kind: "attribute", attribute: "department", test: "is", values: slots.map(textOf), not },
  ];
const open =
  (what: OpenName["what"], not = false) =>
  (slots: readonly SlotValue[]): Made => [{ kind: "open", what, name: textOf(slots[0]), not }];
const present =
  (not: boolean) =>
  (slots: readonly SlotValue[]): Made => [{ kind: "present", attribute: firstOf(slots[0]), not }];
const status =
  (not = false) =>
  (slots: readonly SlotValue[]): Made => [{ kind: "status", values: slots.flatMap(valuesOf), not }];
const numeric =
  (comparison: Comparison) =>
  (slots: readonly SlotValue[]): Made => [
    { kind: "number", attribute: firstOf(slots[0]), comparison, number: numberOf(slots[1]) },
  ];
const flag =
  (is: boolean) =>
  (slots: readonly SlotValue[]): Made => [{ kind: "flag", attribute: firstOf(slots[0]), is }];

const dept = "department|dept";
const depts = "departments|department|dept|depts";

const departments: readonly ConditionPhrase[] = [
  {
    patterns: [
      `are|is? in|from|within|inside the? {name} ${dept}`,
      `work|works|working in|for|within the? {name} ${dept}`,
      `are|is? of the {name} ${dept}`,
      `are|is? in|of|from ${dept} {name}`,
      `belong|belongs|belonging to the? {name} ${dept}`,
      `are|is? in the? ${dept} of {name}`,
    ],
    make: department(),
  },
  {
    patterns: [
      `are|is? in|of|from|within either? the? {name} ${dept}? or the? {name} ${depts}`,
      `are|is? in|of|from the? {name} and {name} departments|depts`,
      `work|works|working in either? the? {name} or {name} ${depts}`,
    ],
    make: department(),
  },
  {
    patterns: [`are|is? not in|from|of the? {name} ${dept}`, `outside of? the? {name} ${dept}`],
    make: department(true),
  },
  {
    patterns: [
      "are|is? in|from {proper}",
      "work|works|working in|for {name}",
      "are|is? in|on|of|from the? {name} team",
    ],
    make: open("place"),
  },
  {
    patterns: ["are|is? not in|from {proper}", "do|does not work in|for {name}", "outside of? {proper}"],
    make: open("place", true),
  },
  {
    patterns: ["are|is|were|was a|an|our? {defined} users|user|accounts|account?"],
    make: (slots) => [{ kind: "open", what: "word", name: firstOf(slots[0]), not: false }],
  },
  {
    patterns: ["are|is|were|was not a|an|our? {defined} users|user|accounts|account?"],
    make: (slots) => [{ kind: "open", what: "word", name: firstOf(slots[0]), not: true }],
  },
  {
    patterns: [
      "of the? user type {name}",
      "with the? user type {name}",
      "with a user type of {name}",
      "whose user type is {name}",
      "of type {name}",
      "have|has|having the? user type {name}",
    ],
    make: open("type"),
  },
];

const attributes: readonly ConditionPhrase[] = [
  {
    patterns: [
      "whose|where {attribute} is|equals|= the|set? to? {name}",
      "with|have|has|having a|an|the? {attribute} of|is|equal|equals|=|set? to? {name}",
      "with|having {attribute} {proper}",
      "{attribute} is|equals|= {proper}",
    ],
    make: attribute("is"),
  },
  {
    patterns: [
      "whose|where {attribute} is either? {name} or {name}",
      "with|have|has|having a|an|the? {attribute} of|is? either? {name} or {name}",
    ],
    make: attribute("is"),
  },
  {
    patterns: [
      "whose|where {attribute} is not|different equal|equals|from|set? to? {name}",
      "whose|where {attribute} does not equal {name}",
      "with|have|has|having a|an|the? {attribute} other than {name}",
    ],
    make: attribute("is", true),
  },
  {
    patterns: [
      "whose|with|where|having a|an|the? {attribute} that? starts|start|starting|begins|begin|beginning with|in {text}",
    ],
    make: attribute("starts"),
  },
  {
    patterns: ["whose|with|where|having a|an|the? {attribute} that? ends|end|ending with|in {text}"],
    make: attribute("ends"),
  },
  {
    patterns: [
      "whose|with|where|having a|an|the? {attribute} that? contains|contain|containing|includes|including the? word? {text}",
    ],
    make: attribute("contains"),
  },
  {
    patterns: ["with|have|has|having|containing {text} in|within their|the|an|a? {attribute}"],
    make: ([value, said]) => attribute("contains")([said, value].flatMap((one) => one ?? [])),
  },
  {
    patterns: ["whose|where {attribute} has|have {text} in it?"],
    make: attribute("contains"),
  },
  {
    patterns: ["with|have|has|having|using|use a|an {text} email|e-mail|mail? address"],
    make: ([value]) => [
      { kind: "attribute", attribute: "email", test: "contains", values: [textOf(value)], not: false },
    ],
  },
  {
    patterns: ["whose|where {attribute} does not contain|include {text}"],
    make: attribute("contains", true),
  },
  {
    patterns: [
      "with|have|has|having a|an|any {attribute} assigned|set?",
      "with|have|has|having {attribute} set|assigned",
      "whose {attribute} is|has set|filled|present|known|been? in|set?",
      "with|have|has|having a|an|some|any|the? {attribute} on file|record|profile",
      "where {attribute} is set|present",
      "whose {attribute} is not empty|blank",
    ],
    make: present(false),
  },
  {
    patterns: [
      "with|have|has|having? no {attribute} assigned|set|attribute|value?",
      "without a|an|any|their|the? {attribute} assigned|set|attribute|value?",
      "do|does not have a|an|any|their? {attribute} assigned|set?",
      "whose {attribute} is empty|blank|missing|unset|null",
      "whose {attribute} is|has not set|been|filled set|in|filled? in?",
      "with|have|has|having? no {attribute} on file|record|profile",
      "without a|an|any? {attribute} on file|record|profile",
      "where {attribute} is empty|blank|missing|unset|null",
      "are|is? missing a|an|their|the? {attribute}",
      "lack|lacks|lacking a|an|their|the? {attribute}",
      "with an? empty|blank|missing {attribute}",
    ],
    make: present(true),
  },
  {
    patterns: ["report|reports|reporting to nobody|noone", "report|reports|reporting to no one"],
    make: () => [{ kind: "present", attribute: "manager", not: true }],
  },
  {
    patterns: ["report|reports|reporting to {person}", "report|reports|reporting to {login}"],
    make: ([manager]) => [
      { kind: "attribute", attribute: "manager", test: "is", values: [textOf(manager)], not: false },
    ],
  },
];

const numbers: readonly ConditionPhrase[] = [
  { patterns: ["whose|with|where a|an|the? {numeric} is|of|= {number}"], make: numeric("exactly") },
  {
    patterns: [
      "whose|with|where a|an|the? {numeric} is|of? more|greater|higher than {number}",
      "whose|with|where a|an|the? {numeric} is? above|over {number}",
    ],
    make: numeric("more"),
  },
  {
    patterns: [
      "whose|with|where a|an|the? {numeric} is|of? fewer|less|lower than {number}",
      "whose|with|where a|an|the? {numeric} is? below|under {number}",
    ],
    make: numeric("fewer"),
  },
  { patterns: ["whose|with|where a|an|the? {numeric} is|of? at least {number}"], make: numeric("at-least") },
  { patterns: ["whose|with|where a|an|the? {numeric} is|of? at most {number}"], make: numeric("at-most") },
  { patterns: ["whose|with|where {flag} is|= set? to? true|yes", "with {flag} set to true"], make: flag(true) },
  { patterns: ["whose|with|where {flag} is|= set? to? false", "with {flag} set to false"], make: flag(false) },
];

const statuses: readonly ConditionPhrase[] = [
  {
    patterns: [
      "with|have|has|having an expired password",
      "whose password is|has expired",
      "with expired passwords",
      "with|have|has|having expired passwords",
    ],
    make: () => [{ kind: "status", values: ["PASSWORD_EXPIRED"], not: false }],
  },
  {
    patterns: [
      "are|is|were|was currently? {status}",
      "have|has been {status}",
      "whose? accounts|account? are|is currently? {status}",
      "with|in|whose|have|has|having? a|an|the? account? status of|is|=? {status}",
      "in a|an|the? {status} status",
      "with a|an? {status} account|status",
      "are|is in a|an|the? {status} status",
    ],
    make: status(),
  },
  {
    patterns: [
      "are|is currently? either? {status} or {status}",
      "are|is? {status} , {status} or {status}",
      "are|is? {status} , {status} , or {status}",
      "whose status is either? {status} or {status}",
      "with|in a|an|the? status of? {status} or {status}",
    ],
    make: status(),
  },
  {
    patterns: [
      "are|is not currently? {status}",
      "whose status is not {status}",
      "in|with a|an|the? status other than {status}",
      "are|is neither {status} nor {status}",
      "are|is not {status} or {status}",
    ],
    make: status(true),
  },
];

/** How a user's status and profile are said. */
export const profilePhrases: readonly ConditionPhrase[] = [...departments, ...attributes, ...numbers, ...statuses];
