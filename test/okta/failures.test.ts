import { inspect } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import type { OktaClientOptions, OktaRead } from "../../okta/client.ts";
import { createTestClient, testToken } from "./create-test-client.ts";
import { answerJson, startServer, type Handler, type TestServer } from "./start-server.ts";

let server: TestServer | undefined;
afterEach(() => server?.close());

interface Asked {
  readonly read: OktaRead;
  readonly tries: number;
}

async function ask(
  handle: Handler,
  {
    operationId = "getUser",
    parameters = { id: "00u1" },
    ...options
  }: Partial<OktaClientOptions> & {
    readonly operationId?: string;
    readonly parameters?: Readonly<Record<string, unknown>>;
  } = {},
): Promise<Asked> {
  server = await startServer(handle);
  const client = createTestClient(server.origin, options);
  const read = await client.read({ operationId, parameters }, new AbortController().signal);
  return { read, tries: server.asked.length };
}

function foundIn({ read, tries }: Asked): unknown {
  return read.kind === "failed" ? { code: read.failure.code, found: read.failure.found, tries } : read.kind;
}

const error = (errorCode: string, errorSummary: string) => ({ errorCode, errorSummary, errorLink: errorCode });

describe("what Okta refuses is said in one message", () => {
  test("401: the token", async () => {
    const asked = await ask((_, answer) => answerJson(answer, 401, error("E0000011", "Invalid token provided")));
    expect(foundIn(asked)).toEqual({
      code: "okta/unauthorized",
      found: 'Okta does not accept the API token (401 E0000011: "Invalid token provided").',
      tries: 1,
    });
  });

  test("401 E0000015: a feature that the org lacks is no matter of the token", async () => {
    const asked = await ask((_, answer) => answerJson(answer, 401, error("E0000015", "No feature")));
    expect(foundIn(asked)).toMatchObject({ code: "okta/refused", tries: 1 });
  });

  test("403 with a body: the role", async () => {
    const asked = await ask((_, answer) => answerJson(answer, 403, error("E0000006", "You do not have permission")));
    expect(foundIn(asked)).toEqual({
      code: "okta/forbidden",
      found: 'Okta refused getUser (403 E0000006: "You do not have permission").',
      tries: 1,
    });
  });

  test("403 without a body: the scope that the header names", async () => {
    const asked = await ask((_, answer) => {
      answer.writeHead(403, {
        "www-authenticate":
          'Bearer authorization_uri="http://x/oauth2/v1/authorize", realm="http://x", scope="okta.users.read", error="insufficient_scope", error_description="The access token provided does not contain the required scopes.", resource="/api/v1/users/00u1"',
      });
      answer.end();
    });
    expect(asked.read.kind === "failed" && asked.read.failure.details).toEqual({
      operationId: "getUser",
      errorCode: undefined,
      missingScope: "okta.users.read",
    });
  });
});

describe("what is not there, or too much, is said in one message", () => {
  test("404 of a thing that was named", async () => {
    const summary = "Not found: Resource not found: 00u1 (User)";
    const asked = await ask((_, answer) => answerJson(answer, 404, error("E0000007", summary)));
    expect(foundIn(asked)).toEqual({
      code: "okta/not-found",
      found: `Okta has not found what getUser asked for (404 E0000007: "${summary}").`,
      tries: 1,
    });
  });

  test("429 that does not end", async () => {
    const asked = await ask((_, answer) =>
      answerJson(answer, 429, error("E0000047", "API call exceeded rate limit due to too many requests."), {
        "x-rate-limit-limit": "600",
        "x-rate-limit-remaining": "0",
        "x-rate-limit-reset": String(Math.ceil(Date.now() / 1000) + 60),
      }),
    );
    expect(foundIn(asked)).toEqual({
      code: "okta/rate-limited",
      found: "Okta refused getUser 7 times for too many requests (429, /api/v1/users/{id}).",
      tries: 7,
    });
  });

  test("500 that does not end", async () => {
    const asked = await ask((_, answer) => answerJson(answer, 500, error("E0000009", "Internal Server Error")));
    expect(foundIn(asked)).toEqual({
      code: "okta/unavailable",
      found: 'Okta failed at getUser 6 times (500 E0000009: "Internal Server Error").',
      tries: 6,
    });
  });
});

