import { expect, test } from "vitest";
import { getOperation, listOperations } from "../../registry/catalogue.ts";
import { removeSecrets } from "../../registry/secrets.ts";

const clean = (operationId: string, body: unknown): unknown => removeSecrets(getOperation(operationId), body);

test("a client secret is taken out wherever it stands", () => {
  const app = {
    id: "0oa1",
    signOnMode: "OPENID_CONNECT",
    credentials: { oauthClient: { client_id: "a", client_secret: "s" } },
  };
  expect(clean("listApplications", [app])).toEqual([
    { id: "0oa1", signOnMode: "OPENID_CONNECT", credentials: { oauthClient: { client_id: "a" } } },
  ]);
});

test("texts under keys that end like a secret are taken out of an app's own settings, form fields stay", () => {
  const app = {
    settings: {
      app: { adminPassword: "p", workdayToken: "t", apiKey: "k", passwordField: "txtPassword", domain: "d" },
    },
  };
  expect(clean("getApplication", app)).toEqual({ settings: { app: { passwordField: "txtPassword", domain: "d" } } });
});

test("a factor's shared secret, a provider's key and a social token are taken out", () => {
  expect([
    clean("listFactors", [{ factorType: "token:hotp", profile: { sharedSecret: "s" } }]),
    clean("getAuthenticator", { key: "duo", provider: { configuration: { host: "h", secretKey: "s" } } }),
    clean("listSocialAuthTokens", [{ id: "1", token: "t" }]),
    clean("getIdentityProvider", {
      protocol: { type: "OIDC", credentials: { client: { client_id: "a", client_secret: "s" } } },
    }),
  ]).toEqual([
    [{ factorType: "token:hotp", profile: {} }],
    { key: "duo", provider: { configuration: { host: "h" } } },
    [{ id: "1" }],
    { protocol: { type: "OIDC", credentials: { client: { client_id: "a" } } } },
  ]);
});

test("secrets in what expand embeds are taken out", () => {
  const body = [
    { id: "1", _embedded: { user: { credentials: { recovery_question: { question: "q", answer: "a" } } } } },
  ];
  expect(clean("listApplicationUsers", body)).toEqual([
    { id: "1", _embedded: { user: { credentials: { recovery_question: { question: "q" } } } } },
  ]);
});

test("everything else stays as it is, whatever the body", () => {
  const bodies = [null, "text", 7, [], { a: [{ b: null }] }, { __proto__: null, status: "ACTIVE" }];
  expect(bodies.map((body) => clean("getUser", body))).toEqual(bodies);
});

test("a secret name is taken out of every operation's body", () => {
  const kept = listOperations().filter(
    (one) => JSON.stringify(removeSecrets(one, { x: [{ client_secret: "s", clientSecret: "s" }] })) !== '{"x":[{}]}',
  );
  expect(kept.map((one) => one.operationId)).toEqual([]);
});
