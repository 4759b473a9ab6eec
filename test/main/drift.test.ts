import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { driftOfRecordings, driftOfRuns } from "../../main/drift.ts";
import type { Front } from "../../main/front.ts";
import { openHouse, type House } from "../../main/house.ts";
import { run } from "../../main/run.ts";

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
let changed: Server;
let home: string;

/** An Okta of tomorrow: the emulated org's answers, its groups with a field that no catalogue knows. */
async function startChanged(): Promise<Server> {
  const server = createServer((request, response) => {
    void globalThis.fetch(new URL(request.url ?? "/", emulator.origin), {
      headers: { authorization: request.headers.authorization ?? "" },
    }).then(async (answer) => {
      const text = await answer.text();
      const isGroups = new URL(request.url ?? "/", emulator.origin).pathname === "/api/v1/groups";
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(isGroups ? text.replaceAll('"objectClass":', '"sensitivity":"LOW","objectClass":') : text);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

function originOf(server: Server): string {
  const address = server.address();
  const { port } = typeof address === "object" && address !== null ? address : ({ port: 0 } as AddressInfo);
  return `http://127.0.0.1:${port}`;
}

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
  changed = await startChanged();
  home = mkdtempSync(join(tmpdir(), "attest-drift-"));
});
afterAll(async () => {
  changed.close();
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
  expect([await warnings(emulator.origin), await warnings(originOf(changed))]).toEqual([[], [warning]]);
});

test("drift is found in the kept responses of one run, and of all of them", async () => {
  const found = await inHouse(originOf(changed), async (house) =>
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
