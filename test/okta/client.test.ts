import type { IncomingMessage, ServerResponse } from "node:http";
import { inspect } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { createSswsCredential } from "../../okta/credentials/ssws.ts";
import { Secret } from "../../terms/secret.ts";
import { createTestClient, testToken } from "./create-test-client.ts";
import { answerJson, startServer, type TestServer } from "./start-server.ts";

let server: TestServer | undefined;
afterEach(() => server?.close());

const { signal } = new AbortController();

test("a body without secrets is handed on byte for byte", async () => {
  const text = '{ "id":"00u1",\n "profile":{"n":1.0,"big":12345678901234567890,"\\u0061":"\\u00e9"} }';
  server = await startServer((_, answer) => answer.writeHead(200, { "content-type": "application/json" }).end(text));
  const read = await createTestClient(server.origin).read(
    { operationId: "getUser", parameters: { id: "00u1" } },
    signal,
  );
  expect(read).toMatchObject({ kind: "response", text, cursor: undefined });
});

test("a secret in a body is taken out, and what is beside it stays", async () => {
  const app = {
    id: "0oa1",
    label: "x",
    credentials: { oauthClient: { client_id: "c", client_secret: "very-secret" } },
  };
  server = await startServer((_, answer) => answerJson(answer, 200, app));
  const read = await createTestClient(server.origin).read(
    { operationId: "getApplication", parameters: { appId: "0oa1" } },
    signal,
  );
  expect(read.kind === "response" && JSON.parse(read.text)).toEqual({
    id: "0oa1",
    label: "x",
    credentials: { oauthClient: { client_id: "c" } },
  });
});

test("an exchange has what was asked and answered, and no credential", async () => {
  server = await startServer((_, answer) => answerJson(answer, 200, {}, { "x-rate-limit-limit": "600" }));
  const { origin } = server;
  const { exchange } = await createTestClient(origin).read(
    { operationId: "getUser", parameters: { id: "a b" } },
    signal,
  );
  expect(exchange).toEqual({
    operationId: "getUser",
    method: "GET",
    origin,
    target: "/api/v1/users/a%20b",
    attempts: [{ sentAt: expect.any(String), endedAt: expect.any(String), status: 200, reason: undefined }],
    status: 200,
    oktaRequestId: "request-1",
    headers: { date: expect.any(String), "content-type": "application/json", "x-rate-limit-limit": "600" },
  });
});

describe("reading ahead", () => {
  async function startList(): Promise<TestServer> {
    return startServer((incoming, answer) => {
      const page = Number(new URL(incoming.url ?? "", "http://x").searchParams.get("after") ?? "0");
      const link = `<http://${incoming.headers.host}/api/v1/users?limit=200&after=${page + 1}>; rel="next"`;
      answerJson(answer, 200, [{ id: page }], page < 5 ? { link } : {});
    });
  }

  test("nothing is read ahead for a caller that takes the first page alone", async () => {
    server = await startList();
    await createTestClient(server.origin).read({ operationId: "listUsers", parameters: {} }, signal);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.asked.length).toBe(1);
  });

  test("one page is read ahead for a caller that walks, and no page is asked for twice", async () => {
    server = await startList();
    const client = createTestClient(server.origin);
    const before: number[] = [];
    let cursor: string | undefined;
    do {
      const read = await client.read(
        { operationId: "listUsers", parameters: {}, ...(cursor === undefined ? {} : { cursor }) },
        signal,
      );
      await new Promise((resolve) => setTimeout(resolve, 20));
      before.push(server.asked.length);
      cursor = read.kind === "response" ? read.cursor : undefined;
    } while (cursor !== undefined);
    expect(before).toEqual([1, 3, 4, 5, 6, 6]);
  });
});

