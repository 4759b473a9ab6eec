import { expect, test } from "vitest";
import { calls, type EndpointAnswer } from "./messages-endpoint.ts";
import { firstResult, planAgainst, submit, type PlanningSetting } from "./planning.ts";

const error = (status: number, type: string, message = "no"): EndpointAnswer => ({
  kind: "error",
  status,
  type,
  message,
});
const broken = (breakOff: "overloaded" | "connection" | "no-end"): EndpointAnswer => ({
  kind: "message",
  blocks: [{ text: "one moment" }],
  breakOff,
});

const ends: readonly (readonly [string, EndpointAnswer, object])[] = [
  ["a wrong key", error(401, "authentication_error"), { code: "model/unauthorized", details: { status: 401 } }],
  ["a key without rights", error(403, "permission_error"), { code: "model/unauthorized", details: { status: 403 } }],
  [
    "an unknown model",
    error(404, "not_found_error", "model: some-model"),
    { code: "model/unknown", found: expect.stringContaining('has no model "some-model"') },
  ],
  [
    "a wrong address",
    { kind: "text", status: 404, contentType: "text/html", body: "<h1>Not Found</h1>" },
    { code: "model/unknown", found: expect.stringContaining("There is no Messages API at") },
  ],
  ["a rate limit", error(429, "rate_limit_error"), { code: "model/overloaded", details: { status: 429 } }],
  ["overload", error(529, "overloaded_error"), { code: "model/overloaded", details: { status: 529 } }],
  ["overload in mid-stream", broken("overloaded"), { code: "model/overloaded", details: { status: 529 } }],
  [
    "an internal error",
    error(500, "api_error", "Internal"),
    { code: "model/refused", details: { status: 500, reason: "Internal" } },
  ],
  [
    "a bad request",
    error(400, "invalid_request_error", "too long"),
    { code: "model/refused", details: { status: 400, reason: "too long" } },
  ],
  ["a connection lost in mid-stream", broken("connection"), { code: "model/unreachable" }],
  [
    "a stream without an end",
    broken("no-end"),
    { code: "model/unreachable", details: { reason: "the answer broke off before its end" } },
  ],
  [
    "a web page",
    { kind: "text", status: 200, contentType: "text/html", body: "<html></html>" },
    { code: "model/unreadable" },
  ],
  [
    "events that are not JSON",
    { kind: "text", status: 200, contentType: "text/event-stream", body: "event: message_start\ndata: {oops\n\n" },
    { code: "model/unreadable" },
  ],
  [
    "a refusal",
    { kind: "message", blocks: [{ text: "no" }], stopReason: "refusal" },
    { code: "model/refused", details: { status: undefined } },
  ],
  [
    "an answer that was cut off",
    { kind: "message", blocks: [{ tool: "decline", input: '{"reason": "Ok' }], stopReason: "max_tokens" },
    { code: "model/cut-off", details: { maxTokens: 8000 } },
  ],
];

test.each(ends)("%s ends the planning with its own message", async (_, answer, expected) => {
  const { plan, failure, exchanges } = await planAgainst([answer]);
  expect({ plan, failure, kept: exchanges.length }).toEqual({
    plan: undefined,
    failure: expect.objectContaining({
      ...expected,
      ...("details" in expected ? { details: expect.objectContaining(expected.details as object) } : {}),
    }),
    kept: 1,
  });
});

test("a refused connection names the address", async () => {
  const { failure } = await planAgainst([], { options: { baseUrl: "http://127.0.0.1:9" } });
  expect(failure).toMatchObject({ code: "model/unreachable", details: { baseUrl: "http://127.0.0.1:9" } });
});

test("tool input that is no JSON, or does not fit, goes back to the model", async () => {
  const { plan, seen } = await planAgainst([
    calls({ tool: "decline", input: '{"reason": oops' }),
    calls({ tool: "look_up", input: { subject: "users", words: [] } }),
    calls({ tool: "decline", input: { reason: "No." } }),
  ]);
  const said = [1, 2].map((index) => firstResult(seen[index]));
  expect({ plan, said }).toEqual({
    plan: { kind: "declined", reason: "No.", requests: [] },
    said: [
      "The input of decline does not fit its schema. It was not JSON. Call it again with all of it.",
      expect.stringMatching(/^The input of look_up does not fit its schema\. ✖ Invalid option/),
    ],
  });
});

const finding = { code: "TS2339", line: 1, column: 1, message: "No such property.", why: "", help: "" };
const bounds: readonly (readonly [string, readonly EndpointAnswer[], PlanningSetting, object])[] = [
  [
    "rounds",
    [calls({ tool: "find_operations", input: { words: "users" } })],
    { options: { bounds: { rounds: 3 } } },
    { condition: "rounds", bound: 3 },
  ],
  [
    "tokens",
    [calls({ tool: "find_operations", input: { words: "users" } })],
    { options: { bounds: { tokens: 2000 } } },
    { condition: "tokens", bound: 2000 },
  ],
  [
    "a finding that keeps coming back",
    [calls(submit("bad"))],
    { check: () => [finding, { ...finding, line: 2 }] },
    { condition: "same finding", bound: 4 },
  ],
  ["plain text", [calls({ text: "No." })], {}, { condition: "plain text", bound: 3 }],
  [
    "time",
    [{ kind: "message", blocks: [], breakOff: "hang" }],
    { options: { bounds: { timeMs: 150 } } },
    { condition: "time", bound: 150 },
  ],
];

test.each(bounds)("%s is a bound with a name", async (_, answers, setting, details) => {
  const { plan, failure } = await planAgainst(answers, setting);
  expect({ plan, code: failure?.code, details: failure?.details }).toEqual({
    plan: undefined,
    code: "model/gave-up",
    details,
  });
});

test("the operator can stop a planning in mid-stream", async () => {
  const controller = new AbortController();
  const options = { signal: controller.signal, onProgress: () => setTimeout(() => controller.abort(), 50) };
  const { failure } = await planAgainst([{ kind: "message", blocks: [], breakOff: "hang" }], { options });
  expect(failure?.code).toBe("run/cancelled");
});

test("every failure says what was found, why it matters and what to do", async () => {
  const planned = await Promise.all(ends.map(([, answer]) => planAgainst([answer])));
  expect(planned.filter(({ failure }) => !failure?.found || !failure.why || !failure.help)).toEqual([]);
});

test("what passes is tried again, in mid-stream too, and each try is kept", async () => {
  const { plan, exchanges, seen } = await planAgainst(
    [error(529, "overloaded_error"), broken("overloaded"), calls({ tool: "decline", input: { reason: "No." } })],
    { options: { maxRetries: 2 } },
  );
  expect({
    ended: plan?.kind,
    tries: exchanges.map((one) => one.status),
    same: new Set(seen.map((one) => one.text)).size,
  }).toEqual({ ended: "declined", tries: [529, undefined, 200], same: 1 });
});

test("a wrong key is not tried again", async () => {
  const { failure, seen } = await planAgainst([error(401, "authentication_error")], { options: { maxRetries: 2 } });
  expect([failure?.code, seen.length]).toEqual(["model/unauthorized", 1]);
});
