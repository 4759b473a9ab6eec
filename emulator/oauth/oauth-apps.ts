import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { JsonWebKey } from "../org/json-web-key.ts";
import type { AdminRole } from "../org/admin-role.ts";
import type { AddedApp } from "../org/app-rows.ts";

/** How a service app signs its assertions. */
export type SigningAlgorithm = "RS256" | "RS384" | "RS512" | "ES256" | "ES384" | "ES512";

/** An OAuth client to start an org with. */
export interface OAuthAppOptions {
  /** `service` asks by private_key_jwt, `native` by device authorization. Default `service`. */
  readonly kind?: "service" | "native";
  /** Default: `Attest service` or `Attest device`. Two apps need two labels. */
  readonly label?: string;
  /** Default RS256. */
  readonly algorithm?: SigningAlgorithm;
  /** Scopes granted to it. Default: those of users, groups, apps, roles, logs, factors and schemas, to read. */
  readonly scopes?: readonly string[];
  /** Its admin role; `none` for an app that was given none. Default: read-only administrator. A native app has its user's. */
  readonly role?: AdminRole | "none";
  /** Whether it must prove possession of a key. Default false. */
  readonly dpop?: boolean;
}

/** What its owner knows of an OAuth client. */
export interface OAuthAppSecrets {
  readonly clientId: string;
  readonly label: string;
  readonly kind: "service" | "native";
  readonly scopes: readonly string[];
  readonly algorithm: SigningAlgorithm;
  /** The private key with its `kid` and `alg`; absent for native apps, which are public. */
  readonly privateKey?: JsonWebKey & { readonly kid: string; readonly alg: SigningAlgorithm };
  /** The same key as PKCS #8. */
  readonly privateKeyPem?: string;
}

/** A client before the org exists, with what its owner will know; the client id comes with the org. */
export interface MadeApp {
  readonly app: AddedApp;
  readonly secrets: Omit<OAuthAppSecrets, "clientId">;
}

const usualScopes: readonly string[] = ["users", "groups", "apps", "roles", "logs", "factors", "schemas"].map(
  (resource) => `okta.${resource}.read`,
);

const curves = { ES256: "P-256", ES384: "P-384", ES512: "P-521" } as const;

function makeKey(algorithm: SigningAlgorithm): KeyObject {
  switch (algorithm) {
    case "RS256":
    case "RS384":
    case "RS512":
      return generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    case "ES256":
    case "ES384":
    case "ES512":
      return generateKeyPairSync("ec", { namedCurve: curves[algorithm] }).privateKey;
  }
}

function makeService(options: OAuthAppOptions, place: number): MadeApp {
  const { algorithm = "RS256", scopes = usualScopes, label = "Attest service", dpop = false } = options;
  const role = options.role ?? { type: "READ_ONLY_ADMIN" };
  const key = makeKey(algorithm);
  const kid = `attest-key-${place + 1}`;
  const publicKey = createPublicKey(key).export({ format: "jwk" });
  return {
    app: {
      label,
      client: { kind: "service", scopes, dpop, keys: [{ ...publicKey, kid }] },
      role: role === "none" ? undefined : role,
    },
    secrets: {
      label,
      kind: "service",
      scopes,
      algorithm,
      privateKey: { ...key.export({ format: "jwk" }), kid, alg: algorithm },
      privateKeyPem: key.export({ format: "pem", type: "pkcs8" }).toString(),
    },
  };
}

function makeNative(options: OAuthAppOptions): MadeApp {
  const { scopes = usualScopes, label = "Attest device", dpop = false } = options;
  return {
    app: { label, client: { kind: "native", scopes, dpop, keys: [] }, role: undefined },
    secrets: { label, kind: "native", scopes, algorithm: options.algorithm ?? "RS256" },
  };
}

/** Makes the clients with new keys. An RSA key takes some tenths of a second. */
export function makeOAuthApps(options: readonly OAuthAppOptions[]): readonly MadeApp[] {
  return options.map((one, place) => (one.kind === "native" ? makeNative(one) : makeService(one, place)));
}
