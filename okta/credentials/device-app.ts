import { z } from "zod";
import { Secret } from "../../terms/secret.ts";
import { systemClock, type Clock } from "../pacing/clock.ts";
import { createAccessTokens } from "./access-tokens.ts";
import type { Credential } from "./credential.ts";
import { createOAuthCredential } from "./oauth-credential.ts";
import { createTokenEndpoint, tokenPath, type TokenEndpoint } from "./token-endpoint.ts";
import { clientFailure, scopeFailure, type TokenAsker } from "./token-refusal.ts";

/** A native app of the org through which a person signs in. */
export interface DeviceApp {
  readonly clientId: string;
  /** Prove possession from the first request on. */
  readonly dpop: boolean;
}

/** A sign-in that waits for its person. */
export interface DeviceSignIn {
  /** What the person types in. */
  readonly userCode: string;
  /** Where. */
  readonly address: string;
  /** The same with the code in it. */
  readonly addressWithCode: string;
  /** Milliseconds that the person has. */
  readonly lastsMs: number;
  /** Waits until the person has agreed. Throws `okta/client-refused` where they have not. */
  finish(signal: AbortSignal): Promise<DeviceSession>;
}

/** What a sign-in leaves behind, to be kept like a password. */
export interface DeviceSession {
  readonly refreshToken: Secret;
  /** The key that the refresh token is bound to, where the app demands proof of possession. */
  readonly proofKey: Secret | undefined;
}

const startShape = z.object({
  device_code: z.string().min(1),
  user_code: z.string(),
  verification_uri: z.url(),
  verification_uri_complete: z.url().optional(),
  expires_in: z.number(),
  interval: z.number().optional(),
});
const refreshShape = z.object({ refresh_token: z.string().min(1) });

const deviceGrant = "urn:ietf:params:oauth:grant-type:device_code";

function noRefreshToken(asker: TokenAsker): Error {
  return clientFailure(asker, {
    error: "no refresh token",
    description: "The app does not allow the grant refresh_token.",
  });
}

async function poll(
  endpoint: TokenEndpoint,
  asker: TokenAsker,
  device: z.infer<typeof startShape>,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<DeviceSession> {
  let intervalMs = (device.interval ?? 5) * 1000;
  const form = { grant_type: deviceGrant, client_id: asker.clientId, device_code: device.device_code };
  for (;;) {
    await clock.wait(intervalMs, signal);
    const answer = await endpoint.post(tokenPath, async () => form);
    if (answer.kind === "given") {
      const parsed = refreshShape.safeParse(answer.body);
      if (parsed.success) {
        return { refreshToken: new Secret(parsed.data.refresh_token), proofKey: endpoint.proofKey };
      }
      throw noRefreshToken(asker);
    }
    if (answer.error === "slow_down") intervalMs += 5000;
    else if (answer.error !== "authorization_pending") throw clientFailure(asker, answer);
  }
}

/** Begins a sign-in on another device, for these scopes. Throws `okta/client-refused` or `okta/scope-not-granted`. */
export async function startDeviceSignIn(
  origin: string,
  app: DeviceApp,
  scopes: readonly string[],
  clock: Clock = systemClock,
): Promise<DeviceSignIn> {
  const asker: TokenAsker = { clientId: app.clientId, kind: "device", keyId: undefined };
  const endpoint = createTokenEndpoint({ origin, dpop: app.dpop, clock });
  const scope = [...new Set(["openid", "offline_access", ...scopes])].join(" ");
  const answer = await endpoint.post("/oauth2/v1/device/authorize", async () => ({ client_id: app.clientId, scope }));
  if (answer.kind === "refused") {
    throw answer.error === "invalid_scope" ? scopeFailure(asker, scopes) : clientFailure(asker, answer);
  }
  const parsed = startShape.safeParse(answer.body);
  if (!parsed.success) throw clientFailure(asker, { error: "an answer without a device code", description: "" });
  const { user_code: userCode, verification_uri: address, expires_in: seconds } = parsed.data;
  return {
    userCode,
    address,
    addressWithCode: parsed.data.verification_uri_complete ?? address,
    lastsMs: seconds * 1000,
    finish: (signal) => poll(endpoint, asker, parsed.data, { clock, signal }),
  };
}

/**
 * The credential of a person who signed in through a native app. `keep` is told of a new refresh token where the org gives a new
 * one each time: the old one is worth nothing then.
 */
export function createDeviceCredential(
  origin: string,
  app: DeviceApp,
  session: DeviceSession,
  keep: (session: DeviceSession) => Promise<void>,
  clock: Clock = systemClock,
): Credential {
  const { clientId, dpop } = app;
  const { proofKey } = session;
  const endpoint = createTokenEndpoint({ origin, dpop, proofKey, clock });
  let refreshToken = session.refreshToken;
  const tokens = createAccessTokens(
    endpoint,
    {
      asker: { clientId, kind: "device", keyId: undefined },
      form: async (scopes) => ({
        grant_type: "refresh_token",
        client_id: clientId,
        refresh_token: refreshToken.reveal(),
        scope: ["openid", "offline_access", ...scopes].join(" "),
      }),
      async given(body) {
        const parsed = refreshShape.safeParse(body);
        if (!parsed.success || parsed.data.refresh_token === refreshToken.reveal()) return;
        refreshToken = new Secret(parsed.data.refresh_token);
        await keep({ refreshToken, proofKey });
      },
    },
    () => clock.now(),
  );
  return createOAuthCredential(endpoint, tokens);
}
