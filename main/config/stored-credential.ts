import { z } from "zod";
import { Failure } from "../../terms/failure.ts";
import type { Secret } from "../../terms/secret.ts";
import type { SecretStore } from "./secret-store.ts";

/** What `org add` was given: a token, a person's sign-in through a native app, or a service app with its key. */
export type StoredCredential =
  | { readonly kind: "token"; readonly token: Secret }
  | {
      readonly kind: "device";
      readonly clientId: string;
      readonly refreshToken: Secret;
      /** Undefined where the app demands no proof of possession. */
      readonly proofKey: Secret | undefined;
    }
  | {
      readonly kind: "service-app";
      readonly clientId: string;
      readonly privateKey: Secret;
      readonly keyId: string | undefined;
      readonly dpop: boolean;
    };

/** The part of a credential that is no secret, as it stands in the list of orgs. */
export type OpenPart =
  | { readonly kind: "token" }
  | { readonly kind: "device"; readonly clientId: string; readonly bound: boolean }
  | {
      readonly kind: "service-app";
      readonly clientId: string;
      readonly keyId?: string | undefined;
      readonly dpop: boolean;
    };

/** Reads it back. */
export const openPart: z.ZodType<OpenPart> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("token") }),
  z.object({ kind: z.literal("device"), clientId: z.string(), bound: z.boolean() }),
  z.object({ kind: z.literal("service-app"), clientId: z.string(), keyId: z.string().optional(), dpop: z.boolean() }),
]);

/** A credential in two parts: what may stand in a list, and the secrets by their names. */
export function splitCredential(
  org: string,
  credential: StoredCredential,
): { readonly open: OpenPart; readonly secrets: ReadonlyMap<string, Secret> } {
  switch (credential.kind) {
    case "token":
      return { open: { kind: "token" }, secrets: new Map([[`${org} token`, credential.token]]) };
    case "device": {
      const { clientId, refreshToken, proofKey } = credential;
      const secrets = new Map([[`${org} refresh token`, refreshToken]]);
      if (proofKey !== undefined) secrets.set(`${org} proof key`, proofKey);
      return { open: { kind: "device", clientId, bound: proofKey !== undefined }, secrets };
    }
    case "service-app": {
      const { clientId, keyId, dpop, privateKey } = credential;
      const open = { kind: "service-app", clientId, dpop, ...(keyId === undefined ? {} : { keyId }) } as const;
      return { open, secrets: new Map([[`${org} private key`, privateKey]]) };
    }
  }
}

/** Names under which an org's credential may be kept. */
export function secretNames(org: string): readonly string[] {
  return ["token", "refresh token", "proof key", "private key"].map((what) => `${org} ${what}`);
}

/** Puts a credential together again. Throws `config/secrets` where one of its secrets is gone. */
export async function joinCredential(org: string, open: OpenPart, store: SecretStore): Promise<StoredCredential> {
  const get = async (what: string): Promise<Secret> => {
    const secret = await store.get(`${org} ${what}`);
    if (secret !== undefined) return secret;
    throw new Failure(
      "config/secrets",
      { place: store.place, reason: `no ${what}` },
      {
        found: `The ${what} of ${org} is not in its place (${store.place}).`,
        why: "The org is in the list, but nothing lets Attest into it; nothing was sent.",
        help: "Unlock the keychain that it was added under, or add the org again with attest org add.",
      },
    );
  };
  switch (open.kind) {
    case "token":
      return { kind: "token", token: await get("token") };
    case "device":
      return {
        kind: "device",
        clientId: open.clientId,
        refreshToken: await get("refresh token"),
        proofKey: open.bound ? await get("proof key") : undefined,
      };
    case "service-app":
      return { ...open, keyId: open.keyId, privateKey: await get("private key") };
  }
}
