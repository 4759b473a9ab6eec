import { z } from "zod";
import { hashOf } from "../org/random.ts";

const kinds = [
  "status",
  "html",
  "truncated",
  "malformed",
  "wrong-type",
  "reset",
  "slow",
  "too-long",
  "duplicate-page",
  "loop",
  "empty-last-page",
  "rate-limited",
  "insufficient-scope",
  "drip",
  "skew",
  "token-expires",
  "role-removed",
  "role-narrowed",
] as const;

/** What can go wrong with an answer. */
export type FaultKind = (typeof kinds)[number];

/** A fault and the requests that it meets. */
export interface FaultRule {
  readonly kind: FaultKind;
  /** A regular expression over path and query. */
  readonly path: string;
  /** Status of kind `status`. Default 500. */
  readonly status?: number | undefined;
  /** How often a request that matches is met, 0 to 1. Default 1. */
  readonly chance?: number | undefined;
  /** Matching requests that pass first. Default 0. */
  readonly after?: number | undefined;
  /** Requests that are met before the rule rests. Default: no end. */
  readonly times?: number | undefined;
  /** Milliseconds: of kind `slow` before the answer, default 5,000; of `drip` until all is sent, default 1,000; of `skew` how far the org's clock is ahead, default an hour. */
  readonly delayMs?: number | undefined;
}

/** Rules, and the seed by which chances fall; the one before where none is named. */
export interface FaultPlan {
  readonly rules: readonly FaultRule[];
  readonly seed?: number | undefined;
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

const faultList = z.array(
  z.strictObject({
    kind: z.enum(kinds),
    path: z.string().refine(isPattern),
    status: z.int().optional(),
    chance: z.number().optional(),
    after: z.int().optional(),
    times: z.int().optional(),
    delayMs: z.number().optional(),
  }),
);

const faultPlan = z.union([
  faultList.transform((rules) => ({ rules })),
  z.strictObject({ seed: z.int().optional(), rules: faultList }),
]);

/** Fault rules from a file or a request, as a list or with a seed beside it, or undefined where they are none. */
export function parseFaults(value: unknown): FaultPlan | undefined {
  return faultPlan.safeParse(value).data;
}

/** Decides for each request which fault meets it. */
export interface Faults {
  readonly pick: (url: string) => FaultRule | undefined;
  /** Puts new rules in place of the old, counts at zero. */
  readonly replace: (plan: FaultPlan) => void;
  /** Requests met since the rules were put in place. */
  readonly met: () => number;
}

interface Armed {
  readonly rule: FaultRule;
  readonly pattern: RegExp;
  seen: number;
  met: number;
}

const arm = (rules: readonly FaultRule[]): Armed[] =>
  rules.map((rule) => ({ rule, pattern: new RegExp(rule.path), seen: 0, met: 0 }));

/** Faults of a seed: the same requests in the same order meet the same faults. */
export function createFaults(firstSeed: number, rules: readonly FaultRule[]): Faults {
  let seed = firstSeed;
  let armed = arm(rules);
  const meets = (one: Armed, url: string, place: number): boolean => {
    if (!one.pattern.test(url)) return false;
    one.seen += 1;
    if (one.seen <= (one.rule.after ?? 0) || one.met >= (one.rule.times ?? Number.POSITIVE_INFINITY)) return false;
    if (hashOf(seed, "fault", place, one.seen) >= (one.rule.chance ?? 1)) return false;
    one.met += 1;
    return true;
  };
  return {
    pick: (url) => (armed.length === 0 ? undefined : armed.find((one, place) => meets(one, url, place))?.rule),
    replace: (next) => {
      seed = next.seed ?? seed;
      armed = arm(next.rules);
    },
    met: () => armed.reduce((sum, one) => sum + one.met, 0),
  };
}
