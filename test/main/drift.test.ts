import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { renderDrift } from "../../cli/render/render-drift.ts";
import { driftOfRecordings, driftOfRuns } from "../../main/drift.ts";
import { operationAt } from "../../main/drift/operation-at.ts";
import { openHouse, type House } from "../../main/house.ts";
import { run } from "../../main/run.ts";
import { listOperations } from "../../registry/catalogue.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { readShared, sharedPath, withoutSharedData } from "../shared-data.ts";
import { startChangedOrg, type ChangedOrg } from "./changed-org.ts";

const snippet = `import { okta } from 'okta'

export const title = 'All groups'

export default async function () {
  const groups = await okta.listGroups({}).all()
  return groups.map((group) => ({ id: group.id, name: group.profile.name }))
}
`;

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

test("an answer from responses that are not as the catalogue says carries a warning and is alerted, any other is not", async () => {
  const warnings = async (origin: string): Promise<unknown> =>
    inHouse(origin, async (house) => {
      const result = await run(house, { source: snippet, parameters: {} }, silentFront);
      await house.alerts().settle();
      const alerts = (await house.alerts().list()).map((one) => `${one.kind} ${one.about}`);
      return result.kind === "report" ? [...result.report.warnings, ...alerts] : result;
    });
  expect([await warnings(emulator.origin), await warnings(changed.origin)]).toEqual([
    [],
    [warning, "drift listGroups"],
  ]);
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

function recordingsOf(name: string, lines: readonly (object | string)[]): string {
  const path = join(home, name);
  const texts = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  writeFileSync(path, `\uFEFF${texts.join("\r\n")}\n\n`);
  return path;
}

const type = {
  id: "oty1",
  name: "user",
  displayName: "User",
  default: true,
  created: "2026-01-01T00:00:00.000Z",
  createdBy: "sprz",
  lastUpdated: "2026-01-01T00:00:00.000Z",
  lastUpdatedBy: "sprz",
};

test("recordings are compared by operationId, else by path template, else by path; what cannot be compared is told with why", async () => {
  const path = recordingsOf("recordings.ndjson", [
    { operationId: "getUserType", status: 200, body: { ...type, id: 7 } },
    { operationId: "renamed", template: "/api/v1/meta/types/user/{typeId}", status: "200", body: type },
    { path: "/api/v1/meta/types/user/oty1?x=1", body: JSON.stringify(type) },
    { url: "https://acme.okta.com/api/v1/meta/types/user", body: [type, { ...type, hue: "red" }] },
    { operationId: "getUserType", status: 404, body: { errorCode: "E0000007" } },
    { operationId: "inventedOperation", status: 200, body: {} },
    { method: "PUT", template: "/api/v1/nowhere/{id}", body: {} },
    { operationId: "activateUser", method: "POST", status: 204, body: "" },
    { operationId: "deleteUser", method: "DELETE", status: 204 },
    { operationId: "getUser", headers: { "Content-Type": ["text/html; charset=utf-8"] }, body: "<html>" },
    { operationId: "getUser", body: "not found" },
    { operationId: "getUser" },
    {
      operationId: "previewSAMLmetadataForApplication",
      headers: { "content-type": "application/xml" },
      body: "<xml/>",
    },
    '{"operationId":"getUser","status":20',
    [],
    "17",
    { status: 200, body: {} },
    { operationId: ["getUser"], body: {} },
  ]);
  const { operations, untyped, ...rest } = await driftOfRecordings(path);
  const found = operations.map((one) => [
    `${one.operationId} ${one.deviating}/${one.sampled}`,
    ...one.mismatches.map(({ words }) => words),
  ]);
  expect({ found, untyped, ...rest }).toEqual({
    found: [
      ["getUser 2/2", "the body is string, not object", "the body is nothing, not object"],
      ["getUserType 1/3", "id is number, not string"],
      ["listUserTypes 1/1", "[].hue is new"],
      ["previewSAMLmetadataForApplication 0/1"],
    ],
    untyped: { values: 43, unknown: 1, bound: 0.03, byOperation: { listUserTypes: 1 } },
    tolerance: 0.05,
    unknownOperations: { inventedOperation: 1, "/api/v1/nowhere/{id}": 1 },
    passedOver: {
      "answered with status 404": 1,
      "answered with status 204, without a body": 1,
      "deleteUser promises no body": 1,
      "a body of the type text/html, which no type of the catalogue describes": 1,
    },
    oddLines: [
      { line: 14, why: 'it is not JSON: {"operationId":"getUser","status":20' },
      { line: 15, why: "it holds a list, not an object" },
      { line: 16, why: "it holds the value 17, not an object" },
      { line: 17, why: "it names no operation: neither operationId nor template, path or url" },
      { line: 18, why: "its operationId is not what a recording has: Invalid input: expected string, received array" },
    ],
  });
});

test("what was found is printed with the share of values without a type, and every line that could not be compared", async () => {
  const path = recordingsOf("printed.ndjson", [
    { operationId: "listUserTypes", body: [type, { ...type, hue: "red" }] },
    { operationId: "listUserTypes", status: 500, body: {} },
    { operationId: "inventedOperation", body: {} },
    "?",
  ]);
  expect(renderDrift(await driftOfRecordings(path)).split("\n")).toEqual([
    "1 responses of 1 operations compared: 1 operations deviate, 1 beyond the tolerance of 5 %.",
    "5.9 % of 17 values have no type (beyond the 3 % that may have none): listUserTypes 1.",
    "beyond  listUserTypes: 1 of 1 responses (100.0 %)",
    "        [].hue is new (1 of 1)",
    "unknown  inventedOperation: 1 response of an operation that the catalogue lacks",
    "passed over  1 response: answered with status 500",
    "no recording  line 4: it is not JSON: ?",
  ]);
});

test("a file whose every line is no recording, and one that is none, are refused", async () => {
  const path = recordingsOf("broken.ndjson", ["[", "{}", "]"]);
  const refusal = (found: string): object => ({ code: "config/invalid", text: expect.objectContaining({ found }) });
  await expect(driftOfRecordings(path)).rejects.toMatchObject(
    refusal(`No line of ${path} is a recorded response. Line 1: it is not JSON: [, and 2 more like it.`),
  );
  await expect(driftOfRecordings(home)).rejects.toMatchObject(refusal(`${home} cannot be read.`));
});

test("every read of the catalogue is found by its path template, and by a path of it", () => {
  const lost = listOperations().filter(({ method, path, operationId }) => {
    const filled = path.replaceAll(/\{\w+\}/g, "0oa1bcde2FGHIJ3kl4m5");
    return operationAt(method, path) !== operationId || operationAt(method.toLowerCase(), filled) !== operationId;
  });
  expect(lost.map((one) => one.operationId)).toEqual([]);
});

test.skipIf(withoutSharedData)(
  "the recorded responses are as the catalogue says, also where only their paths tell what they are of",
  async () => {
    const lines = readShared("recordings/get.ndjson").trim().split("\n");
    const byPath = lines.map((line) => {
      const { path, status, headers, body } = JSON.parse(line);
      return { path, status, headers, body: JSON.stringify(body) };
    });
    const reports = [
      await driftOfRecordings(sharedPath("recordings/get.ndjson")),
      await driftOfRecordings(recordingsOf("by-path.ndjson", byPath)),
    ];
    const found = reports.map(({ operations, untyped, unknownOperations, passedOver, oddLines }) => ({
      compared: operations.reduce((sum, one) => sum + one.sampled, 0),
      deviating: operations.flatMap((one) => one.mismatches.map(({ words }) => `${one.operationId}: ${words}`)),
      isTyped: untyped.unknown / untyped.values < 0.001,
      left: { ...unknownOperations, ...passedOver },
      oddLines,
    }));
    const expected = { compared: lines.length, deviating: [], isTyped: true, left: {}, oddLines: [] };
    expect(found).toEqual([expected, expected]);
  },
);
