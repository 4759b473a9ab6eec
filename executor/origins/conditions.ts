import type { Field } from "../../terms/field.ts";
import type { Unfollowed } from "./value.ts";

/** How long a condition holds that something left early on: to the end of the switch, of this round of a loop, of the loop, of the call. */
export type Extent = "switch" | "round" | "loop" | "call";

/** One condition under which the code being read stands. */
export interface Condition {
  readonly fields: ReadonlySet<Field>;
  readonly unknown: Unfollowed | undefined;
  /** Undefined while its own branch is read. */
  readonly extent: Extent | undefined;
  /** Counts up: what was made before it has a lower number. */
  readonly number: number;
}

/** The conditions under which the code being read stands. */
export interface Conditions {
  /** Number of the last condition that was met. */
  now(): number;
  /** Whether what is being read is read under a condition: in a loop, a branch, or a function that is called there. */
  areMet(): boolean;
  /** Reads `body` under a condition. */
  under<T>(condition: Pick<Condition, "fields" | "unknown">, body: () => T): T;
  /** From here on, something may have left early by this condition. */
  leftEarly(condition: Pick<Condition, "fields" | "unknown">, extent: Extent): void;
  /** Reads `body` and then forgets what held only inside it. */
  within<T>(extent: Extent, body: () => T): T;
  /** What was met since something was born. */
  since(born: number): { readonly fields: ReadonlySet<Field>; readonly unknown: Unfollowed | undefined };
}

const ends: Readonly<Record<Extent, readonly Extent[]>> = {
  switch: ["switch"],
  round: ["switch", "round"],
  loop: ["switch", "round", "loop"],
  call: ["switch", "round", "loop", "call"],
};

/** No conditions. */
export function createConditions(): Conditions {
  let stack: readonly Condition[] = [];
  let count = 0;
  const push = (condition: Pick<Condition, "fields" | "unknown">, extent: Extent | undefined): Condition => {
    count += 1;
    const added = { fields: condition.fields, unknown: condition.unknown, extent, number: count };
    stack = [...stack, added];
    return added;
  };
  return {
    now: () => count,
    areMet: () => stack.some((one) => one.extent === undefined),
    under(condition, body) {
      const added = push(condition, undefined);
      const result = body();
      stack = stack.filter((one) => one !== added);
      return result;
    },
    leftEarly(condition, extent) {
      push(condition, extent);
    },
    within(extent, body) {
      const before = new Set(stack);
      const result = body();
      stack = stack.filter((one) => before.has(one) || one.extent === undefined || !ends[extent].includes(one.extent));
      return result;
    },
    since(born) {
      const met = stack.filter((one) => one.number > born);
      return {
        fields: new Set(met.flatMap((one) => [...one.fields])),
        unknown: met.find((one) => one.unknown !== undefined)?.unknown,
      };
    },
  };
}
