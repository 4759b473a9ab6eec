import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OAuthAppSecrets } from "../../emulator/oauth/oauth-apps.ts";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { askToken, assertion, bodyOf, keyOf, postForm, proof, proofKey, tokenOf } from "./oauth-client.ts";
import { send, textOf, type Answered } from "./read-org.ts";

let org: Emulator;
let service: OAuthAppSecrets;
let bound: OAuthAppSecrets;
const algorithms = ["RS256", "RS384", "RS512", "ES256", "ES384"] as const;

beforeAll(async () => {
  org = await startEmulator({
    users: 60,
    oauthApps: [
      ...algorithms.map((algorithm) => ({ algorithm, label: `Signs by ${algorithm}` })),
      { algorithm: "ES256", label: "Proves", dpop: true },
    ],
  });
  [service, bound] = [org.oauthApps[3], org.oauthApps[5]] as [OAuthAppSecrets, OAuthAppSecrets];
});
afterAll(() => org.close());

const errorOf = (answered: Answered): readonly unknown[] => [
  answered.status,
  bodyOf(answered)["error"],
  bodyOf(answered)["error_description"],
];
const at = (path: string): { readonly method: string; readonly url: string } => ({
  method: path.startsWith("/oauth2") ? "POST" : "GET",
  url: `${org.origin}${path}`,
});
const now = (): number => Math.floor(Date.now() / 1000);

test.each(algorithms)(
  "a service app that signs by %s gets a bearer token for the scopes it asks for",
  async (algorithm) => {
    const app = org.oauthApps[algorithms.indexOf(algorithm)] as OAuthAppSecrets;
    const answered = await askToken(org, app, "okta.users.read");
    const { access_token: token, ...rest } = bodyOf(answered);
    const users = await send(org, "/api/v1/users?limit=1", { headers: { authorization: `Bearer ${textOf(token)}` } });
    expect({ rest, form: /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(textOf(token)), users: users.status }).toEqual({
      rest: { token_type: "Bearer", expires_in: 3600, scope: "okta.users.read" },
      form: true,
      users: 200,
    });
  },
);

test("an assertion is refused for each thing that is wrong with it", async () => {
  const wrong = {
    audience: assertion(org, service, { claims: { aud: `${org.origin}/oauth2/default/v1/token` } }),
    issuer: assertion(org, service, { claims: { iss: "0oaNobody" } }),
    subject: assertion(org, service, { claims: { sub: "0oaNobody" } }),
    noExpiry: assertion(org, service, { claims: { exp: undefined } }),
    expired: assertion(org, service, { claims: { exp: now() - 10 } }),
    tooLong: assertion(org, service, { claims: { exp: now() + 3 * 3600 } }),
    early: assertion(org, service, { claims: { iat: now() + 600 } }),
    kid: assertion(org, service, { header: { kid: "another" } }),
    algorithm: assertion(org, service, { header: { alg: "HS256" } }),
    key: assertion(org, service, { key: generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey }),
    text: "no.jwt",
  };
  const seen: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(wrong))
    seen[name] = errorOf(await askToken(org, service, "okta.users.read", { assertion: text }));
  const audience = "The audience claim for client_assertion must be the endpoint invoked for the request.";
  expect(seen).toEqual({
    audience: [401, "invalid_client", audience],
    issuer: [401, "invalid_client", "The issuer claim for client_assertion is not a valid client_id."],
    subject: [401, "invalid_client", "The subject claim for client_assertion is not a valid client_id."],
    noExpiry: [401, "invalid_client", "The client_assertion must contain the 'exp' claim as seconds since epoch."],
    expired: [401, "invalid_client", "The client_assertion token is expired."],
    tooLong: [401, "invalid_client", "The client_assertion token has an expiration too far into the future."],
    early: [401, "invalid_client", "The client_assertion token must be issued before the current time."],
    kid: [401, "invalid_client", "The client_assertion JWT kid is invalid."],
    algorithm: [401, "invalid_client", "The client_assertion JWT signature algorithm is invalid."],
    key: [401, "invalid_client", "The client_assertion signature is invalid."],
    text: [401, "invalid_client", "The parsing of the client_assertion failed."],
  });
});

test("an assertion with a jti is good once", async () => {
  const once = assertion(org, service);
  const first = await askToken(org, service, "okta.users.read", { assertion: once });
  const again = await askToken(org, service, "okta.users.read", { assertion: once });
  expect([first.status, errorOf(again)]).toEqual([
    200,
    [401, "invalid_client", "The client_assertion token has already been used."],
  ]);
});

test("requests that ask for the wrong thing get OAuth's errors", async () => {
  const token = "/oauth2/v1/token";
  const seen = [
    await askToken(org, service, "okta.users.manage"),
    await askToken(org, service, ""),
    await postForm(org, token, {}),
    await postForm(org, token, { grant_type: "password" }),
    await postForm(org, token, { grant_type: "client_credentials", scope: "okta.users.read" }),
    await postForm(org, token, { grant_type: "client_credentials", client_assertion: assertion(org, service) }),
  ];
  expect(seen.map((answered) => errorOf(answered).slice(0, 2))).toEqual([
    [400, "invalid_scope"],
    [400, "invalid_scope"],
    [400, "invalid_request"],
    [400, "unsupported_grant_type"],
    [401, "invalid_client"],
    [400, "invalid_request"],
  ]);
});

