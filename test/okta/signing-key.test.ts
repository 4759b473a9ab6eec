import { generateKeyPairSync } from "node:crypto";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { parseSigningKey } from "../../okta/credentials/signing-key.ts";
import { Secret } from "../../terms/secret.ts";

const ec = (namedCurve: string) => generateKeyPairSync("ec", { namedCurve });
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const short = generateKeyPairSync("rsa", { modulusLength: 1024 });
const p256 = ec("P-256");
const jwk = p256.privateKey.export({ format: "jwk" });

test.each([
  ["PKCS #8", rsa.privateKey.export({ format: "pem", type: "pkcs8" }).toString(), "RS256", undefined],
  ["PKCS #1", rsa.privateKey.export({ format: "pem", type: "pkcs1" }).toString(), "RS256", undefined],
  ["SEC 1", p256.privateKey.export({ format: "pem", type: "sec1" }).toString(), "ES256", undefined],
  [
    "a curve of 384 bits",
    ec("P-384").privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    "ES384",
    undefined,
  ],
  [
    "a curve of 521 bits",
    ec("P-521").privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    "ES512",
    undefined,
  ],
  ["JWK", JSON.stringify({ ...jwk, kid: "one", key_ops: ["sign"] }), "ES256", "one"],
  [
    "JWK with its algorithm",
    JSON.stringify({ ...rsa.privateKey.export({ format: "jwk" }), alg: "RS512" }),
    "RS512",
    undefined,
  ],
])("a key is read: %s", (_, text, algorithm, keyId) => {
  const key = parseSigningKey(new Secret(`\n${text}\n`));
  expect([key.algorithm, key.keyId]).toEqual([algorithm, keyId]);
});

test.each([
  ["no key", "00abc", "The key is neither PEM nor JWK, or damaged."],
  ["half a JWK", '{"kty":"RSA","n":', "The key looks like a JWK, but is no JSON."],
  ["a symmetric JWK", '{"kty":"oct","k":"abc"}', "The JWK is no RSA or EC key."],
  ["a public JWK", JSON.stringify(p256.publicKey.export({ format: "jwk" })), "The JWK is the public half of a key."],
  [
    "a public PEM",
    p256.publicKey.export({ format: "pem", type: "spki" }).toString(),
    "This is the public half of a key.",
  ],
  [
    "an encrypted PEM",
    p256.privateKey.export({ format: "pem", type: "pkcs8", cipher: "aes-256-cbc", passphrase: "x" }).toString(),
    "The private key is encrypted with a password.",
  ],
  ["a short RSA key", JSON.stringify(short.privateKey.export({ format: "jwk" })), "The RSA key has only 1024 bits."],
  [
    "another curve",
    ec("secp256k1").privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    "The key is neither RSA nor EC on the curves P-256, P-384 or P-521.",
  ],
  ["an algorithm that does not fit", JSON.stringify({ ...jwk, alg: "ES384" }), "The key's alg does not fit its curve."],
])("what is no key to sign with is said to be so: %s", (_, text, found) => {
  expect(() => parseSigningKey(new Secret(text))).toThrow(found);
});

test("a key shows nothing of itself", () => {
  const key = parseSigningKey(new Secret(JSON.stringify(jwk)), "one");
  const texts = [JSON.stringify(key), inspect(key, { depth: 20, showHidden: true })];
  expect(texts.filter((text) => text.includes(String(jwk.d)))).toEqual([]);
});
