import type { ServerResponse } from "node:http";
import type { EmulatorSettings } from "../emulator-options.ts";
import { hashOf } from "../org/random.ts";
import type { Answer } from "./answer.ts";
import type { FaultRule } from "./faults.ts";
import type { Spent } from "./rate-limits.ts";
import { requestId } from "./request-id.ts";
import { send, sendBroken } from "./send.ts";

/** An answer on its way: what was spent for it and what fault meets it. */
export interface Parcel {
  readonly answer: Answer;
  readonly spent?: Spent | undefined;
  readonly fault?: FaultRule | undefined;
}

/** Sends answers after the latency that the settings ask for; resolves when all is handed to the socket. */
export function createDelivery(
  settings: EmulatorSettings,
): (outgoing: ServerResponse, parcel: Parcel) => Promise<void> | undefined {
  let served = 0;
  const delayOf = (fault: FaultRule | undefined): number => {
    const jitter = settings.jitterMs > 0 ? settings.jitterMs * hashOf(settings.seed, "jitter", served) : 0;
    return settings.latencyMs + jitter + (fault?.kind === "slow" ? (fault.delayMs ?? 5000) : 0);
  };
  return (outgoing, { answer, spent, fault }) => {
    served += 1;
    const skewMs = fault?.kind === "skew" ? (fault.delayMs ?? 3_600_000) : 0;
    const envelope = {
      nowMs: settings.clock() + skewMs,
      requestId: requestId(settings.seed, served),
      spent: spent === undefined ? undefined : { ...spent, reset: spent.reset + Math.round(skewMs / 1000) },
    };
    const write = (): void => {
      if (outgoing.destroyed) return;
      if (fault === undefined) send(outgoing, answer, envelope);
      else sendBroken(outgoing, answer, envelope, fault);
    };
    const delayMs = delayOf(fault);
    if (delayMs > 0) {
      return new Promise((resolve) => {
        setTimeout(() => {
          write();
          resolve();
        }, delayMs);
      });
    }
    write();
    return undefined;
  };
}
