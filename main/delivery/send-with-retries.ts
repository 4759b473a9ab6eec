import type { Sent } from "../../deliveries/sent.ts";
import type { Clock } from "../../okta/pacing/clock.ts";

/** What sending takes besides the thing itself. */
export interface Retrying {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Called after each try, before the next; `attempt` counts from 1. */
  readonly onTried: (sent: Sent, attempt: number) => Promise<void>;
}

/** Waits between tries, in ms: a moment, a restart, a short outage, a longer one. */
const backOffMs = [5_000, 30_000, 120_000, 600_000];
/** The longest that the other side may ask to be left alone, in ms. */
const mostWaitMs = 900_000;

/** Tries until it is sent, or another try would do no better, or there were five. Rejects where the signal fires. */
export async function sendWithRetries(send: (signal: AbortSignal) => Promise<Sent>, retrying: Retrying): Promise<Sent> {
  const { clock, signal, onTried } = retrying;
  for (let attempt = 1; ; attempt += 1) {
    const sent = await send(signal);
    await onTried(sent, attempt);
    const backOff = backOffMs[attempt - 1];
    if (sent.kind === "sent" || !sent.again || backOff === undefined) return sent;
    await clock.wait(Math.min(Math.max(backOff, sent.afterMs ?? 0), mostWaitMs), signal);
  }
}
