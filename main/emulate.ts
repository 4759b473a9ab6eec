import { startEmulator, type Emulator } from "../emulator/start-emulator.ts";
import type { LimitTier } from "../emulator/emulator-options.ts";

/** What an emulated org is to be like. */
export interface EmulatedOrg {
  readonly users: number;
  readonly seed: number;
  /** 0 takes any free port. */
  readonly port: number;
  readonly limits: LimitTier;
  /** Milliseconds that an answer is delayed, up to twice as much. */
  readonly latency: number;
  /** File for the whole org as JSON, written before it listens. */
  readonly dump?: string;
  /** Gives the org a service app with a key of its own. */
  readonly serviceApp?: boolean;
  /** Lets names, labels and titles give orders to a model. */
  readonly hostileNames?: boolean;
}

/** Starts an emulated org on loopback. */
export function emulate(wanted: EmulatedOrg): Promise<Emulator> {
  const { users, seed, port, limits, latency, dump, serviceApp, hostileNames = false } = wanted;
  return startEmulator({
    users,
    seed,
    port,
    limits,
    latencyMs: latency,
    jitterMs: latency,
    hostileNames,
    ...(serviceApp === true ? { oauthApps: [{}] } : {}),
    ...(dump === undefined ? {} : { dumpFile: dump }),
  });
}
