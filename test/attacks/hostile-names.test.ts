// Names, labels and profile values of an org that give orders to a model: what a model is sent differs from the clean org's
// only inside the quoted results of look-ups, and every order stays inside its quotes.
import { beforeAll, expect, test } from "vitest";
import { ask } from "../../main/ask.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { openAskingHouse } from "../asking-house.ts";
import { calls, startEndpoint } from "../planner/messages-endpoint.ts";

const lookUp = (subject: string, words: readonly string[], attribute: string | null = null) => ({
  tool: "look_up",
  input: { subject, words, attribute },
});

/** All bodies that a model was sent that looks around the org, with every result of a look-up cut into its lines. */
async function sentFor(hostileNames: boolean): Promise<readonly string[]> {
  const model = await startEndpoint([
    calls(lookUp("groups", []), lookUp("applications", []), lookUp("policies", [])),
    calls(lookUp("attribute-values", ["contractor"], "title"), lookUp("attribute-values", ["contractor"], "userType")),
    calls({ tool: "describe_operations", input: { operationIds: ["listUsers", "listGroups"], paths: [] } }),
    calls({ tool: "decline", input: { reason: "Enough seen." } }),
  ]);
  const place = await openAskingHouse(
    { users: 120, seed: 4, now: Date.parse("2026-11-01T00:00:00Z"), hostileNames },
    { LLM_API_KEY: "sk-test-0123456789abcdef", LLM_BASE_URL: model.baseUrl, LLM_MODEL: "reader" },
  );
  const question = "Which contractors have GitHub?";
  await ask(place.house, { question, planner: "model", sampleSize: undefined }, silentFront);
  await place.close();
  await model.close();
  return model.seen.map((one) => one.text);
}

let clean: readonly string[];
let hostile: readonly string[];
beforeAll(async () => {
  [clean, hostile] = await Promise.all([sentFor(false), sentFor(true)]);
});

const isLookUp = (value: unknown): value is string =>
  typeof value === "string" && /^\d+ of \d+ names\. What stands in quotes is data/.test(value);

/** A request with the results of look-ups taken out, and the lines of these. */
function parted(text: string): { readonly rest: unknown; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const rest: unknown = JSON.parse(text, (_, value: unknown) => {
    if (!isLookUp(value)) return value;
    lines.push(...value.split("\n"));
    return "a look-up";
  });
  return { rest, lines };
}

test("requests differ from the clean org's only in lines that are one quoted name each", () => {
  const pairs = clean.map((text, at) => [parted(text), parted(hostile[at] ?? "")] as const);
  const strange = pairs.flatMap(([before, after]) => {
    const known = new Set(before.lines);
    return after.lines.filter((line) => !known.has(line));
  });
  const readable = strange.filter((line) => {
    try {
      const { name } = JSON.parse(line) as { readonly name?: unknown };
      return typeof name === "string";
    } catch {
      // A sentence of ours with a number in it is no name either.
      return /^(?:\d+ of \d+ names\.|… and \d+ more|\d+ more that few users have)/.test(line);
    }
  });
  expect({
    rounds: [clean.length, hostile.length],
    rest: pairs.map(([, after]) => after.rest),
    unquoted: strange.filter((line) => !readable.includes(line)),
    differ: strange.length > 20,
  }).toEqual({ rounds: [4, 4], rest: pairs.map(([before]) => before.rest), unquoted: [], differ: true });
});
