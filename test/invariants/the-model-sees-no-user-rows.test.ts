// Invariant 7: whatever a model is sent for a question, no user of the org is in it, though look-ups and runs read them all.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { ask } from "../../main/ask.ts";
import { dumpOf } from "../acceptance/expected-answers.ts";
import { openAskingHouse, reportOf } from "../asking-house.ts";

const source = `import { okta } from 'okta'
export const title = 'Active users'
export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  return users.map((user) => ({ id: user.id, login: user.profile.login, status: user.status }))
}
`;

/** What the model answers, one after the other: it looks around, then hands in a snippet. */
const turns = [
  { name: "look_up", input: { subject: "attribute-values", words: ["contractor"], attribute: "userType" } },
  { name: "look_up", input: { subject: "groups", words: [], attribute: null } },
  { name: "submit_snippet", input: { source, reading: "Users whose status is ACTIVE.", definitions: [] } },
];

/** An answer of the Messages API as a stream: one tool call. */
function streamOf(turn: (typeof turns)[number] | undefined, number: number): string {
  const message = { id: "msg_1", type: "message", role: "assistant", model: "reader", stop_sequence: null };
  const usage = { input_tokens: 10, output_tokens: 10, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
  const call = { type: "tool_use", id: `toolu_${number}`, name: turn?.name, input: {} };
  const events = [
    { type: "message_start", message: { ...message, content: [], stop_reason: null, usage } },
    { type: "content_block_start", index: 0, content_block: call },
    {
      type: "content_block_delta",
      index: 0,
      delta: { type: "input_json_delta", partial_json: JSON.stringify(turn?.input) },
    },
    { type: "content_block_stop", index: 0 },
    { type: "message_delta", delta: { stop_reason: "tool_use", stop_sequence: null }, usage: { output_tokens: 10 } },
    { type: "message_stop" },
  ];
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join("");
}

/** A model on loopback that gives its turns in their order and keeps what it was sent. */
async function startModel(bodies: string[]): Promise<Server> {
  const model = createServer((request, answer) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      bodies.push(body);
      answer.writeHead(200, { "content-type": "text/event-stream" });
      answer.end(streamOf(turns[bodies.length - 1] ?? turns[2], bodies.length));
    });
  });
  await new Promise<void>((listening) => model.listen(0, "127.0.0.1", listening));
  return model;
}

test("no login, address, id or name of a user stands in any request to a model", async () => {
  const bodies: string[] = [];
  const model = await startModel(bodies);
  const key = "sk-test-0123456789abcdef0123456789abcdef";
  const place = await openAskingHouse(
    { users: 200, seed: 3 },
    {
      LLM_API_KEY: key,
      LLM_BASE_URL: `http://127.0.0.1:${(model.address() as AddressInfo).port}`,
      LLM_MODEL: "reader",
    },
  );
  const front = {
    decide: undefined,
    allowLookUp: undefined,
    onProgress: () => undefined,
    yes: true,
    signal: new AbortController().signal,
  };
  const report = reportOf(
    await ask(
      place.house,
      { question: "Which contractors are active?", planner: "model", sampleSize: undefined },
      front,
    ),
  );
  const { users } = dumpOf(place.emulator);
  const { token } = place.emulator;
  await place.close();
  model.close();
  const sent = bodies.join("\n");
  const inside = users.flatMap((user) => [user.id, user.profile.login]).filter((value) => sent.includes(value));
  expect({ outcome: report.outcome, answered: report.count > 0, rounds: bodies.length }).toEqual({
    outcome: "answered",
    answered: true,
    rounds: 3,
  });
  expect({ inside, token: sent.includes(token), key: sent.includes(key) }).toEqual({
    inside: [],
    token: false,
    key: false,
  });
});
