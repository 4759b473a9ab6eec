import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { driftOfRecordings, driftOfRuns } from "../../main/drift.ts";
import type { Front } from "../../main/front.ts";
import { openHouse, type House } from "../../main/house.ts";
import { run } from "../../main/run.ts";
import { startChangedOrg, type ChangedOrg } from "./changed-org.ts";

const snippet = `import { okta } from 'okta'

export const title = 'All groups'

export default async function () {
  const groups = await okta.listGroups({}).all()
  return groups.map((group) => ({ id: group.id, name: group.profile.name }))
}
`;

const front: Front = {
  decide: undefined,
  allowLookUp: undefined,
  onProgress: () => undefined,
  yes: true,
  signal: new AbortController().signal,
};

let emulator: Emulator;
/** An Okta of tomorrow: its groups have a field that no catalogue knows. */
let changed: ChangedOrg;
let home: string;

async function inHouse<T>(origin: string, work: (house: House) => Promise<T>): Promise<T> {
  const house = openHouse({ ATTEST_HOME: home, OKTA_DOMAIN: origin, OKTA_API_TOKEN: emulator.token }, home);
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

beforeAll(async () => {
  emulator = await startEmulator({ users: 30, seed: 2, port: 0 });
  changed = await startChangedOrg(emulator, (path, text) =>
    path === "/api/v1/groups" ? text.replaceAll('"objectClass":', '"sensitivity":"LOW","objectClass":') : text,
  );
  home = mkdtempSync(join(tmpdir(), "attest-drift-"));
});
afterAll(async () => {
  await changed.close();
  await emulator.close();
  rmSync(home, { recursive: true, force: true });
});

const warning =
  "1 of 1 sampled responses of listGroups are not as the catalogue says: [].sensitivity is new. " +
  "What depends on these fields may be wrong. See attest drift.";

test("an answer from responses that are not as the catalogue says carries a warning, any other has none", async () => {
  const warnings = async (origin: string): Promise<unknown> =>
    inHouse(origin, async (house) => {
      const result = await run(house, { source: snippet, parameters: {} }, front);
      return result.kind === "report" ? result.report.warnings : result;
    });
  expect([await warnings(emulator.origin), await warnings(changed.origin)]).toEqual([[], [warning]]);
});

test("drift is found in the kept responses of one run, and of all of them", async () => {
  const found = await inHouse(changed.origin, async (house) =>
    [driftOfRuns(house, { runs: "last" }), driftOfRuns(house, { runs: 20, tolerance: 0.5 })].map((report) =>
      report.operations.map(({ operationId, sampled, deviating, beyond, mismatches }) => ({
        operationId,
        counts: [deviating, sampled],
        beyond,
        words: mismatches.map((one) => one.words),
      })),
    ),
  );
  const words = ["[].sensitivity is new"];
  expect(found).toEqual([
    [{ operationId: "listGroups", counts: [1, 1], beyond: true, words }],
    [{ operationId: "listGroups", counts: [1, 2], beyond: false, words }],
  ]);
});

test("recordings are compared by operationId, else by path template; errors and unknown operations are told apart", async () => {
  const path = join(home, "recordings.ndjson");
  const lines = [
    { operationId: "getUserType", status: 200, body: { id: 7 } },
    { operationId: "renamed", template: "/api/v1/meta/types/user/{typeId}", status: 200, body: {} },
    { operationId: "getUserType", status: 404, body: { errorCode: "E0000007" } },
    { operationId: "inventedOperation", status: 200, body: {} },
  ];
  writeFileSync(path, `${lines.map((line) => JSON.stringify(line)).join("\n")}\n\n`);
  const { operations, unknownOperations } = await driftOfRecordings(path);
  expect([operations.map((one) => [one.operationId, one.sampled, one.deviating]), unknownOperations]).toEqual([
    [["getUserType", 2, 2]],
    { inventedOperation: 1 },
  ]);
});

test("a line that is no recorded response is named", async () => {
  const path = join(home, "broken.ndjson");
  writeFileSync(path, '{"operationId":"getUser","status":200,"body":{}}\n{"operationId"');
  await expect(driftOfRecordings(path)).rejects.toMatchObject({
    code: "config/invalid",
    text: { found: `Line 2 of ${path} is no recorded response.` },
  });
});
