import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { Secret } from "../../terms/secret.ts";
import type { ReplyHeaders } from "../reply-headers.ts";

/** What a proof is for. */
interface ProofPlace {
  readonly method: string;
  /** Without its query. */
  readonly url: string;
  /** The token that goes with it, at a resource. */
  readonly accessToken?: string;
}

/** Proves that whoever uses a token holds the key that it is bound to (RFC 9449). */
export interface DpopProver {
  prove(place: ProofPlace): Promise<string>;
  /** Takes in the server's nonce. True where it is another than the one in that proof. */
  takeNonce(proof: string | undefined, answered: ReplyHeaders): boolean;
}

function nonceOf(proof: string | undefined): unknown {
  const claims = proof?.split(".")[1];
  if (claims === undefined) return undefined;
  const value: unknown = JSON.parse(Buffer.from(claims, "base64url").toString());
  return typeof value === "object" && value !== null && "nonce" in value ? value.nonce : undefined;
}

/** A new key to prove possession with, as PEM. */
export function createProofKey(): Secret {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return new Secret(privateKey.export({ format: "pem", type: "pkcs8" }).toString());
}

/** A prover with that key of `createProofKey`. `nowMs` is the server's time as far as it is known. */
export function createDpopProver(proofKey: Secret, nowMs: () => number): DpopProver {
  const privateKey = createPrivateKey(proofKey.reveal());
  const { kty, crv, x, y } = createPublicKey(privateKey).export({ format: "jwk" });
  const jwk = { kty: kty ?? "EC", crv: crv ?? "P-256", x: x ?? "", y: y ?? "" };
  let nonce: string | undefined;
  return {
    prove({ method, url, accessToken }) {
      const claims = {
        htm: method,
        htu: url,
        jti: randomUUID(),
        iat: Math.floor(nowMs() / 1000),
        ...(nonce === undefined ? {} : { nonce }),
        ...(accessToken === undefined ? {} : { ath: createHash("sha256").update(accessToken).digest("base64url") }),
      };
      return new SignJWT(claims).setProtectedHeader({ alg: "ES256", typ: "dpop+jwt", jwk }).sign(privateKey);
    },
    takeNonce(proof, answered) {
      const given = answered.get("dpop-nonce");
      if (given === null || given === "") return false;
      nonce = given;
      return nonceOf(proof) !== given;
    },
  };
}
