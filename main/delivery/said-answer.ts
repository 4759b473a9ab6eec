import type { MessageTable } from "../../deliveries/delivery-message.ts";

/** What is said of what became of a due run, before it is cut to what a chat takes. */
export interface SaidAnswer {
  readonly title: string;
  readonly lines: readonly string[];
  /** Undefined for what is no answer. */
  readonly table: MessageTable | undefined;
  /** Rows of the answer; null where there is none. */
  readonly count: number | null;
}