describe("a 404 that means no", () => {
  const parameters = { appId: "0oa1", userId: "00u1" };
  test.each([
    ["the thing asked for is not there", "00u1 (AppUser)", "absent"],
    ["a thing on the way to it is not there", "0oa1 (AppInstance)", "failed"],
  ])("%s", async (_, missing, kind) => {
    const { read } = await ask(
      (__, answer) => answerJson(answer, 404, error("E0000007", `Not found: Resource not found: ${missing}`)),
      { operationId: "getApplicationUser", parameters },
    );
    expect(read.kind).toBe(kind);
  });

  test("an error page of the edge is no answer", async () => {
    const asked = await ask((_, answer) => answerJson(answer, 404, { status: 404, message: "Resource not found" }), {
      operationId: "getApplicationUser",
      parameters,
    });
    expect(foundIn(asked)).toMatchObject({ code: "okta/refused", tries: 3 });
  });
});

const wrongBodies: readonly (readonly [string, Handler, string, number])[] = [
  [
    "an HTML page",
    (_, answer) => answer.writeHead(200, { "content-type": "text/html" }).end("<!DOCTYPE html><title>Sign in</title>"),
    "an HTML page came instead of JSON",
    1,
  ],
  [
    "another content type",
    (_, answer) => answer.writeHead(200, { "content-type": "application/xml" }).end("<x/>"),
    "its content type is application/xml, not JSON",
    1,
  ],
  [
    "JSON that is cut off",
    (_, answer) => answer.writeHead(200, { "content-type": "application/json" }).end('[{"id":"00u1"},{"id"'),
    "the JSON is cut off or malformed",
    3,
  ],
  [
    "no body",
    (_, answer) => answer.writeHead(200, { "content-type": "application/json" }).end(),
    "the body is empty",
    3,
  ],
  ["an object where a list is due", (_, answer) => answerJson(answer, 200, { id: 1 }), "a list was promised", 1],
  [
    "an HTML page of an error",
    (_, answer) => answer.writeHead(404, { "content-type": "text/html" }).end("<html></html>"),
    "an error page that is not JSON",
    1,
  ],
  [
    "a redirect",
    (_, answer) => answer.writeHead(302, { location: "https://evil.example/login" }).end(),
    "a redirect to evil.example",
    1,
  ],
];

describe("a body that is not what Okta sends is never an answer", () => {
  test.each(wrongBodies)("%s", async (_, handle, reason, tries) => {
    const asked = await ask(handle, { operationId: "listUsers", parameters: {} });
    const details = asked.read.kind === "failed" ? asked.read.failure.details : undefined;
    expect([details, asked.tries]).toMatchObject([{ operationId: "listUsers", reason }, tries]);
  });

  test("a body that is larger than the bound, announced or not", async () => {
    const limits = { bodyBytes: 1000 };
    const announced = await ask((_, answer) => answerJson(answer, 200, "x".repeat(2000)), { limits });
    server?.close();
    const streamed = await ask(
      (_, answer) => {
        answer.setHeader("content-type", "application/json");
        answer.write('"');
        answer.end("x".repeat(2000));
      },
      { limits },
    );
    const expected = { code: "okta/unreadable", tries: 1 };
    expect([foundIn(announced), foundIn(streamed)]).toMatchObject([expected, expected]);
  });
});

const limits = { answerMs: 60, bodyMs: 60 };

