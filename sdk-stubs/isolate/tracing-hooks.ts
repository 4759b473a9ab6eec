/** What the traced runtime adds. The plain one leaves both undefined. */
export interface TracingHooks {
  /** Marks every value of a parsed body with the step that brought it. */
  readonly tagResponse: (body: unknown, step: number) => void;
  /** States that a list holds items of that page, so that its size has evidence even where it is empty. */
  readonly deriveList: (list: readonly unknown[], page: readonly unknown[]) => void;
  /** What is known of each cell of the rows, as JSON; `listed` names the columns that hold a list in some row. */
  readonly collectCells: (rows: readonly unknown[], listed: readonly string[]) => string;
}

let hooks: TracingHooks | undefined;

/** Switches tracing on. Called once, by the traced entry. */
export function setTracingHooks(given: TracingHooks): void {
  hooks = given;
}

/** The hooks of a traced run; undefined in a plain one. */
export function tracingHooks(): TracingHooks | undefined {
  return hooks;
}
