import type { Choices } from "./random.ts";

/** The org's departments; the index is what a person holds. */
export const departments: Choices<string> = [
  "Engineering",
  "Product",
  "Design",
  "Sales",
  "Marketing",
  "Finance",
  "Legal",
  "People",
  "IT",
  "Security",
  "Support",
  "Operations",
  "Research & Development",
  "Facilities",
];

/** How many people of a hundred work in each, in the same order. */
export const departmentWeights: readonly number[] = [28, 6, 4, 16, 8, 5, 3, 4, 5, 3, 9, 5, 3, 1];