const lostAnswers: readonly (readonly [string, Handler, string, number])[] = [
  ["a reset connection", (incoming) => incoming.socket.resetAndDestroy(), "okta/unreachable", 6],
  ["an answer that does not come", () => undefined, "okta/timed-out", 3],
  [
    "an answer that drips",
    (_, answer) => {
      answer.writeHead(200, { "content-type": "application/json" });
      answer.write("[");
    },
    "okta/timed-out",
    3,
  ],
  [
    "an answer that is cut off",
    (incoming, answer) => {
      answer.writeHead(200, { "content-type": "application/json", "content-length": "100" });
      answer.write("[1,2");
      setTimeout(() => incoming.socket.destroy(), 5);
    },
    "okta/unreadable",
    6,
  ],
  [
    "an answer that is longer than announced",
    (incoming) => {
      incoming.socket.end("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 4\r\n\r\n[1,2,3]");
    },
    "okta/unreadable",
    3,
  ],
  ["an answer that is not HTTP", (incoming) => incoming.socket.end("SSH-2.0-OpenSSH\r\n"), "okta/unreadable", 6],
];

describe("what gets no answer", () => {
  test.each(lostAnswers)("%s", async (_, handle, code, tries) => {
    expect(foundIn(await ask(handle, { limits }))).toMatchObject({ code, tries });
  });

  async function readFrom(origin: string): Promise<OktaRead> {
    const client = createTestClient(origin);
    return client.read({ operationId: "getUser", parameters: { id: "me" } }, new AbortController().signal);
  }

  test("a refused connection is said at once where the org has never answered", async () => {
    const gone = await startServer(() => undefined);
    const { origin } = gone;
    gone.close();
    const found = `getUser: ${new URL(origin).host} could not be read: the connection was refused.`;
    expect(await readFrom(origin)).toMatchObject({ failure: { code: "okta/unreachable", found } });
  });

  test("a host that is not known", async () => {
    const found = expect.stringMatching(/^getUser: attest-tests\.invalid could not be read.*: the host name /);
    expect(await readFrom("https://attest-tests.invalid")).toMatchObject({
      failure: { code: "okta/unreachable", found },
    });
  });

  test("a server without TLS", async () => {
    server = await startServer((_, answer) => answer.end());
    const client = createTestClient(server.origin.replace("http:", "https:"));
    const read = await client.read({ operationId: "getUser", parameters: { id: "me" } }, new AbortController().signal);
    expect(read).toMatchObject({ failure: { code: "okta/unreachable" } });
  });

  test("a read that is stopped", async () => {
    server = await startServer(() => undefined);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    const read = await createTestClient(server.origin).read(
      { operationId: "getUser", parameters: { id: "me" } },
      stop.signal,
    );
    expect(read).toMatchObject({ failure: { code: "run/cancelled" } });
  });
});

test("only reads are sent", async () => {
  const { read, tries } = await ask((_, answer) => answerJson(answer, 200, {}), {
    operationId: "deleteUser",
    parameters: { id: "00u1" },
  });
  expect([read.kind === "failed" && read.failure.code, tries]).toEqual(["bridge/not-allowed", 0]);
});

test("a parameter that the registry does not know is not sent", async () => {
  const { read, tries } = await ask((_, answer) => answerJson(answer, 200, {}), {
    parameters: { id: "00u1", limit: 5 },
  });
  expect([read.kind === "failed" && read.failure.code, tries]).toEqual(["bridge/bad-parameters", 0]);
});

test("the token is in the header of the request and nowhere else, also where Okta quotes it", async () => {
  const seen: (string | undefined)[] = [];
  const { read } = await ask((incoming, answer) => {
    seen.push(incoming.headers.authorization);
    answerJson(answer, 400, error("E0000001", `Api validation failed: SSWS ${testToken}`));
  });
  const client = createTestClient(server?.origin ?? "");
  const shown = [JSON.stringify(read), inspect(read, { depth: 20 }), inspect(client, { depth: 20, showHidden: true })];
  expect([seen, shown.some((text) => text.includes(testToken))]).toEqual([[`SSWS ${testToken}`], false]);
});
