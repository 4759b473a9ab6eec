import { type ConditionPhrase, having, lacking, numberOf, valuesOf } from "./phrase.ts";
import type { Comparison, Condition } from "./reading.ts";
import type { SlotValue } from "./slots.ts";

const factor =
  (not: boolean) =>
  (slots: readonly SlotValue[]): readonly Condition[] => [
    { kind: "factor", types: slots.length === 0 ? undefined : slots.flatMap(valuesOf), not },
  ];
const eachFactor = (slots: readonly SlotValue[]): readonly Condition[] =>
  slots.map((one) => ({ kind: "factor", types: valuesOf(one), not: false }));
const neither = (slots: readonly SlotValue[]): readonly Condition[] => factor(true)(slots);
const only = (slots: readonly SlotValue[]): readonly Condition[] => [
  { kind: "only-factors", types: slots.flatMap(valuesOf) },
];
const counted =
  (comparison: Comparison, number?: number) =>
  (slots: readonly SlotValue[]): readonly Condition[] => [
    { kind: "factor-count", comparison, number: number ?? numberOf(slots[0]) },
  ];

const mfa = "mfa|2fa|multifactor|multi-factor|two-factor authentication?";
const state = "active|enrolled|registered|configured?";
const noun = "factor|factors|method|methods|authenticator|authenticators|enrollment|enrollments|enrolment";
const done = "enrolled|registered|configured|enabled|set? up?";
const factors = `${state} second? factor|factors ${done}`;
const anyMfa = `${state} ${mfa} ${noun}? ${done}`;
const typed = `${state} {factor} ${mfa.replace("authentication?", "").trim()}? ${noun}? ${done} as|for? a|an? mfa? factor?`;
const typedOr = `${state} {factor} or {factor} mfa? ${noun}? ${done}`;
const notEnrolled = [
  "are|is? not enrolled|registered in|for|into",
  "have|has not enrolled|registered in|for?",
  "have|has not set up",
];
const enrolled = ["are|is? enrolled|registered in|for|into", "have|has enrolled|registered in|for?", "have|has set up"];

const counts: readonly (readonly [string, Comparison, number | undefined])[] = [
  ["more than {number}", "more", undefined],
  ["fewer|less than {number}", "fewer", undefined],
  ["at least {number}", "at-least", undefined],
  ["at most {number}", "at-most", undefined],
  ["{number} or more", "at-least", undefined],
  ["{number} or fewer|less", "at-most", undefined],
  ["exactly {number}", "exactly", undefined],
  ["only one", "exactly", 1],
  ["only a single", "exactly", 1],
  ["a single", "exactly", 1],
  ["multiple", "more", 1],
];

/** How enrolled factors are said. */
export const factorPhrases: readonly ConditionPhrase[] = [
  {
    patterns: [
      ...lacking(anyMfa),
      ...lacking(factors),
      ...notEnrolled.map((one) => `${one} a|an|any? ${mfa} ${noun}? at? all?`),
      "have|has not enrolled|registered|configured any? factor|factors",
    ],
    make: factor(true),
  },
  {
    patterns: [
      having(anyMfa),
      having(factors),
      `have|has|having|with at least one ${factors}`,
      `have|has|having|with at least one ${anyMfa}`,
      ...enrolled.map((one) => `${one} a|an|any? ${mfa} ${noun}?`),
    ],
    make: factor(false),
  },
  {
    patterns: [
      ...lacking(typed),
      ...notEnrolled.map((one) => `${one} a|an|any? {factor} mfa? ${noun}?`),
      ...lacking("{factor} enrolled as a|an mfa? factor"),
    ],
    make: factor(true),
  },
  {
    patterns: [
      "with|have|has|having neither {factor} nor {factor} mfa? factor|factors? enrolled?",
      ...lacking(typedOr),
      ...notEnrolled.map((one) => `${one} {factor} or {factor} mfa?`),
    ],
    make: neither,
  },
  {
    patterns: [
      having(typed),
      ...enrolled.map((one) => `${one} a|an? {factor} mfa? ${noun}?`),
      "use|uses|using {factor} as|for a|an|their? mfa|factor factor?",
    ],
    make: factor(false),
  },
  {
    patterns: [
      having(typedOr),
      "use|uses|using {factor} or {factor} as|for a|an|their? mfa|factor factor?",
      ...enrolled.map((one) => `${one} {factor} or {factor} mfa?`),
    ],
    make: factor(false),
  },
  {
    patterns: [
      having(`${state} both? {factor} and {factor} mfa? ${noun}? ${done}`),
      ...enrolled.map((one) => `${one} both? {factor} and {factor} mfa?`),
    ],
    make: eachFactor,
  },
  {
    patterns: [
      "have|has|having|with|are|is? enrolled? only in|with? {factor} mfa? factor|factors|enrolled?",
      "have|has|having|with|are|is? enrolled? only in|with? {factor} or|and {factor} mfa? factor|factors|enrolled?",
      "rely|relies|relying|depend|depends|depending only on {factor} mfa?",
      "rely|relies|relying|depend|depends|depending only on {factor} or|and {factor} mfa?",
      "rely|relies|relying|depend|depends on {factor} as their|the only mfa? factor|method",
      "rely|relies|relying|depend|depends on {factor} or|and {factor} as their|the only mfa? factor|method|factors|methods",
      "have|has|with|use|uses {factor} or|and {factor} as their|the only mfa? factor|method|factors|methods",
      "only use|uses|using {factor} or|and {factor} for|as? mfa?",
      "use|uses|using only {factor} or|and {factor} for|as? mfa?",
      "only use|uses|using {factor} for|as mfa",
      "use|uses|using only {factor} for|as mfa",
      "only have|has|with {factor} mfa? factor|factors|enrolled?",
      "only have|has|with {factor} or|and {factor} mfa? factor|factors|enrolled?",
      "whose only active|mfa? mfa? enrolled|registered? factor|factors|method is|are {factor}",
      "whose only active|mfa? mfa? enrolled|registered? factor|factors|method is|are {factor} or|and {factor}",
      "with {factor} as their|the only mfa? factor|method",
      "have|has|with only {factor} as a|an|their mfa? factor|method",
      "have|has {factor} as their|the only mfa? factor|method",
      "have|has|having|with a|an|the|their? {factor} mfa? factor|method? and|but nothing|none else",
      "have|has|having|with nothing|none but|except|besides {factor} mfa? factor|method?",
    ],
    make: only,
  },
  ...counts.map(([said, comparison, number]) => ({
    patterns: [`have|has|having|with ${said} active|enrolled? mfa? factor|factors enrolled|registered?`],
    make: counted(comparison, number),
  })),
];
