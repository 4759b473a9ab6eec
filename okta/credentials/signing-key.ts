import { createPrivateKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { Failure } from "../../terms/failure.ts";
import type { Secret } from "../../terms/secret.ts";

/** Algorithms that Okta takes from a service app. */
type SigningAlgorithm = "RS256" | "RS384" | "RS512" | "ES256" | "ES384" | "ES512";

/** A service app's private key, ready to sign. */
export interface SigningKey {
  /** A key object: it shows nothing of the key when it is printed, cloned or logged. */
  readonly key: KeyObject;
  readonly algorithm: SigningAlgorithm;
  /** Okta needs it where the app has several keys. */
  readonly keyId: string | undefined;
}

const rsaAlgorithms = ["RS256", "RS384", "RS512"] as const;
const curveAlgorithms = { prime256v1: "ES256", secp384r1: "ES384", secp521r1: "ES512" } as const;
const leastRsaBits = 2048;

const jwkShape = z.looseObject({
  kty: z.enum(["RSA", "EC"]),
  kid: z.string().optional(),
  alg: z.string().optional(),
  d: z.string().optional(),
});

/** What is wrong with a key. Never quotes the key. */
function invalidKey(found: string, help: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "OKTA_PRIVATE_KEY", expected: "an RSA or EC private key as PEM or JWK" },
    { found, why: "Without its key the service app cannot prove who it is, so nothing was sent.", help },
  );
}

const makeOne =
  "Make a key under Applications > (the app) > Client Credentials > Public Keys, and keep the private half that Okta shows once.";

function algorithmOf(key: KeyObject, named: string | undefined): SigningAlgorithm {
  const { modulusLength = 0, namedCurve = "" } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === "rsa") {
    if (modulusLength < leastRsaBits) throw invalidKey(`The RSA key has only ${modulusLength} bits.`, makeOne);
    const algorithm = rsaAlgorithms.find((one) => one === (named ?? "RS256"));
    if (algorithm !== undefined) return algorithm;
    throw invalidKey("The key's alg is none that Okta takes for RSA.", "Use RS256, RS384 or RS512.");
  }
  const curve = Object.entries(curveAlgorithms).find(([name]) => name === namedCurve)?.[1];
  if (key.asymmetricKeyType !== "ec" || curve === undefined) {
    throw invalidKey("The key is neither RSA nor EC on the curves P-256, P-384 or P-521.", makeOne);
  }
  if (named !== undefined && named !== curve) {
    throw invalidKey("The key's alg does not fit its curve.", `Leave alg out, or write ${curve}.`);
  }
  return curve;
}

function parseJwk(text: string): { readonly key: KeyObject; readonly kid?: string; readonly alg?: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidKey("The key looks like a JWK, but is no JSON.", "Copy it whole, from { to }.");
  }
  const jwk = jwkShape.safeParse(value);
  if (!jwk.success) throw invalidKey("The JWK is no RSA or EC key.", makeOne);
  if (jwk.data.d === undefined) throw invalidKey("The JWK is the public half of a key.", makeOne);
  const { kid, alg } = jwk.data;
  try {
    const members = Object.entries(jwk.data).filter((pair): pair is [string, string] => typeof pair[1] === "string");
    const key = createPrivateKey({ key: Object.fromEntries(members), format: "jwk" });
    return { key, ...(kid === undefined ? {} : { kid }), ...(alg === undefined ? {} : { alg }) };
  } catch {
    throw invalidKey("The JWK is damaged.", "Copy it whole, from { to }.");
  }
}

function parsePem(text: string): KeyObject {
  // An environment variable of one line has its line breaks written as \n.
  const pem = text.replaceAll("\\n", "\n");
  if (/ENCRYPTED/.test(pem)) {
    throw invalidKey(
      "The private key is encrypted with a password.",
      "Decrypt it with: openssl pkey -in KEY -out PLAIN",
    );
  }
  if (/BEGIN (?:RSA )?PUBLIC KEY/.test(pem)) throw invalidKey("This is the public half of a key.", makeOne);
  try {
    return createPrivateKey(pem);
  } catch {
    throw invalidKey("The key is neither PEM nor JWK, or damaged.", "Copy it whole, with its BEGIN and END lines.");
  }
}

/** Reads a private key, PEM (PKCS #8, PKCS #1, SEC 1) or JWK. `keyId` goes before the JWK's own. Throws `config/invalid`. */
export function parseSigningKey(secret: Secret, keyId?: string): SigningKey {
  const text = secret.reveal().trim();
  if (text.startsWith("{")) {
    const { key, kid, alg } = parseJwk(text);
    return { key, algorithm: algorithmOf(key, alg), keyId: keyId ?? kid };
  }
  const key = parsePem(text);
  return { key, algorithm: algorithmOf(key, undefined), keyId };
}
