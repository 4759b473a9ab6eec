import { systemClock, type Clock } from "./pacing/clock.ts";
import { createPacing, type Pacing } from "./pacing/pacing.ts";
import { createCircuit, type Circuit } from "./retries/circuit.ts";

/** What all clients of one org in this process share: pacing, the circuit, the retry budget. */
export interface OrgLine {
  readonly clock: Clock;
  readonly pacing: Pacing;
  readonly circuit: Circuit;
}

/** How an org is gone at. */
export interface LineOptions {
  /** Reads out at once, at the most. */
  readonly concurrency: number;
  /** Share of each rate limit that is left to others, 0 to 0.9. */
  readonly reserve: number;
}

const lines = new Map<string, OrgLine>();

/** A line of its own, with nothing learned yet. */
export function createOrgLine(options: LineOptions, clock: Clock = systemClock): OrgLine {
  return { clock, pacing: createPacing({ clock, ...options }), circuit: createCircuit() };
}

/**
 * The line that this process has to an org. Okta counts all requests together, so every run has to wait in the same one, whichever
 * client it reads with: `options` are those of whoever came first, and what a later client says changes nothing.
 */
export function sharedOrgLine(origin: string, options: LineOptions): OrgLine {
  const known = lines.get(origin);
  if (known !== undefined) return known;
  const line = createOrgLine(options);
  lines.set(origin, line);
  return line;
}
