import { type ConditionPhrase, firstOf, having, lacking } from "./phrase.ts";
import type { Condition } from "./reading.ts";
import type { SlotValue } from "./slots.ts";

/** A condition on admin roles; without slots any role. */
export const role =
  (not: boolean) =>
  (slots: readonly SlotValue[]): readonly Condition[] => [
    { kind: "role", roles: slots.length === 0 ? undefined : slots.map(firstOf), not },
  ];

const admin = "admin|admins|administrator|administrators";
const any = "admin|administrator|administrative role|roles|privileges|rights|permissions assigned?";
const least = "have|has|having|with at least one admin|administrator role";
const one = "{role} admin|administrator role|roles|privileges|rights";
const plainOne = "{role} admin|administrator";

/** How admin roles are said. */
export const rolePhrases: readonly ConditionPhrase[] = [
  { patterns: [having(any), least, `are|is a|an? ${admin}`], make: role(false) },
  { patterns: [...lacking(any), `are|is not a|an? ${admin}`], make: role(true) },
  {
    patterns: [
      having(one),
      having("role of? {role} admin|administrator"),
      `are|is a|an? {role} ${admin}`,
      `are|is a|an? {role} ${admin} or a|an? {role} ${admin}`,
      `are|is either a|an? {role} ${admin} or a|an? {role} ${admin}`,
      having("{role} or {role} admin|administrator role|roles"),
    ],
    make: role(false),
  },
  {
    patterns: [...lacking(one), `are|is not a|an? {role} ${admin}`, ...lacking("role of? {role} admin|administrator")],
    make: role(true),
  },
  { patterns: [having(plainOne)], make: role(false) },
];
