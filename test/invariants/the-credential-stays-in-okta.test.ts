// Invariants 1 and 10: after a full run, a failed run and a crash, the token and the model's key stand nowhere but in the
// credential store; no process that was started had them in its environment or arguments.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { journalKeyRing } from "../../main/config/journal-key-ring.ts";
import { readableTexts } from "../audit/readable-texts.ts";
import { openWorkplace, type Workplace } from "../attest-process.ts";
import { descendantsOf, environmentOf } from "../process-tree.ts";

const modelKey = "sk-test-0123456789abcdef0123456789abcdef";
const question = "Which active users have access to GitHub and no active MFA factor?";
const environment = { LLM_API_KEY: modelKey, LLM_BASE_URL: "http://127.0.0.1:9" };

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace({ users: 300, seed: 1, port: 0, latencyMs: 5, jitterMs: 5 });
});
afterAll(() => workplace.close());

function secretsIn(text: string): readonly string[] {
  return [
    ...(text.includes(workplace.emulator.token) ? ["token"] : []),
    ...(text.includes(modelKey) ? ["model key"] : []),
  ];
}

async function watchEnvironments(pid: number, done: Promise<unknown>): Promise<string> {
  let ended = false;
  void done.finally(() => (ended = true));
  const seen = new Map<number, string>();
  while (!ended) {
    for (const child of descendantsOf(pid)) seen.set(child, (seen.get(child) ?? "") + environmentOf(child, pid));
    await sleep(3);
  }
  expect(seen.size).toBeGreaterThan(1);
  return [...seen.values()].join("\n");
}

test("no output, no started process and no file outside the credential store has the token or the model's key", async () => {
  const running = workplace.start(["ask", question, "--planner", "phrasebook", "--yes", "--json"], environment);
  let output = "";
  running.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  running.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise((resolve) => running.on("close", resolve));
  const environments = await watchEnvironments(running.pid ?? 0, ended);

  const failed = await workplace.attest(["ask", question, "--planner", "phrasebook", "--yes"], {
    ...environment,
    OKTA_DOMAIN: "http://127.0.0.1:9",
  });
  const unplanned = await workplace.attest(["ask", question, "--planner", "model", "--yes"], environment);
  const crashed = workplace.start(["ask", question, "--planner", "phrasebook", "--yes"], environment);
  await sleep(700);
  crashed.kill("SIGKILL");

  const places = {
    output,
    environments,
    failed: failed.stdout + failed.stderr,
    unplanned: unplanned.stdout + unplanned.stderr,
    files: readableTexts(workplace.home, journalKeyRing(workplace.keys)),
  };
  expect(
    Object.entries(places).flatMap(([place, text]) => secretsIn(text).map((secret) => `${secret} in ${place}`)),
  ).toEqual([]);
  expect([running.exitCode, failed.code, unplanned.code]).toEqual([0, 5, 5]);
}, 60_000);
