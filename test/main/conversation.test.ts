import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "../../main/ask.ts";
import { showModelConversation } from "../../main/journal.ts";
import type { RunReport } from "../../main/run-report.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { openAskingHouse, reportOf, type AskingHouse } from "../asking-house.ts";
import { calls, startEndpoint, type MessagesEndpoint } from "../planner/messages-endpoint.ts";

const source = (columns: string): string => `import { okta, filter } from 'okta'
export const title = 'One user'
export const params = { login1: '<login1>' }
export default async function ({ login1 }: typeof params) {
  const users = await okta.listUsers({ search: filter\`profile.login eq \${login1}\` }).all()
  return users.map((user) => ({ id: user.id, ${columns} }))
}
`;
const submit = (columns: string) =>
  calls({ tool: "submit_snippet", input: { source: source(columns), reading: "That user.", definitions: [] } });

let place: AskingHouse;
let model: MessagesEndpoint;
beforeAll(async () => {
  model = await startEndpoint([
    submit("status: user.status"),
    submit("status: user.status, lastLogin: user.lastLogin"),
    calls({ tool: "decline", input: { reason: "Okta keeps no such history." } }),
  ]);
  place = await openAskingHouse(
    { users: 60, seed: 3 },
    { LLM_API_KEY: "sk-test-0123456789abcdef", LLM_BASE_URL: model.baseUrl, LLM_MODEL: "reader", LLM_PRICE: "3/15" },
  );
});
afterAll(async () => {
  await place.close();
  await model.close();
});

async function answer(question: string, planner: "phrasebook" | "model", continues?: string): Promise<RunReport> {
  return reportOf(await ask(place.house, { question, planner, sampleSize: undefined, continues }, silentFront));
}

const beginningOf = (run: string | null) => place.house.journal().runs.get(run ?? "").beginning;

test("a follow-up that is no question by itself is read as the end of the one before, in the same conversation", async () => {
  const first = await answer("Which active users are there?", "phrasebook");
  const second = await answer("with their department", "phrasebook", first.run ?? "");
  const third = await answer("Which groups are empty?", "phrasebook", second.run ?? "");
  expect({
    columns: [first, second].map((one) => one.columns.map((column) => column.name).includes("department")),
    counts: second.count === first.count,
    third: third.columns.map((column) => column.name).includes("department"),
    conversations: [first, second, third].map((one) => beginningOf(one.run).conversation),
  }).toEqual({
    columns: [false, true],
    counts: true,
    third: false,
    conversations: [undefined, first.run, first.run],
  });
});

test("a model gets the earlier snippet and its columns, and neither its rows nor a login of either question", async () => {
  const login = "Ana.Silva@example.com";
  const first = await answer(`Is ${login} active?`, "model");
  const second = await answer(`and when did ${login} sign in?`, "model", first.run ?? "");
  const sent = model.seen[1]?.body.messages[0]?.content[0];
  const text = typeof sent === "object" && sent !== null && "text" in sent ? String(sent.text) : "";
  expect({
    leaked: model.seen.some((one) => one.text.toLowerCase().includes(login.toLowerCase())),
    text: text.split("\n\nToday")[0],
    columns: second.columns.map((column) => column.name),
    parameters: beginningOf(second.run).parameters,
  }).toEqual({
    leaked: false,
    text: `This follows on an earlier question "Is <login1> active?", answered with the columns id, status by this snippet:\n\n\`\`\`ts\n${source("status: user.status")}\`\`\`\n\nEdit it as the question below asks; what the question leaves alone stays as it is.\n\nQuestion: "and when did <login1> sign in?"`,
    columns: ["id", "status", "lastLogin"],
    parameters: { login1: login },
  });
});

test("an answer says what its planning took, and the journal shows what was sent, without a run too", async () => {
  const declined = await answer("Who was a member last month?", "model");
  const { planning = "", seconds } = declined.usage ?? {};
  const shown = showModelConversation(place.house, planning);
  expect({ usage: declined.usage, requests: shown.exchanges.map((one) => one.request) }).toEqual({
    usage: {
      planning,
      model: "reader",
      rounds: 1,
      inputTokens: 1320,
      cacheReadTokens: 300,
      outputTokens: 50,
      costUsd: (1000 * 3 + 300 * 0.1 * 3 + 20 * 1.25 * 3 + 50 * 15) / 1_000_000,
      seconds,
    },
    requests: [model.seen.at(-1)?.text],
  });
});
