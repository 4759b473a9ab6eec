import type { Condition, OpenName } from "./reading.ts";
import type { SlotValue } from "./slots.ts";

/** How one kind of condition is said. */
export interface ConditionPhrase {
  readonly patterns: readonly string[];
  /** The conditions that the slots' values make; all of them hold. None: the values do not fit the phrase. */
  readonly make: (slots: readonly SlotValue[]) => readonly (Condition | OpenName)[];
}

/** The text that a slot took. */
export const textOf = (slot: SlotValue | undefined): string => (slot?.kind === "text" ? slot.text : "");

/** The values that a slot took. */
export const valuesOf = (slot: SlotValue | undefined): readonly string[] =>
  slot?.kind === "values" ? slot.values : [];

/** The first value that a slot took. */
export const firstOf = (slot: SlotValue | undefined): string => valuesOf(slot)[0] ?? "";

/** The number that a slot took. */
export const numberOf = (slot: SlotValue | undefined): number => (slot?.kind === "number" ? slot.number : 0);

const holding = "have|has|having|with|hold|holds|holding|got";
const lackings = [
  "without",
  "with|have|has|having? no",
  "do|does not have|hold",
  "have|has not got",
  "lack|lacks|lacking",
  "are|is? missing",
];

/** Patterns for having what a noun pattern says. */
export function having(noun: string): string {
  return `${holding} a|an|any|the|some|their? ${noun}`;
}

/** Patterns for not having what a noun pattern says. */
export function lacking(noun: string): readonly string[] {
  return lackings.map((one) => `${one} a|an|any|the|their|single? ${noun}`);
}
