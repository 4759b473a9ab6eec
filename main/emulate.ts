import { startEmulator, type Emulator } from "../emulator/start-emulator.ts";
import type { LimitTier } from "../emulator/emulator-options.ts";
import { parseFaults, type FaultPlan } from "../emulator/http/faults.ts";
import { Failure } from "../terms/failure.ts";

/** What an emulated org is to be like. */
export interface EmulatedOrg {
  readonly users: number;
  readonly seed: number;
  /** 0 takes any free port. */
  readonly port: number;
  readonly limits: LimitTier;
  /** Milliseconds that an answer is delayed. */
  readonly latency: number;
  /** Milliseconds on top at the most; as much as the latency where it is not given. */
  readonly jitter?: number;
  /** Requests in flight at once before a concurrency 429; the tier's where it is not given, 0 for no limit. */
  readonly concurrent?: number;
  /** Milliseconds until a write shows in a search. */
  readonly lag?: number;
  /** Events of the System Log a user and day. */
  readonly events?: number;
  /** Text of a file with fault rules, as JSON. */
  readonly faults?: string | undefined;
  /** File for the whole org as JSON, written before it listens. */
  readonly dump?: string;
  /** Gives the org a service app with a key of its own. */
  readonly serviceApp?: boolean;
  /** Lets names, labels and titles give orders to a model. */
  readonly hostileNames?: boolean;
}

function faultPlan(text: string): FaultPlan {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const plan = parseFaults(value);
  if (plan !== undefined) return plan;
  throw new Failure(
    "config/invalid",
    { setting: "--faults", expected: "a JSON list of fault rules" },
    {
      found: "The file of faults holds no list of rules.",
      why: "A rule that is not understood would be a fault that never comes, so nothing was started.",
      help: 'Write a list such as [{"kind": "status", "status": 503, "path": "/api/v1/users", "chance": 0.1}], or {"seed": 7, "rules": […]}.',
    },
  );
}

/** Starts an emulated org on loopback. Throws `config/invalid` for faults that are none, and what `startEmulator` throws. */
export async function emulate(wanted: EmulatedOrg): Promise<Emulator> {
  const { users, seed, port, limits, latency, dump, serviceApp, hostileNames = false } = wanted;
  const { jitter = latency, concurrent, lag = 0, events, faults } = wanted;
  const plan = faults === undefined ? undefined : faultPlan(faults);
  return startEmulator({
    users,
    seed,
    port,
    limits,
    latencyMs: latency,
    jitterMs: jitter,
    searchLagMs: lag,
    ...(concurrent === undefined ? {} : { maxConcurrent: concurrent }),
    ...(events === undefined ? {} : { eventsPerUserDay: events }),
    ...(plan === undefined ? {} : { faults: plan.rules, faultSeed: plan.seed ?? seed }),
    hostileNames,
    ...(serviceApp === true ? { oauthApps: [{}] } : {}),
    ...(dump === undefined ? {} : { dumpFile: dump }),
  });
}
