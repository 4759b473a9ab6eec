import type { FaultRule } from "./http/faults.ts";
import type { OAuthAppOptions } from "./oauth/oauth-apps.ts";
import type { AdminRole } from "./org/admin-role.ts";

/** Named sets of rate limits, as Okta published them last. */
export type LimitTier = "none" | "integrator" | "enterprise" | "workforce";

/** A request that was let in. */
export interface AdmittedRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** `SSWS`, `Bearer`, `DPoP`. */
  readonly scheme: string;
  /** Scopes of its access token; undefined for an API token. */
  readonly scopes: ReadonlySet<string> | undefined;
}

/** What an emulated org is started with; everything has a default. */
export interface EmulatorOptions {
  /** Number of users, 1 to 200,000. Default 1,200. */
  readonly users?: number;
  /** The same seed, users and start time give the same org. Default 1. */
  readonly seed?: number;
  /** Port on loopback; 0, the default, takes a free one. */
  readonly port?: number;
  /** Key and certificate (PEM) of `localhost`: the org then speaks HTTPS under that name. Default: HTTP. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Start time of the org in ms: its dates lie before it. Default: now. */
  readonly now?: number;
  /** Rate limits, default `none`: headers are sent with large numbers and nothing is refused. */
  readonly limits?: LimitTier;
  /** Share of each limit that the token may use. Default 0.5, as Okta's. */
  readonly tokenShare?: number;
  /** Requests in flight at once before a concurrency 429; 0 for no limit. Default: the tier's. */
  readonly maxConcurrent?: number;
  /** Milliseconds before each answer, and the random part on top. Default 0. */
  readonly latencyMs?: number;
  readonly jitterMs?: number;
  /** The clock of rate-limit windows and Date headers, in ms. Default: the machine's. */
  readonly clock?: () => number;
  /** Origin that stands in links to the admin host. Default: the org's own, since loopback has no second host. */
  readonly adminOrigin?: string;
  /** What a `limit` over the maximum does. Default `clamp`. */
  readonly overLimit?: "clamp" | "refuse";
  /** Whether `next` leaves out `expand`, as Okta's did until August 2026. Default true. */
  readonly dropExpand?: boolean;
  /** Whether the list of role assignees holds those who have a role through a group only. Okta does not say; default true. */
  readonly assigneesThroughGroups?: boolean;
  /** Log events a user and day. Default 0.5. */
  readonly eventsPerUserDay?: number;
  /** Role of the owner of the token. Default: super administrator. */
  readonly tokenRole?: AdminRole;
  /** Days since the API token was made. Default 12. */
  readonly tokenAgeDays?: number;
  /** Further API tokens, each of an owner with this role alone. */
  readonly tokenRoles?: readonly AdminRole[];
  /** OAuth clients that the org has besides its usual apps, with keys made at the start. Default none. */
  readonly oauthApps?: readonly OAuthAppOptions[];
  /** Life of access tokens. Default 3,600, as Okta's. */
  readonly accessTokenSeconds?: number;
  /** Whether proofs at resources need the server's nonce too. Okta's documents do not ask for it; default false. */
  readonly dpopNonceAtResource?: boolean;
  /** Life of a device code, and how long a device waits between polls. Default 600 and 5, as Okta's. */
  readonly deviceCodeSeconds?: number;
  readonly deviceIntervalSeconds?: number;
  /** Milliseconds until a write shows in a search. Default 0. */
  readonly searchLagMs?: number;
  /** Names of groups, labels of apps and titles of users give orders to a model. Default false. */
  readonly hostileNames?: boolean;
  /** What goes wrong, by path. Default nothing. */
  readonly faults?: readonly FaultRule[];
  /** Is told of each request that was let in. */
  readonly onAdmitted?: (admitted: AdmittedRequest) => void;
  /** Seed of the chances of faults. Default: the org's. */
  readonly faultSeed?: number;
  /** File that gets the whole state as JSON before the org answers. */
  readonly dumpFile?: string;
}

type OptionWithoutDefault = "adminOrigin" | "dumpFile" | "onAdmitted" | "tokenRole" | "tls";

/** The options with every default filled in. */
export type EmulatorSettings = Required<Omit<EmulatorOptions, OptionWithoutDefault>> &
  Pick<EmulatorOptions, OptionWithoutDefault>;

const concurrency: Readonly<Record<LimitTier, number>> = { none: 0, integrator: 35, enterprise: 75, workforce: 75 };

/** Fills in the defaults. */
export function settingsOf(options: EmulatorOptions): EmulatorSettings {
  const limits = options.limits ?? "none";
  return {
    users: 1200,
    seed: 1,
    port: 0,
    now: Math.floor(Date.now() / 1000) * 1000,
    tokenShare: 0.5,
    maxConcurrent: concurrency[limits],
    latencyMs: 0,
    jitterMs: 0,
    clock: Date.now,
    overLimit: "clamp",
    dropExpand: true,
    assigneesThroughGroups: true,
    eventsPerUserDay: 0.5,
    faults: [],
    faultSeed: options.seed ?? 1,
    tokenAgeDays: 12,
    tokenRoles: [],
    oauthApps: [],
    accessTokenSeconds: 3600,
    dpopNonceAtResource: false,
    deviceCodeSeconds: 600,
    deviceIntervalSeconds: 5,
    searchLagMs: 0,
    hostileNames: false,
    ...options,
    limits,
  };
}
