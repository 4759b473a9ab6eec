import { Failure } from "../../terms/failure.ts";
import type { Price } from "../../terms/review.ts";
import type { RunLimits } from "../../terms/run-limits.ts";

const minuteMs = 60_000;
const megabyte = 1024 ** 2;

/** What an operator may set a limit to, how it is said, and why it is there. */
interface LimitRule {
  readonly least: number;
  readonly most: number;
  /** How many of the limit's own unit one of the operator's is. */
  readonly scale: number;
  readonly unit: string;
  readonly why: string;
}

/** The limits of a run with the bounds within which they can be set. */
const limitRules: Readonly<Record<keyof RunLimits, LimitRule>> = {
  calls: { least: 1, most: 1_000_000, scale: 1, unit: "requests", why: "the org's rate limits are everyone's" },
  wallMs: {
    least: 1,
    most: 1_440,
    scale: minuteMs,
    unit: "minutes",
    why: "waiting for Okta counts; a day is no answer",
  },
  bytes: { least: 1, most: 65_536, scale: megabyte, unit: "MB of responses", why: "all of it is kept in the journal" },
  cpuMs: { least: 1, most: 600, scale: 1000, unit: "s of processor time", why: "a loop without end is stopped" },
  memoryMb: {
    least: 16,
    most: 4_096,
    scale: 1,
    unit: "MB of memory",
    why: "the isolate's, beside this machine's other work",
  },
  resultBytes: {
    least: 1,
    most: 1_024,
    scale: megabyte,
    unit: "MB of rows",
    why: "rows are held in memory to be shown",
  },
  noteBytes: { least: 1, most: 1_024, scale: 1024, unit: "KB of notes", why: "a note is a line, not a result" },
};

/** The names under which an operator sets them. */
const limitNames = {
  calls: "calls",
  minutes: "wallMs",
  megabytes: "bytes",
  cpuSeconds: "cpuMs",
  memoryMb: "memoryMb",
  resultMb: "resultBytes",
  noteKb: "noteBytes",
} as const satisfies Readonly<Record<string, keyof RunLimits>>;

/** Bounds below which no price takes a run: a small answer must not fail for a bad estimate. */
const least = { calls: 5_000, wallMs: 30 * minuteMs };
/** What a run whose price is not known may take. */
const unpriced = { calls: 20_000, wallMs: 60 * minuteMs };

/** The limits of a run: twice the price in calls and time; processor time, memory and sizes by what an isolate holds; what the operator set stands over them. */
export function defaultLimits(price: Price, set: Partial<RunLimits> = {}): RunLimits {
  return {
    calls: price.calls === undefined ? unpriced.calls : Math.max(least.calls, 2 * price.calls),
    wallMs: price.minutes === undefined ? unpriced.wallMs : Math.max(least.wallMs, 2 * price.minutes * minuteMs),
    bytes: 2 * 1024 * megabyte,
    cpuMs: 30_000,
    memoryMb: 256,
    resultBytes: 64 * megabyte,
    noteBytes: 64 * 1024,
    ...set,
  };
}

function badLimit(setting: string, found: string, expected: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting, expected },
    {
      found,
      why: "A run without a bound that was meant is no bounded run, so nothing was started.",
      help: `Write ${expected}.`,
    },
  );
}

/** Reads `calls=10000,minutes=60`. Throws `config/invalid` for an unknown name and a value out of its bounds. */
export function parseLimits(text: string, setting: string): Partial<RunLimits> {
  const known = Object.keys(limitNames).join(", ");
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return Object.fromEntries(
    parts.map((part) => {
      const [name = "", value = ""] = part.split("=");
      const limit = Object.entries(limitNames).find(([one]) => one === name)?.[1];
      if (limit === undefined)
        throw badLimit(
          setting,
          `There is no limit "${name}".`,
          `${setting} as name=number, where name is one of ${known}`,
        );
      const { least: from, most: to, scale, unit, why } = limitRules[limit];
      const number = Number(value);
      if (!Number.isInteger(number) || number < from || number > to)
        throw badLimit(
          setting,
          `The limit ${name}=${value} is not within its bounds (${why}).`,
          `${name} as a whole number of ${unit} from ${from} to ${to}`,
        );
      return [limit, number * scale];
    }),
  );
}

/** The limits as a review says them: "5,000 requests, 30 minutes, …". */
export function renderLimits(limits: RunLimits): string {
  const words = Object.values(limitNames).map((limit) => {
    const { scale, unit } = limitRules[limit];
    return `${Math.round(limits[limit] / scale).toLocaleString("en-US")} ${unit}`;
  });
  return words.join(", ");
}
