import { generateKeyPairSync } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createServiceAppCredential } from "../../okta/credentials/service-app.ts";
import type { OktaClient, OktaRead } from "../../okta/client.ts";
import type { Clock } from "../../okta/pacing/clock.ts";
import { Secret } from "../../terms/secret.ts";
import { createSkippingClock } from "./clocks.ts";
import { createTestClient } from "./create-test-client.ts";
import { answerJson, startServer, type TestServer } from "./start-server.ts";

let server: TestServer | undefined;
afterEach(() => server?.close());

const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const app = {
  clientId: "0oa1",
  privateKey: new Secret(privateKey.export({ format: "pem", type: "pkcs8" }).toString()),
  dpop: false,
};

interface TokenOrg {
  readonly client: OktaClient;
  /** What was asked for: scopes, and authorizations sent. */
  readonly asked: readonly string[];
}

/** An org whose token endpoint answers as told, by number from 0. */
async function startOrg(options: {
  readonly token?: (answer: ServerResponse, number: number, form: URLSearchParams) => void;
  readonly read?: (incoming: IncomingMessage, answer: ServerResponse) => void;
  readonly clock?: Clock;
  readonly scopes?: readonly string[];
  readonly dpop?: boolean;
}): Promise<TokenOrg> {
  const asked: string[] = [];
  let tokens = 0;
  const give = (answer: ServerResponse, number: number, form: URLSearchParams): void =>
    answerJson(answer, 200, {
      token_type: "Bearer",
      expires_in: 3600,
      access_token: `token-${number}`,
      scope: form.get("scope"),
    });
  server = await startServer((incoming, answer) => {
    if (incoming.url !== "/oauth2/v1/token") {
      asked.push(incoming.headers.authorization ?? "nothing");
      return options.read === undefined ? answerJson(answer, 200, {}) : options.read(incoming, answer);
    }
    let text = "";
    incoming.on("data", (chunk) => (text += String(chunk)));
    incoming.on("end", () => {
      const form = new URLSearchParams(text);
      asked.push(form.get("scope") ?? "");
      (options.token ?? give)(answer, tokens, form);
      tokens += 1;
    });
  });
  const credential = createServiceAppCredential(
    server.origin,
    { ...app, dpop: options.dpop ?? false },
    options.clock ?? createSkippingClock(),
  );
  const { scopes } = options;
  return {
    client: createTestClient(server.origin, { credential, ...(scopes === undefined ? {} : { scopes }) }),
    asked,
  };
}

function read(client: OktaClient, operationId = "getUser"): Promise<OktaRead> {
  const parameters = operationId === "getUser" ? { id: "00u1" } : { groupId: "00g1" };
  return client.read({ operationId, parameters }, new AbortController().signal);
}

test("reads at the same time ask for one token, later ones use it", async () => {
  const { client, asked } = await startOrg({});
  await Promise.all([read(client), read(client), read(client)]);
  await read(client);
  const bearer = "Bearer token-0";
  expect(asked).toEqual(["okta.users.read", bearer, bearer, bearer, bearer]);
});

test("each set of scopes has a token of its own; a run has one for all that it needs", async () => {
  const apart = await startOrg({});
  await read(apart.client);
  await read(apart.client, "getGroup");
  server?.close();
  const together = await startOrg({ scopes: ["okta.users.read", "okta.groups.read"] });
  await read(together.client);
  await read(together.client, "getGroup");
  expect([apart.asked, together.asked]).toEqual([
    ["okta.users.read", "Bearer token-0", "okta.groups.read", "Bearer token-1"],
    ["okta.groups.read okta.users.read", "Bearer token-0", "Bearer token-0"],
  ]);
});

test("a token is renewed five minutes before it ends", async () => {
  let now = Date.now();
  const clock: Clock = { now: () => now, wait: async () => undefined };
  const { client, asked } = await startOrg({ clock });
  for (const minutes of [0, 54, 2]) {
    now += minutes * 60_000;
    await read(client);
  }
  expect(asked).toEqual(["okta.users.read", "Bearer token-0", "Bearer token-0", "okta.users.read", "Bearer token-1"]);
});

