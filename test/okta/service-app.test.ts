import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OAuthAppOptions, OAuthAppSecrets } from "../../emulator/oauth/oauth-apps.ts";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { createOktaClient, type OktaClient, type OktaRead } from "../../okta/client.ts";
import { createServiceAppCredential, type ServiceApp } from "../../okta/credentials/service-app.ts";
import { parseOrgAddress } from "../../okta/org-address.ts";
import { createOrgLine } from "../../okta/org-line.ts";
import { Secret } from "../../terms/secret.ts";
import { createSkippingClock } from "./clocks.ts";

const algorithms = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"] as const;
const apps: readonly OAuthAppOptions[] = [
  ...algorithms.map((algorithm) => ({ algorithm, label: `Signs by ${algorithm}` })),
  { algorithm: "ES256", label: "Reads users alone", scopes: ["okta.users.read"] },
  { algorithm: "ES256", label: "Proves possession", dpop: true },
];

let org: Emulator;
beforeAll(async () => {
  org = await startEmulator({ users: 60, oauthApps: apps, dpopNonceAtResource: true });
});
afterAll(() => org.close());

function appOf(label: string): OAuthAppSecrets {
  const found = org.oauthApps.find((one) => one.label === label);
  if (found === undefined) throw new Error(`There is no app ${label}.`);
  return found;
}

function clientOf(label: string, change: Partial<ServiceApp> = {}, scopes?: readonly string[]): OktaClient {
  const { clientId, privateKey } = appOf(label);
  const app: ServiceApp = { clientId, privateKey: new Secret(JSON.stringify(privateKey)), dpop: false, ...change };
  return createOktaClient({
    address: parseOrgAddress(org.origin),
    credential: createServiceAppCredential(org.origin, app),
    line: createOrgLine({ concurrency: 8, reserve: 0 }, createSkippingClock()),
    ...(scopes === undefined ? {} : { scopes }),
  });
}

function readUsers(client: OktaClient): Promise<OktaRead> {
  return client.read({ operationId: "listUsers", parameters: {} }, new AbortController().signal);
}

function shown(read: OktaRead): unknown {
  return read.kind === "failed" ? [read.failure.code, read.failure.found] : [read.kind, read.exchange.attempts.length];
}

test.each(algorithms)("a service app signs in with a JWK by %s", async (algorithm) => {
  expect(shown(await readUsers(clientOf(`Signs by ${algorithm}`)))).toEqual(["response", 1]);
});

test.each(["RS256", "ES384"])("a service app signs in with a PEM key, in one line or many (%s)", async (algorithm) => {
  const label = `Signs by ${algorithm}`;
  const { privateKeyPem: pem = "", privateKey } = appOf(label);
  const keys = [pem, pem.trim().replaceAll("\n", "\\n")];
  const reads = await Promise.all(
    keys.map((key) => readUsers(clientOf(label, { privateKey: new Secret(key), keyId: privateKey?.kid }))),
  );
  expect(reads.map(shown)).toEqual([
    ["response", 1],
    ["response", 1],
  ]);
});

test("a token that has ended is renewed, and the read sent again", async () => {
  const client = clientOf("Signs by ES256");
  await readUsers(client);
  org.expireAccessTokens();
  const reads = await Promise.all([readUsers(client), readUsers(client)]);
  expect(reads.map(shown)).toEqual([
    ["response", 2],
    ["response", 2],
  ]);
});

describe("a scope that was not granted is named", () => {
  test.each([
    ["the only one", ["okta.logs.read"], "The app APP has not been granted the scope okta.logs.read."],
    [
      "among others",
      ["okta.users.read", "okta.groups.read", "okta.logs.read"],
      "The app APP has not been granted the scopes okta.groups.read and okta.logs.read.",
    ],
  ])("%s", async (_, scopes, found) => {
    const read = await readUsers(clientOf("Reads users alone", {}, scopes));
    const { clientId } = appOf("Reads users alone");
    expect(shown(read)).toEqual(["okta/scope-not-granted", found.replace("APP", clientId)]);
  });
});

describe("an app that Okta does not know as such is said to be so", () => {
  test("another app's key", async () => {
    const { privateKey } = appOf("Signs by ES384");
    const read = await readUsers(clientOf("Signs by ES256", { privateKey: new Secret(JSON.stringify(privateKey)) }));
    expect(shown(read)).toEqual([
      "okta/client-refused",
      `Okta gives the app ${appOf("Signs by ES256").clientId} no access token (invalid_client: "The client_assertion JWT kid is invalid.").`,
    ]);
  });

  test("an unknown client", async () => {
    const read = await readUsers(clientOf("Signs by ES256", { clientId: "0oa-nobody" }));
    expect(read).toMatchObject({ failure: { details: { clientId: "0oa-nobody", error: "invalid_client" } } });
  });
});

describe("possession is proved", () => {
  test.each([
    ["where the settings say so", true],
    ["where the org turns out to demand it", false],
  ])("%s", async (_, dpop) => {
    const client = clientOf("Proves possession", { dpop });
    const [first, second] = [await readUsers(client), await readUsers(client)];
    expect([shown(first), shown(second)]).toEqual([
      ["response", 1],
      ["response", 1],
    ]);
  });

  test("by a token bound to it, also when that token is renewed", async () => {
    const client = clientOf("Proves possession");
    await readUsers(client);
    org.expireAccessTokens();
    expect(shown(await readUsers(client))).toEqual(["response", 2]);
  });
});

test("neither key nor token is in what a client shows", async () => {
  const client = clientOf("Signs by ES256");
  const read = await readUsers(client);
  const { privateKey } = appOf("Signs by ES256");
  const credential = createServiceAppCredential(org.origin, {
    clientId: "0oa1",
    privateKey: new Secret(JSON.stringify(privateKey)),
    dpop: true,
  });
  const texts = [
    JSON.stringify(read),
    ...[client, credential].map((one) => inspect(one, { depth: 20, showHidden: true })),
  ];
  expect(texts.filter((text) => text.includes("eyJ") || text.includes(String(privateKey?.["d"])))).toEqual([]);
});
