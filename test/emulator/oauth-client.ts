import { createHash, createPrivateKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from "node:crypto";
import type { OAuthAppSecrets } from "../../emulator/oauth/oauth-apps.ts";
import type { Emulator } from "../../emulator/start-emulator.ts";
import { send, type Answered } from "./read-org.ts";

const hashes: Readonly<Record<string, string>> = { 256: "sha256", 384: "sha384", 512: "sha512" };
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A JWT signed by this key. Written here and not with a library, so that two sides that share none agree. */
function signJwt(key: KeyObject, header: Readonly<Record<string, unknown>>, claims: object): string {
  const text = `${encode(header)}.${encode(claims)}`;
  const hash = hashes[String(header["alg"]).slice(2)] ?? "sha256";
  return `${text}.${sign(hash, Buffer.from(text), { key, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
}

/** The signing key of a service app. */
export function keyOf(app: OAuthAppSecrets): KeyObject {
  return createPrivateKey(app.privateKeyPem ?? "");
}

/** A client assertion as a service app makes it, with some claims or headers changed. */
export function assertion(
  org: Emulator,
  app: OAuthAppSecrets,
  change: { readonly claims?: object; readonly header?: object; readonly key?: KeyObject } = {},
): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: app.clientId,
    sub: app.clientId,
    aud: `${org.origin}/oauth2/v1/token`,
    iat: now,
    exp: now + 300,
    jti: randomUUID(),
    ...change.claims,
  };
  const header = { alg: app.algorithm, kid: app.privateKey?.kid, ...change.header };
  return signJwt(change.key ?? keyOf(app), header, claims);
}

/** A form sent to the authorization server. */
export function postForm(
  org: Emulator,
  path: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  return send(org, path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json", ...headers },
    body: new URLSearchParams(form).toString(),
  });
}

/** Asks for a token by client credentials. */
export function askToken(
  org: Emulator,
  app: OAuthAppSecrets,
  scope: string,
  more: { readonly assertion?: string; readonly dpop?: string } = {},
): Promise<Answered> {
  const form = {
    grant_type: "client_credentials",
    scope,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: more.assertion ?? assertion(org, app),
  };
  return postForm(org, "/oauth2/v1/token", form, more.dpop === undefined ? {} : { dpop: more.dpop });
}

/** A key pair for proofs of possession. */
export function proofKey(): KeyObject {
  return generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
}

/** A proof of possession; `claims` and `header` change what a right one has. */
export function proof(
  key: KeyObject,
  place: { readonly method: string; readonly url: string; readonly token?: string; readonly nonce?: string },
  change: { readonly claims?: object; readonly header?: object } = {},
): string {
  const { kty, crv, x, y } = key.export({ format: "jwk" });
  const claims = {
    htm: place.method,
    htu: place.url,
    iat: Math.floor(Date.now() / 1000),
    jti: randomUUID(),
    ...(place.nonce === undefined ? {} : { nonce: place.nonce }),
    ...(place.token === undefined ? {} : { ath: createHash("sha256").update(place.token).digest("base64url") }),
    ...change.claims,
  };
  return signJwt(key, { typ: "dpop+jwt", alg: "ES256", jwk: { kty, crv, x, y }, ...change.header }, claims);
}

/** The parsed body of an answer. */
export function bodyOf(answered: Answered): Readonly<Record<string, unknown>> {
  return JSON.parse(answered.text) as Readonly<Record<string, unknown>>;
}

/** The access token of an answer. */
export function tokenOf(answered: Answered): string {
  return String(bodyOf(answered)["access_token"]);
}