test("a token that is refused is renewed once, then the refusal stands", async () => {
  const { client, asked } = await startOrg({
    read: (_, answer) => answerJson(answer, 401, { errorCode: "E0000011", errorSummary: "Invalid token provided" }),
  });
  const failed = await read(client);
  expect([failed.kind === "failed" && failed.failure.found, asked]).toEqual([
    'Okta does not accept the access token (401 E0000011: "Invalid token provided").',
    ["okta.users.read", "Bearer token-0", "okta.users.read", "Bearer token-1"],
  ]);
});

test("a token for fewer scopes than were asked for is not used", async () => {
  const { client, asked } = await startOrg({
    scopes: ["okta.users.read", "okta.logs.read"],
    token: (answer) =>
      answerJson(answer, 200, { token_type: "Bearer", expires_in: 3600, access_token: "x", scope: "okta.users.read" }),
  });
  const failed = await read(client);
  expect([failed.kind === "failed" && failed.failure.details, asked.length]).toEqual([
    { clientId: "0oa1", scopes: ["okta.logs.read"] },
    1,
  ]);
});

test.each([
  ["500, then a token", 500, 2, "response"],
  ["500 for ever", 500, 9, "okta/unavailable"],
  ["429, then a token", 429, 2, "response"],
  ["an HTML page", 200, 9, "okta/unavailable"],
])("the token endpoint answers %s", async (_, status, times, expected) => {
  const { client } = await startOrg({
    token: (answer, number) => {
      if (number < times - 1) answer.writeHead(status, { "content-type": "text/html" }).end("<html></html>");
      else answerJson(answer, 200, { token_type: "Bearer", expires_in: 3600, access_token: "x" });
    },
  });
  const ended = await read(client);
  expect(ended.kind === "failed" ? ended.failure.code : ended.kind).toBe(expected);
});

test("a read that is stopped does not wait for its token", async () => {
  const stop = new AbortController();
  const { client } = await startOrg({ token: () => stop.abort() });
  const ended = await client.read({ operationId: "getUser", parameters: { id: "00u1" } }, stop.signal);
  expect(ended.kind === "failed" && ended.failure.code).toBe("run/cancelled");
});

test("a resource that has changed its nonce is answered with the new one, at most once a read", async () => {
  const nonces: unknown[] = [];
  const { client } = await startOrg({
    dpop: true,
    token: (answer) => answerJson(answer, 200, { token_type: "DPoP", expires_in: 3600, access_token: "x" }),
    read: (incoming, answer) => {
      const claims = String(incoming.headers["dpop"]).split(".")[1] ?? "";
      const { nonce, ath, htm, htu } = JSON.parse(Buffer.from(claims, "base64url").toString());
      nonces.push([nonce, ath, htm, new URL(htu).pathname]);
      if (nonce === "second") return answerJson(answer, 200, {});
      answerJson(answer, 401, { error: "use_dpop_nonce" }, { "dpop-nonce": "second" });
    },
  });
  const ended = await read(client);
  const rest = ["LXEWQrcmsEQBYnyp-6wy9chTD7GQPMTbAiWHF5IaSIE", "GET", "/api/v1/users/00u1"];
  expect([ended.kind, nonces]).toEqual([
    "response",
    [
      [undefined, ...rest],
      ["second", ...rest],
    ],
  ]);
});

test("an assertion that Okta quotes is not repeated", async () => {
  const { client } = await startOrg({
    token: (answer, _, form) =>
      answerJson(answer, 400, {
        error: "invalid_request",
        error_description: `Bad client_assertion ${form.get("client_assertion")}.`,
      }),
  });
  const ended = await read(client);
  expect(ended.kind === "failed" && ended.failure.found).toBe(
    'Okta gives the app 0oa1 no access token (invalid_request: "Bad client_assertion [credential].").',
  );
});
