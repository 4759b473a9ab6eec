// Every command that the documents show is run here as it stands, against an emulated org: a document that lies fails.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createChecker } from "../../executor/check/checker.ts";
import { baseSchema } from "../../registry/schema-attributes.ts";
import { openWorkplace, type Workplace } from "../attest-process.ts";

const run = promisify(execFile);

function commandsOf(document: string): readonly string[] {
  const blocks = [...readFileSync(document, "utf8").matchAll(/```sh\n([\s\S]*?)```/g)];
  return blocks.flatMap(([, block = ""]) => block.split("\n").filter((line) => line.trim() !== ""));
}

const commands = commandsOf("README.md");
const attestCommands = commands.filter((command) => command.startsWith("npm run -s attest -- "));

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace({ users: 120, seed: 1, port: 0 });
});
afterAll(() => workplace.close());

test("the README's attest commands succeed in their order, on an emulated org", async () => {
  const seen: string[] = [];
  for (const command of attestCommands) {
    const { code } = await run("sh", ["-c", command], {
      env: {
        ...process.env,
        ATTEST_HOME: workplace.home,
        ATTEST_KEYS: workplace.keys,
        ATTEST_KEYCHAIN: "off",
        OKTA_DOMAIN: workplace.emulator.origin,
        OKTA_API_TOKEN: workplace.emulator.token,
      },
    }).then(
      () => ({ code: 0 }),
      (error: { readonly code: number; readonly stderr: string }) => ({ code: `${error.code}: ${error.stderr}` }),
    );
    seen.push(`${command} => ${code}`);
  }
  expect(seen).toEqual(attestCommands.map((command) => `${command} => 0`));
}, 240_000);

test("the other commands are the tour and the test command, and continuous integration runs the latter", () => {
  expect(commands.filter((command) => !attestCommands.includes(command))).toEqual([
    "npm ci && npm run demo",
    "npm ci && npm test",
  ]);
  expect(commandsOf("CONTRIBUTING.md")).toEqual(["npm ci && npm test"]);
  expect(readFileSync(".ci/run", "utf8").trimEnd().split("\n").at(-1)).toBe("npm ci && npm test");
});

test("the README's snippet passes the check", async () => {
  const [, snippet = ""] = /```ts\n([\s\S]*?)```/.exec(readFileSync("README.md", "utf8")) ?? [];
  const checker = createChecker();
  const result = await checker.check(snippet, { orgSchema: baseSchema() });
  await checker.close();
  expect(result.kind === "findings" ? result.findings : result.checked.review.title).toBe(
    "Users of a status who have not signed in lately",
  );
});
