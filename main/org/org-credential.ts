import type { Credential } from "../../okta/credentials/credential.ts";
import { createDeviceCredential, type DeviceApp, type DeviceSession } from "../../okta/credentials/device-app.ts";
import { createServiceAppCredential, type ServiceApp } from "../../okta/credentials/service-app.ts";
import { createSswsCredential } from "../../okta/credentials/ssws.ts";
import type { Secret } from "../../terms/secret.ts";

/** What lets Attest into an org. */
export type OrgCredential =
  | { readonly kind: "token"; readonly token: Secret }
  | { readonly kind: "service-app"; readonly app: ServiceApp }
  | {
      readonly kind: "device";
      readonly app: DeviceApp;
      readonly session: DeviceSession;
      /** Keeps what the org gave in place of the session. */
      readonly keep: (session: DeviceSession) => Promise<void>;
    };

/** The secrets in a credential, for whoever keeps them out of what is written. */
export function secretsOf(credential: OrgCredential): readonly Secret[] {
  switch (credential.kind) {
    case "token":
      return [credential.token];
    case "service-app":
      return [credential.app.privateKey];
    case "device": {
      const { refreshToken, proofKey } = credential.session;
      return proofKey === undefined ? [refreshToken] : [refreshToken, proofKey];
    }
  }
}

/** Names a credential without telling it. `login`: whose it is; an app is its own. */
export function nameOf(credential: OrgCredential, login: string): string {
  switch (credential.kind) {
    case "token":
      return `The API token of ${login}`;
    case "service-app": {
      const { clientId, keyId, dpop } = credential.app;
      const key = keyId === undefined ? "its key" : `the key ${keyId}`;
      return `The service app ${clientId} with ${key}${dpop ? ", proving possession (DPoP)" : ""}`;
    }
    case "device":
      return `The sign-in of ${login} through the app ${credential.app.clientId}`;
  }
}

function create(origin: string, credential: OrgCredential): Credential {
  switch (credential.kind) {
    case "token":
      return createSswsCredential(credential.token);
    case "service-app":
      return createServiceAppCredential(origin, credential.app);
    case "device":
      return createDeviceCredential(origin, credential.app, credential.session, credential.keep);
  }
}

const created = new Map<string, Credential>();

/**
 * The credential as `okta/` uses it. Clients of one app share it within this process, and with it the access tokens that it holds.
 * Throws `config/invalid` for a token or key that is none.
 */
export function createCredential(origin: string, credential: OrgCredential): Credential {
  if (credential.kind === "token") return create(origin, credential);
  const key = JSON.stringify([origin, credential.kind, credential.app.clientId]);
  const known = created.get(key);
  if (known !== undefined) return known;
  const made = create(origin, credential);
  created.set(key, made);
  return made;
}
