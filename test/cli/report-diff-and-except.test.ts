// `report diff` and `report except` as they are typed: the command line in this process, on an emulated org.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addReport } from "../../cli/verbs/report.ts";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { send } from "../emulator/read-org.ts";

const folder = mkdtempSync(join(tmpdir(), "attest-"));
let org: Emulator;
beforeAll(async () => {
  org = await startEmulator({ users: 30, seed: 1 });
});
afterAll(async () => {
  await org.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Types a command, and gives its exit code and what it answered. */
async function attest(...words: readonly string[]): Promise<readonly [code: unknown, answered: string]> {
  // The house takes the token out of the environment each time.
  const variables = { ATTEST_HOME: folder, ATTEST_KEYS: join(folder, "keys"), ATTEST_KEYCHAIN: "off" };
  for (const [name, value] of Object.entries({ ...variables, OKTA_DOMAIN: org.origin, OKTA_API_TOKEN: org.token })) {
    vi.stubEnv(name, value);
  }
  const answers: string[] = [];
  const nothing = (): void => undefined;
  const output = { answer: (text: string) => answers.push(text), say: nothing, progress: nothing, settle: nothing };
  const program = new Command("attest").exitOverride();
  addReport(program, { ...output, interactive: false });
  try {
    await program.parseAsync(["node", "attest", "report", ...words]);
    return [process.exitCode, answers.join("\n")];
  } finally {
    process.exitCode = 0;
  }
}

async function createGroup(name: string): Promise<string> {
  const { text } = await send(org, "/api/v1/groups", {
    method: "POST",
    headers: { authorization: `SSWS ${org.token}`, "content-type": "application/json" },
    body: JSON.stringify({ profile: { name } }),
  });
  const { id } = JSON.parse(text) as { readonly id: string };
  return id;
}

/** The cells of the one line of a table that has that text. */
function lineWith(table: string, text: string): readonly string[] {
  const line = table.split("\n").find((one) => one.includes(text)) ?? "";
  return line
    .split("│")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

test("report diff shows what came between the last two runs, writes it to a file, and needs two runs or none", async () => {
  await attest("run", "empty-groups", "--yes");
  const id = await createGroup("Made between");
  await attest("run", "empty-groups", "--yes");
  const file = join(folder, "diff.csv");
  const [code, answered] = await attest("diff", "empty-groups", "--out", file);
  const [counts = ""] = answered.split("\n");
  expect([code, counts.replace(/\d+ unchanged/, "N unchanged"), lineWith(answered, id).slice(0, 5)]).toEqual([
    0,
    "empty-groups: 1 added, 0 removed, 0 changed, N unchanged",
    ["added", "", id, "Made between", "OKTA_GROUP"],
  ]);
  expect(readFileSync(file, "utf8").split("\n").slice(0, 2)).toEqual([
    "difference,changes,id,name,type,users,apps,givesAdminRole,activeRules,lastMembershipUpdated",
    expect.stringContaining(`added,,${id},Made between,OKTA_GROUP,0,0,false,0,`),
  ]);
  await expect(attest("diff", "empty-groups", "last")).rejects.toThrow("One run was named.");
});

test("report except accepts a row, which stands apart in the next answer, and exceptions lists and takes it away", async () => {
  const id = await createGroup("Kept for the merger");
  const owned = ["--owner", "IT", "--ticket", "T-1", "--expires", "2099-12-31", "--reason", "merger"];
  const accepted = await attest("except", "empty-groups", "--key", `id=${id}`, ...owned);
  const [, run] = await attest("run", "empty-groups", "--yes");
  const [code, listed] = await attest("exceptions", "empty-groups");
  const [, none] = await attest("exceptions", "empty-groups", "--remove", `id=${id}`);
  expect({ accepted, code, listed: lineWith(listed, id).slice(0, 5), none: none.split("\n")[0] }).toEqual({
    accepted: [0, "Accepted until 2099-12-31 (IT, T-1)."],
    code: 0,
    listed: [id, "IT", "T-1", "2099-12-31", "merger"],
    none: "No exception is accepted for empty-groups in this org.",
  });
  const [, apart = ""] = run.split("Accepted exceptions:");
  expect(lineWith(apart, id).slice(-3)).toEqual(["IT", "T-1", "2099-12-31"]);
  await expect(attest("except", "empty-groups", "--key", "name=x", ...owned)).rejects.toThrow(
    "The report tells its rows apart by id, and the exception names name.",
  );
});
