import { createPublicKey, verify } from "node:crypto";
import type { JsonWebKey } from "../org/json-web-key.ts";

/** A signed token taken apart; nothing of it is believed before its signature is checked. */
export interface Jwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** The text that was signed. */
  readonly signed: string;
  readonly signature: Buffer;
}

interface Algorithm {
  readonly hash: string;
  readonly keyType: string;
  readonly curve?: string;
}

/** The algorithms that Okta takes for assertions. */
const algorithms: Readonly<Record<string, Algorithm>> = {
  RS256: { hash: "sha256", keyType: "RSA" },
  RS384: { hash: "sha384", keyType: "RSA" },
  RS512: { hash: "sha512", keyType: "RSA" },
  ES256: { hash: "sha256", keyType: "EC", curve: "P-256" },
  ES384: { hash: "sha384", keyType: "EC", curve: "P-384" },
  ES512: { hash: "sha512", keyType: "EC", curve: "P-521" },
};

function objectOf(part: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? "", "base64url").toString());
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : undefined;
  } catch {
    return undefined;
  }
}

/** The parts of a compact JWT, or undefined where the text is none. */
export function parseJwt(text: string): Jwt | undefined {
  const [head, body, signature, rest] = text.split(".");
  const header = objectOf(head);
  const claims = objectOf(body);
  if (header === undefined || claims === undefined || signature === undefined || rest !== undefined) return undefined;
  return { header, claims, signed: `${head}.${body}`, signature: Buffer.from(signature, "base64url") };
}

/** Whether Okta takes tokens that are signed so. */
export function isKnownAlgorithm(name: unknown): name is string {
  return typeof name === "string" && Object.hasOwn(algorithms, name);
}

/** Whether this key signed the token by the algorithm that its header names. */
export function isSignedBy(jwt: Jwt, key: JsonWebKey): boolean {
  const { alg } = jwt.header;
  const algorithm = isKnownAlgorithm(alg) ? algorithms[alg] : undefined;
  if (algorithm === undefined || key.kty !== algorithm.keyType) return false;
  if (algorithm.curve !== undefined && key.crv !== algorithm.curve) return false;
  try {
    const publicKey = createPublicKey({ key, format: "jwk" });
    return verify(
      algorithm.hash,
      Buffer.from(jwt.signed),
      { key: publicKey, dsaEncoding: "ieee-p1363" },
      jwt.signature,
    );
  } catch {
    return false;
  }
}

/** A claim that is text; "" where it is not. */
export function textClaim(jwt: Jwt, name: string): string {
  const value = jwt.claims[name];
  return typeof value === "string" ? value : "";
}

/** A claim that is a number of seconds; undefined where it is not. */
export function secondsClaim(jwt: Jwt, name: string): number | undefined {
  const value = jwt.claims[name];
  return typeof value === "number" ? value : undefined;
}
