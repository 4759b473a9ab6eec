import type { Condition, OpenName, Order, Output, WantedColumn } from "./reading.ts";

/** How conditions are joined so far. */
export type Join = "and" | "or" | undefined;

/** One condition, perhaps with a name that is not tied to the org yet. */
export type Part = Condition | OpenName;

/** How far a question about users is read, and what it has given. */
export interface UsersState {
  readonly at: number;
  readonly always: readonly Part[];
  readonly conditions: readonly Part[];
  readonly join: Join;
  /** True where one phrase gave several conditions: then `or` would tear them apart. */
  readonly bundled: boolean;
  /** True where the last condition was said with `or`: a bare `and` after it has two readings. */
  readonly either: boolean;
  readonly order: Order | undefined;
  /** Columns that are named before the conditions. */
  readonly columns: readonly WantedColumn[];
  /** True where the question is turned around, "which factors do … have", and its verb is to come. */
  readonly verbToCome: boolean;
  readonly output: Output;
}

/** A question of which nothing is read. */
export const nothingRead: UsersState = {
  at: 0,
  always: [],
  conditions: [],
  join: undefined,
  bundled: false,
  either: false,
  order: undefined,
  columns: [],
  verbToCome: false,
  output: { kind: "rows" },
};
