import type { EmulatorSettings, LimitTier } from "../emulator-options.ts";

const windowMs = 60_000;
const unlimited = 1_000_000;

type Tier = Exclude<LimitTier, "none">;
const limitsOf = (integrator: number, enterprise: number, workforce: number): Record<Tier, number> => ({
  integrator,
  enterprise,
  workforce,
});

const everythingElse = limitsOf(100, 600, 1200);

/** Requests a minute by bucket, as last published. */
const published: Readonly<Record<string, Record<Tier, number>>> = {
  "/api/v1/apps": limitsOf(20, 100, 100),
  "/api/v1/apps/{id}": limitsOf(100, 600, 500),
  "/api/v1/groups": limitsOf(100, 600, 500),
  "/api/v1/groups/{id}": limitsOf(100, 600, 1000),
  "/api/v1/users": limitsOf(100, 600, 600),
  "/api/v1/users/{id}": limitsOf(100, 1000, 2000),
  "/api/v1/logs": limitsOf(20, 50, 120),
  "/oauth2/v1/clients": limitsOf(25, 100, 100),
  "/api/v1/devices": limitsOf(100, 150, 100),
};

/** What a request spent, as the three headers say it. */
export interface Spent {
  readonly limit: number;
  readonly remaining: number;
  /** UTC epoch seconds. */
  readonly reset: number;
  readonly allowed: boolean;
}

interface Window {
  endsAt: number;
  used: number;
}

/** The org's rate limits: a window of 60 s a bucket, which the first request opens. */
export function createRateLimits(settings: EmulatorSettings): (bucket: string) => Spent {
  const windows = new Map<string, Window>();
  const tier = settings.limits;
  const limitFor = (bucket: string): number =>
    tier === "none"
      ? unlimited
      : Math.max(1, Math.floor((published[bucket] ?? everythingElse)[tier] * settings.tokenShare));
  return (bucket) => {
    const now = settings.clock();
    let window = windows.get(bucket);
    if (window === undefined || now >= window.endsAt) {
      window = { endsAt: (Math.floor(now / 1000) + 1) * 1000 + windowMs - 1000, used: 0 };
      windows.set(bucket, window);
    }
    const limit = limitFor(bucket);
    const allowed = window.used < limit;
    if (allowed) window.used += 1;
    return { limit, remaining: limit - window.used, reset: Math.ceil(window.endsAt / 1000), allowed };
  };
}
