// A model endpoint that fails in every way, in the middle of a conversation: each question ends with its own message and exit
// code, nothing is run, what was sent is kept, and the conversation goes on from its last answer.
import { afterAll, beforeAll, expect, test } from "vitest";
import { reportFailure } from "../../cli/report-failure.ts";
import { ask } from "../../main/ask.ts";
import type { Front } from "../../main/front.ts";
import { isFailure } from "../../terms/failure.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse, reportOf } from "../asking-house.ts";
import { calls, type EndpointAnswer, type MessagesEndpoint, startEndpoint } from "../planner/messages-endpoint.ts";

const front: Front = { ...silentFront, yes: true };

const source = `import { okta } from 'okta'
export const title = 'Groups'
export default async function () {
  const groups = await okta.listGroups({}).all()
  return groups.map((group) => ({ id: group.id, name: group.profile.name }))
}
`;
const submit = calls({ tool: "submit_snippet", input: { source, reading: "All groups.", definitions: [] } });
const error = (status: number, type: string): EndpointAnswer => ({ kind: "error", status, type, message: "no" });
const ended = (stopReason: string): EndpointAnswer => ({ kind: "message", blocks: [{ text: "…" }], stopReason });
const broken: EndpointAnswer = { kind: "message", blocks: [{ text: "one moment" }], breakOff: "overloaded" };
const page: EndpointAnswer = { kind: "text", status: 404, contentType: "text/html", body: "<h1>Not Found</h1>" };

/** Each way to fail with the answers that it takes: what may pass is tried three times. */
const ways: readonly (readonly [string, readonly EndpointAnswer[], string])[] = [
  ["a wrong key", [error(401, "authentication_error")], "model/unauthorized"],
  ["an unknown model", [error(404, "not_found_error")], "model/unknown"],
  ["a wrong address", [page], "model/unknown"],
  ["a bad request", [error(400, "invalid_request_error")], "model/refused"],
  ["a refusal", [ended("refusal")], "model/refused"],
  ["an answer that was cut off", [ended("max_tokens")], "model/cut-off"],
  ["overload in mid-stream", [broken, broken, broken], "model/overloaded"],
];

let place: AskingHouse;
let model: MessagesEndpoint;
beforeAll(async () => {
  model = await startEndpoint([submit, ...ways.flatMap(([, answers]) => answers), submit]);
  place = await openAskingHouse(
    { users: 40, seed: 2 },
    { LLM_API_KEY: "sk-test-0123456789abcdef", LLM_BASE_URL: model.baseUrl, LLM_MODEL: "reader" },
  );
});
afterAll(async () => {
  await place.close();
  await model.close();
});

interface Failed {
  readonly code: string;
  readonly exit: number;
  readonly parts: number;
  readonly ran: number;
  readonly sent: number;
}

const runs = (): number =>
  place.house
    .journal()
    .runs.list({})
    .filter((one) => one.beginning.planner === "model").length;

/** Asks a question that the model will not plan; gives how that ended. */
async function fail(continues: string): Promise<Failed> {
  const [ranBefore, sentBefore] = [runs(), model.seen.length];
  const said: string[] = [];
  const output = {
    answer: () => undefined,
    say: (text: string) => said.push(text),
    progress: () => undefined,
    settle: () => undefined,
    interactive: false,
  };
  try {
    await ask(place.house, { question: "and their size?", planner: "model", sampleSize: undefined, continues }, front);
  } catch (thrown) {
    const exit = reportFailure(thrown, output, false);
    const code = isFailure(thrown) ? thrown.code : "no failure";
    const { found = "", why = "", help = "" } = isFailure(thrown) ? thrown.text : {};
    const parts = [found, why, help].filter((part) => part !== "" && said.join("\n").includes(part)).length;
    return { code, exit, parts, ran: runs() - ranBefore, sent: model.seen.length - sentBefore };
  }
  throw new Error("it was planned");
}

test("each failure of the endpoint has its message and exit code 5, runs nothing, and the conversation goes on", async () => {
  const asked = { planner: "model", sampleSize: undefined } as const;
  const first = reportOf(await ask(place.house, { ...asked, question: "Which groups are there?" }, front));
  const failed: (readonly [string, Failed])[] = [];
  for (const [name] of ways) failed.push([name, await fail(first.run ?? "")]);
  const next = { ...asked, question: "and their names?", continues: first.run ?? "" };
  const last = reportOf(await ask(place.house, next, front));
  expect({
    failed: Object.fromEntries(failed),
    last: [last.outcome, last.count === first.count, last.run === first.run],
    conversation: place.house.journal().runs.get(last.run ?? "").beginning.conversation,
  }).toEqual({
    failed: Object.fromEntries(
      ways.map(([name, answers, code]) => [name, { code, exit: 5, parts: 3, ran: 0, sent: answers.length }]),
    ),
    last: ["answered", true, false],
    conversation: first.run,
  });
});
