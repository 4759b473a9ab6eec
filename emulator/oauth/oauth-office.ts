import type { EmulatorSettings } from "../emulator-options.ts";
import type { Org } from "../org/org.ts";
import { createAccessTokens, type AccessTokens } from "./access-tokens.ts";
import { createDeviceGrants, type DeviceGrants } from "./device-grants.ts";
import { createProofDesk, type ProofDesk } from "./dpop-proof.ts";
import { createUsedOnce, type UsedOnce } from "./used-once.ts";

/** What the org's authorization server remembers. */
export interface OAuthOffice {
  readonly tokens: AccessTokens;
  readonly proofs: ProofDesk;
  readonly devices: DeviceGrants;
  /** Assertions that were used: each `jti` is good once. */
  readonly assertions: UsedOnce;
}

const assertionLifeMs = 3_700_000;

/** The authorization server of an org, with nothing given out yet. */
export function createOAuthOffice(org: Org, settings: EmulatorSettings): OAuthOffice {
  return {
    tokens: createAccessTokens(org, settings.accessTokenSeconds),
    proofs: createProofDesk(org.seed),
    devices: createDeviceGrants(org.seed, {
      lifeSeconds: settings.deviceCodeSeconds,
      intervalSeconds: settings.deviceIntervalSeconds,
    }),
    assertions: createUsedOnce(assertionLifeMs),
  };
}