describe("the page behind one that was asked for", () => {
  const linkTo = (incoming: IncomingMessage, page: number): string =>
    `<http://${incoming.headers.host}/api/v1/users?limit=200&after=${page}>; rel="next"`;
  const begin = (answer: ServerResponse, link: string): void => {
    answer.writeHead(200, { "content-type": "application/json", link });
    answer.flushHeaders();
  };

  test("is sent for when its headers are there, while its body is still to come", async () => {
    let finish = (): void => undefined;
    server = await startServer((incoming, answer, page) => {
      finish();
      finish = () => undefined;
      if (page === 0) return answerJson(answer, 200, [{ id: 0 }], { link: linkTo(incoming, 1) });
      if (page === 4) return answerJson(answer, 200, [{ id: 4 }]);
      begin(answer, linkTo(incoming, page + 1));
      finish = () => void answer.end(JSON.stringify([{ id: page }]));
    });
    const client = createTestClient(server.origin);
    const read: unknown[] = [];
    let cursor: string | undefined;
    do {
      const request = { operationId: "listUsers", parameters: {}, ...(cursor === undefined ? {} : { cursor }) };
      const page = await client.read(request, signal);
      read.push(page.kind === "response" ? page.body : page);
      cursor = page.kind === "response" ? page.cursor : undefined;
    } while (cursor !== undefined);
    expect([read, server.asked.length]).toEqual([[0, 1, 2, 3, 4].map((id) => [{ id }]), 5]);
  });

  test("is not sent for where the list is over when a page is empty", async () => {
    server = await startServer((incoming, answer, page) => {
      const link = `<http://${incoming.headers.host}/api/v1/logs?limit=1000&after=${page + 1}>; rel="next"`;
      answerJson(answer, 200, page < 3 ? [{ uuid: String(page) }] : [], { link });
    });
    const client = createTestClient(server.origin);
    let cursor: string | undefined;
    do {
      const request = { operationId: "listLogEvents", parameters: {}, ...(cursor === undefined ? {} : { cursor }) };
      const page = await client.read(request, signal);
      cursor = page.kind === "response" ? page.cursor : undefined;
    } while (cursor !== undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.asked.length).toBe(4);
  });

  test("is no part of the list where that one turns out to be none, and is told of all the same", async () => {
    const told: (number | undefined)[] = [];
    server = await startServer((incoming, answer, page) => {
      if (page === 2) return;
      answerJson(answer, 200, page === 0 ? [{ id: 0 }] : { id: 1 }, { link: linkTo(incoming, page + 1) });
    });
    const client = createTestClient(server.origin, { onExchange: ({ status }) => told.push(status) });
    const first = await client.read({ operationId: "listUsers", parameters: {} }, signal);
    const cursor = first.kind === "response" ? (first.cursor ?? "") : "";
    const second = await client.read({ operationId: "listUsers", parameters: {}, cursor }, signal);
    client.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([second.kind === "failed" && second.failure.code, told]).toEqual(["okta/unreadable", [200, 200, undefined]]);
  });
});

test("a page that is read ahead is stopped with the read that waits for it", async () => {
  server = await startServer((incoming, answer, before) => {
    const link = `<http://${incoming.headers.host}/api/v1/users?limit=200&after=${before}>; rel="next"`;
    if (before < 2) answerJson(answer, 200, [{ id: before }], { link });
  });
  const client = createTestClient(server.origin);
  let cursor: string | undefined;
  for (let page = 0; page < 2; page += 1) {
    const request = { operationId: "listUsers", parameters: {}, ...(cursor === undefined ? {} : { cursor }) };
    const read = await client.read(request, signal);
    cursor = read.kind === "response" ? read.cursor : undefined;
  }
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 20);
  const last = await client.read({ operationId: "listUsers", parameters: {}, cursor: cursor ?? "" }, stop.signal);
  expect([last.kind === "failed" && last.failure.code, server.asked.length]).toEqual(["run/cancelled", 3]);
});

describe("an API token", () => {
  const credential = createSswsCredential(new Secret(` SSWS ${testToken}\n`));

  test("is written into the header", () => {
    const headers = {};
    void credential.authorise(headers, { method: "GET", url: "", scopes: [] });
    expect(headers).toEqual({ authorization: `SSWS ${testToken}` });
  });

  test("is in no text, JSON, copy or inspection of the credential", () => {
    const shown = [
      JSON.stringify({ credential }),
      inspect(credential, { depth: 10, showHidden: true }),
      inspect({ credential }),
      JSON.stringify({ ...credential }),
      inspect(Object.getOwnPropertyDescriptors(credential), { depth: 10, showHidden: true }),
    ];
    expect(shown.filter((text) => text.includes(testToken))).toEqual([]);
  });

  test.each(["", "  ", "with a blank", "line\nbreak-in-it", "é-é-é-é-é-é"])("%j is none", (text) => {
    expect(() => createSswsCredential(new Secret(text))).toThrow("OKTA_API_TOKEN is no API token.");
  });
});