test("a token without the scope of an operation gets a 403 without a body that names the scope", async () => {
  const token = tokenOf(await askToken(org, service, "okta.users.read"));
  const { status, text, headers } = await send(org, "/api/v1/groups", {
    headers: { authorization: `Bearer ${token}` },
  });
  const host = org.origin;
  expect({ status, text, challenge: headers["www-authenticate"] }).toEqual({
    status: 403,
    text: "",
    challenge: `Bearer authorization_uri="${host}/oauth2/v1/authorize", realm="${host}", scope="okta.groups.read", error="insufficient_scope", error_description="The access token provided does not contain the required scopes.", resource="/api/v1/groups"`,
  });
});

test("a client that must prove possession is told so, then of the nonce, then gets a token bound to its key", async () => {
  const key = proofKey();
  const path = at("/oauth2/v1/token");
  const without = await askToken(org, bound, "okta.users.read");
  const challenged = await askToken(org, bound, "okta.users.read", { dpop: proof(key, path) });
  const nonce = textOf(challenged.headers["dpop-nonce"]);
  const given = await askToken(org, bound, "okta.users.read", { dpop: proof(key, { ...path, nonce }) });
  const token = tokenOf(given);
  const users = at("/api/v1/users");
  const ask = (dpop: string | undefined, scheme = "DPoP"): Promise<Answered> =>
    send(org, "/api/v1/users?limit=1", {
      headers: { authorization: `${scheme} ${token}`, ...(dpop === undefined ? {} : { dpop }) },
    });
  const used = proof(key, { ...users, token });
  const statuses = {
    right: (await ask(used)).status,
    again: errorOf(await ask(used)),
    nothing: errorOf(await ask(undefined)),
    bearer: (await ask(undefined, "Bearer")).status,
    method: errorOf(await ask(proof(key, { ...users, token }, { claims: { htm: "POST" } }))),
    url: errorOf(await ask(proof(key, { ...users, token }, { claims: { htu: `${users.url}?limit=1` } }))),
    old: errorOf(await ask(proof(key, { ...users, token }, { claims: { iat: now() - 3600 } }))),
    hash: errorOf(await ask(proof(key, users))),
    otherKey: (await ask(proof(proofKey(), { ...users, token }))).status,
    withNonce: (await ask(proof(key, { ...users, token, nonce }))).status,
    wrongNonce: errorOf(await ask(proof(key, { ...users, token, nonce: "old" }))).slice(0, 2),
  };
  expect([errorOf(without), errorOf(challenged), bodyOf(given)["token_type"], statuses]).toEqual([
    [400, "invalid_dpop_proof", "The DPoP proof JWT header is missing."],
    [400, "use_dpop_nonce", "Authorization server requires nonce in DPoP proof."],
    "DPoP",
    {
      right: 200,
      again: [400, "invalid_dpop_proof", "The DPoP proof JWT has already been used."],
      nothing: [400, "invalid_dpop_proof", "The DPoP proof JWT header is missing."],
      bearer: 401,
      method: [400, "invalid_dpop_proof", "The DPoP proof JWT has an invalid 'htm' claim."],
      url: [400, "invalid_dpop_proof", "The DPoP proof JWT has an invalid 'htu' claim."],
      old: [400, "invalid_dpop_proof", "The DPoP proof JWT has an invalid 'iat' claim."],
      hash: [400, "invalid_dpop_proof", "The DPoP proof JWT has an invalid 'ath' claim."],
      otherKey: 401,
      withNonce: 200,
      wrongNonce: [401, "use_dpop_nonce"],
    },
  ]);
});

test("a token expires after its life, and all at once when the org says so", async () => {
  let nowMs = Date.now();
  const short = await startEmulator({
    users: 30,
    accessTokenSeconds: 60,
    clock: () => nowMs,
    oauthApps: [{ algorithm: "ES256" }],
  });
  const app = short.oauthApps[0] as OAuthAppSecrets;
  const read = async (token: string): Promise<number> =>
    (await send(short, "/api/v1/users?limit=1", { headers: { authorization: `Bearer ${token}` } })).status;
  const first = tokenOf(await askToken(short, app, "okta.users.read"));
  const seen = [await read(first)];
  nowMs += 61_000;
  seen.push(await read(first));
  const second = tokenOf(await askToken(short, app, "okta.users.read"));
  seen.push(await read(second));
  short.expireAccessTokens();
  seen.push(await read(second));
  await short.close();
  expect(seen).toEqual([200, 401, 200, 401]);
});

test("private keys are in no answer and in no dump", async () => {
  const { d } = keyOf(service).export({ format: "jwk" });
  const apps = await send(org, "/api/v1/apps?limit=200");
  expect([apps.text.includes(String(d)), JSON.stringify(org.dump()).includes(String(d))]).toEqual([false, false]);
});
