import type { NetworkFault } from "../answers/network-fault.ts";
import type { RateLimit } from "../pacing/rate-limit-headers.ts";

/** How one try at a read ended, as far as trying again is concerned. */
export type TryEnd =
  | { readonly kind: "fault"; readonly fault: NetworkFault }
  | { readonly kind: "status"; readonly status: number; readonly seen: RateLimit | undefined }
  /** A 2xx whose body was cut off or malformed, or an error page of Okta's edge. */
  | { readonly kind: "unreadable" };

/** What was tried so far for one read. */
export interface Tries {
  /** Tries that ended in a fault, a 5xx or an unreadable body. */
  readonly faults: number;
  /** 429 answers. */
  readonly refusals: number;
}

/** Try again, after so long. `pauseBucket`: the whole bucket waits, not this read alone. */
export interface Retry {
  readonly kind: "fault" | "window" | "concurrency";
  readonly waitMs: number;
  readonly pauseBucket: boolean;
}

const mostFaults = 5;
const mostRefusals = 6;
const retriedStatuses = new Set([423, 500, 502, 503, 504]);

/** Full jitter: anywhere between nothing and a bound that doubles, so that many readers do not come back at once. */
function backOff(tries: number, random: () => number): number {
  return random() * Math.min(10_000, 500 * 2 ** tries);
}

/**
 * Whether a read is tried again, and when. `reached`: this org has answered before; until it has, a name that is not known or a
 * refused connection is a wrong address and is said at once.
 */
export function decideRetry(end: TryEnd, tries: Tries, reached: boolean, random: () => number): Retry | undefined {
  if (end.kind === "status" && end.status === 429) return decideRefusal(end.seen, tries, random);
  if (tries.faults >= mostFaults || !isWorthIt(end, tries, reached)) return undefined;
  return { kind: "fault", waitMs: backOff(tries.faults, random), pauseBucket: false };
}

function isWorthIt(end: TryEnd, tries: Tries, reached: boolean): boolean {
  switch (end.kind) {
    case "unreadable":
      return tries.faults < 2;
    case "status":
      return retriedStatuses.has(end.status);
    case "fault":
      return isPassing(end.fault, tries, reached);
  }
}

function isPassing({ kind }: NetworkFault, tries: Tries, reached: boolean): boolean {
  switch (kind) {
    case "refused":
    case "no-such-host":
      return reached;
    case "timed-out":
      return tries.faults < 2;
    case "lost":
    case "cut-off":
    case "garbled":
      return true;
    case "proxy-login":
    case "tls":
    case "too-large":
    case "cancelled":
      return false;
  }
}

function decideRefusal(seen: RateLimit | undefined, tries: Tries, random: () => number): Retry | undefined {
  if (tries.refusals >= mostRefusals) return undefined;
  // Limit 0 is Okta's way to say "too many at once"; its reset is only a suggestion.
  if (seen?.limit === 0) return { kind: "concurrency", waitMs: 500 + random() * 1000, pauseBucket: false };
  const waitMs = seen?.endsInMs ?? 1000 + backOff(tries.refusals + 1, random);
  return { kind: "window", waitMs, pauseBucket: true };
}
