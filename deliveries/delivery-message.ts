import type { Row } from "../terms/cell.ts";

/** Rows that a delivery carries. */
export interface MessageTable {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** What is delivered, whatever the way. */
export interface DeliveryMessage {
  /** One line: how it ended and what it is about, such as `FAILED: Users without a factor`. */
  readonly title: string;
  /** What must be known of it, a sentence a line; texts of an org may be among it. */
  readonly lines: readonly string[];
  /** Names, times and counts for a program that receives it. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  /** The answer's rows; undefined where there is no answer: a table without rows would look like one. */
  readonly table: MessageTable | undefined;
  /** What differs from an earlier answer, where that is what is delivered. */
  readonly differences: MessageTable | undefined;
}

/** The table that people are shown: what differs, where that is known, and all rows where it is not. */
export function shownTable({ differences, table }: DeliveryMessage): MessageTable | undefined {
  return differences ?? table;
}
