// A model in a cloud is reached through that cloud's official client: here against an endpoint on loopback that speaks as it does.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { Secret } from "../../terms/secret.ts";
import { calls } from "./messages-endpoint.ts";
import { planAgainst } from "./planning.ts";

const decline = { tool: "decline", input: { reason: "Okta keeps no such history." } };
const declined = { kind: "declined", reason: "Okta keeps no such history.", requests: [] };

/** One event as AWS frames it: lengths, a checksum, headers, the payload, a checksum. */
function frame(event: object): Buffer {
  const headers = Object.entries({ ":event-type": "chunk", ":message-type": "event" }).map(([name, value]) => {
    const head = Buffer.from([name.length, ...Buffer.from(name), 7, 0, value.length]);
    return Buffer.concat([head, Buffer.from(value)]);
  });
  const inHeaders = Buffer.concat(headers);
  const payload = Buffer.from(JSON.stringify({ bytes: Buffer.from(JSON.stringify(event)).toString("base64") }));
  const whole = Buffer.alloc(16 + inHeaders.length + payload.length);
  whole.writeUInt32BE(whole.length, 0);
  whole.writeUInt32BE(inHeaders.length, 4);
  whole.writeUInt32BE(crc32(whole.subarray(0, 8)), 8);
  inHeaders.copy(whole, 12);
  payload.copy(whole, 12 + inHeaders.length);
  whole.writeUInt32BE(crc32(whole.subarray(0, whole.length - 4)), whole.length - 4);
  return whole;
}

interface Seen {
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** Bedrock's runtime on loopback: every model declines. */
async function startBedrock(seen: Seen[]): Promise<Server> {
  const usage = { input_tokens: 10, output_tokens: 1 };
  const message = { id: "msg_1", type: "message", role: "assistant", model: "m", content: [], usage };
  const events = [
    { type: "message_start", message: { ...message, stop_reason: null, stop_sequence: null } },
    { type: "content_block_start", index: 0, content_block: { type: "tool_use", id: "t", name: "decline", input: {} } },
    {
      type: "content_block_delta",
      index: 0,
      delta: { type: "input_json_delta", partial_json: JSON.stringify(decline.input) },
    },
    { type: "content_block_stop", index: 0 },
    { type: "message_delta", delta: { stop_reason: "tool_use", stop_sequence: null }, usage: { output_tokens: 5 } },
    { type: "message_stop" },
  ];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      seen.push({ url: request.url, authorization: request.headers.authorization, body });
      response.writeHead(200, { "content-type": "application/vnd.amazon.eventstream" });
      response.end(Buffer.concat(events.map(frame)));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}

test("a model in Vertex AI is asked with Google's access token, in the project and region", async () => {
  const { plan, seen } = await planAgainst([calls(decline)], {
    options: {
      provider: "vertex",
      apiKey: new Secret("ya29.token"),
      cloud: { region: "europe-west1", projectId: "acme" },
    },
  });
  expect({ plan, url: seen[0]?.url, authorization: seen[0]?.headers.authorization }).toEqual({
    plan: declined,
    url: "/projects/acme/locations/europe-west1/publishers/anthropic/models/some-model:streamRawPredict",
    authorization: "Bearer ya29.token",
  });
});

test.each([
  ["an API key", { apiKey: new Secret("bedrock-key") }, /^Bearer bedrock-key$/],
  [
    "keys of an identity, which sign it",
    {
      apiKey: undefined,
      awsKeys: {
        accessKeyId: new Secret("AKIAEXAMPLE"),
        secretAccessKey: new Secret("s3cret"),
        sessionToken: undefined,
      },
    },
    /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-west-1\/bedrock\/aws4_request, /,
  ],
])("a model in Bedrock is asked with %s", async (_, keys, authorization) => {
  const seen: Seen[] = [];
  const server = await startBedrock(seen);
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { plan } = await planAgainst([], {
    options: { provider: "bedrock", baseUrl, cloud: { region: "eu-west-1", projectId: undefined }, ...keys },
  });
  server.close();
  expect({ plan, asked: seen.map((one) => one.url), secret: seen[0]?.body.includes("s3cret") }).toEqual({
    plan: declined,
    asked: ["/model/some-model/invoke-with-response-stream"],
    secret: false,
  });
  expect(seen[0]?.authorization).toMatch(authorization);
});
