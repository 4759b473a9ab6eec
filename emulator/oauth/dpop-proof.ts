import { createHash } from "node:crypto";
import type { JsonWebKey } from "../org/json-web-key.ts";
import { hashOf } from "../org/random.ts";
import { isKnownAlgorithm, isSignedBy, parseJwt, secondsClaim, textClaim, type Jwt } from "./jwt.ts";
import { createUsedOnce } from "./used-once.ts";

/** What a proof has to fit. */
export interface ProofPlace {
  readonly method: string;
  /** URL without its query. */
  readonly url: string;
  readonly nowMs: number;
  /** The token that comes with it, at a resource. */
  readonly accessToken?: string;
  /** Whether the server's nonce has to be in it; one that is in it is checked in any case. */
  readonly wantsNonce: boolean;
}

/** What a proof came to: the thumbprint of its key, a wish for the server's nonce, or what is wrong with it. */
export type ProofEnd =
  | { readonly kind: "proved"; readonly thumbprint: string }
  | { readonly kind: "wants-nonce" }
  | { readonly kind: "wrong"; readonly reason: string };

/** Checks proofs of possession. Every proof is good once. */
export interface ProofDesk {
  readonly check: (proof: string | undefined, place: ProofPlace) => ProofEnd;
  /** The nonce to be put into proofs now. */
  readonly nonce: (nowMs: number) => string;
}

const hour = 3_600_000;
/** Okta renews its nonce every day and takes an old one for three days. */
const nonceLifeMs = 24 * hour;
const nonceGraces = 3;
const proofAgeMs = hour / 12;

const wrong = (reason: string): ProofEnd => ({ kind: "wrong", reason });

function thumbprintMembers(key: JsonWebKey): readonly string[] | undefined {
  if (key.kty === "EC") return ["crv", "kty", "x", "y"];
  return key.kty === "RSA" ? ["e", "kty", "n"] : undefined;
}

/** The SHA-256 thumbprint of a public key; undefined where it is none, or a private one. */
function thumbprintOf(key: JsonWebKey): string | undefined {
  const members = thumbprintMembers(key);
  if (members === undefined || "d" in key) return undefined;
  const text = JSON.stringify(Object.fromEntries(members.map((name) => [name, Reflect.get(key, name)])));
  return createHash("sha256").update(text).digest("base64url");
}

function keyOf(jwt: Jwt): JsonWebKey | undefined {
  const { jwk } = jwt.header;
  return typeof jwk === "object" && jwk !== null ? Object.fromEntries(Object.entries(jwk)) : undefined;
}

/** What is wrong with the claims, but for the nonce. */
function wrongClaim(jwt: Jwt, place: ProofPlace): string | undefined {
  const issuedAt = secondsClaim(jwt, "iat");
  if (textClaim(jwt, "htm") !== place.method) return "The DPoP proof JWT has an invalid 'htm' claim.";
  if (textClaim(jwt, "htu") !== place.url) return "The DPoP proof JWT has an invalid 'htu' claim.";
  if (issuedAt === undefined) return "The DPoP proof JWT is missing the 'iat' claim.";
  if (Math.abs(place.nowMs - issuedAt * 1000) > proofAgeMs) return "The DPoP proof JWT has an invalid 'iat' claim.";
  if (textClaim(jwt, "jti") === "") return "The DPoP proof JWT is missing the 'jti' claim.";
  if (place.accessToken === undefined) return undefined;
  const hash = createHash("sha256").update(place.accessToken).digest("base64url");
  return textClaim(jwt, "ath") === hash ? undefined : "The DPoP proof JWT has an invalid 'ath' claim.";
}

function signedKey(jwt: Jwt): { readonly thumbprint: string } | { readonly reason: string } {
  if (jwt.header["typ"] !== "dpop+jwt") return { reason: "The DPoP proof JWT has an invalid 'typ' header." };
  if (!isKnownAlgorithm(jwt.header["alg"])) return { reason: "The DPoP proof JWT has an invalid 'alg' header." };
  const key = keyOf(jwt);
  const thumbprint = key === undefined ? undefined : thumbprintOf(key);
  if (key === undefined || thumbprint === undefined) {
    return { reason: "The DPoP proof JWT has an invalid 'jwk' header." };
  }
  return isSignedBy(jwt, key) ? { thumbprint } : { reason: "The DPoP proof JWT signature is invalid." };
}

/** A desk of the org with this seed. */
export function createProofDesk(seed: number): ProofDesk {
  const used = createUsedOnce(2 * proofAgeMs);
  const nonceOf = (day: number): string => `n${Math.floor(hashOf(seed, "dpop-nonce", day) * 2 ** 32).toString(36)}`;
  const isNonce = (text: string, nowMs: number): boolean => {
    const day = Math.floor(nowMs / nonceLifeMs);
    return Array.from({ length: nonceGraces + 1 }, (_, ago) => nonceOf(day - ago)).includes(text);
  };
  return {
    nonce: (nowMs) => nonceOf(Math.floor(nowMs / nonceLifeMs)),
    check: (proof, place) => {
      if (proof === undefined) return wrong("The DPoP proof JWT header is missing.");
      const jwt = parseJwt(proof);
      if (jwt === undefined) return wrong("The DPoP proof JWT could not be parsed.");
      const signed = signedKey(jwt);
      if ("reason" in signed) return wrong(signed.reason);
      const reason = wrongClaim(jwt, place);
      if (reason !== undefined) return wrong(reason);
      const nonce = textClaim(jwt, "nonce");
      if (nonce === "" ? place.wantsNonce : !isNonce(nonce, place.nowMs)) return { kind: "wants-nonce" };
      const once = used.take(`${signed.thumbprint} ${textClaim(jwt, "jti")}`, place.nowMs);
      return once ? { kind: "proved", ...signed } : wrong("The DPoP proof JWT has already been used.");
    },
  };
}
