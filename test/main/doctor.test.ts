import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderDoctor } from "../../cli/render/render-doctor.ts";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { doctor } from "../../main/doctor.ts";
import { openHouse, type House } from "../../main/house.ts";

let org: Emulator;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attest-doctor-"));
  org = await startEmulator({
    users: 60,
    limits: "enterprise",
    tokenRoles: [{ type: "READ_ONLY_ADMIN" }, { type: "USER_ADMIN", groups: ["Contractors"] }],
    oauthApps: [{ algorithm: "ES256", scopes: ["okta.users.read", "okta.groups.read", "okta.roles.read"] }],
  });
});
afterAll(async () => {
  await org.close();
  rmSync(folder, { recursive: true, force: true });
});

let houses = 0;

/** What doctor prints, with what differs from run to run put into words. */
async function printed(
  environment: Readonly<Record<string, string>>,
  prepare: (house: House) => void | Promise<void> = () => undefined,
): Promise<readonly string[]> {
  houses += 1;
  const [data, keys] = ["data", "keys"].map((name) => join(folder, `${houses}`, name));
  const house = openHouse({ ATTEST_HOME: data, ATTEST_KEYS: keys, ...environment }, folder);
  try {
    await prepare(house);
    const text = renderDoctor(await doctor(house, new AbortController().signal));
    return text
      .replaceAll(join(folder, `${houses}`), "HERE")
      .replaceAll(/http:\/\/127[.]0[.]0[.]1:\d+/g, "ORIGIN")
      .replaceAll(/127[.]0[.]0[.]1:\d+/g, "HOST")
      .replaceAll(/API token of \S+@\S+(?=[.]\n)/g, "API token of ADMIN")
      .replaceAll(/0oa\w{17}/g, "APP")
      .replaceAll(/\d+ days ago, on [\d-]+/g, "N days ago, on DAY")
      .replaceAll(/[\w-]{36}[.]anchors/g, "JOURNAL.anchors")
      .replaceAll(/in \d+ ms [(].*[)]/g, "in MS")
      .replaceAll(/[\d,]+ MB are free/g, "MB are free")
      .split("\n");
  } finally {
    await house.close();
  }
}

const withToken = (token: string | undefined): Readonly<Record<string, string>> => ({
  OKTA_DOMAIN: org.origin,
  OKTA_API_TOKEN: token ?? "",
});

/** Lines about this machine where nothing is wrong with it. */
const machine = [
  "good    sandbox: Started and ran a snippet in MS.",
  "good    model: None is configured; the phrasebook plans.",
  "good    data folder: HERE/data, for you alone; MB are free on its disk.",
  "good    journal: 0 entries, all of which hold; 0 MB of at most 10,000 MB.",
  "good    retention: Responses are kept for 90 days, those of reports for 400; it was not needed yet.",
  "good    anchors: None yet, since nothing was run. They go to HERE/keys/JOURNAL.anchors.",
  "good    journal key: In the folder HERE/keys.",
];

test("a read-only administrator's token is good for everything but its age", async () => {
  expect(await printed(withToken(org.tokens[0]))).toEqual([
    "good    org: ORIGIN answers.",
    "good    engine: Identity Engine.",
    "good    credential: The API token of ADMIN.",
    "good    roles: Read-only Administrator.",
    "good    scopes: An API token has none: it may do what the roles of its owner allow.",
    'poor    token: "attest 2" was made N days ago, on DAY.',
    "        What to do: Make a new one and revoke it: whoever has a copy can use it until then. A service app needs no such token: attest setup.",
    "good    reads: Users, groups, apps and the System Log can be read.",
    "good    schema: 41 user attributes; 29 attributes of the users of 47 apps.",
    "good    limits: Requests a minute: /.well-known 300, /api/v1 300, /api/v1/apps 50, /api/v1/groups 300, /api/v1/logs 25, /api/v1/users 300, /api/v1/users/{id} 500.",
    "good    clock: This machine's clock is within 1 s of the org's.",
    ...machine,
  ]);
});

test("a group administrator's token is said to see less than all, and to do more than read", async () => {
  expect((await printed(withToken(org.tokens[1]))).slice(3, 10)).toEqual([
    "poor    roles: Group Administrator, limited to 1 group: it can do more than read.",
    "        What to do: Attest only reads: a read-only administrator's role limits what a leak could do. What these roles leave out is not in the answers, which then say so; a role without limits sees all.",
    "good    scopes: An API token has none: it may do what the roles of its owner allow.",
    "poor    token: How old it is cannot be read.",
    "        What to do: Only a role that may see API tokens is told; look under Security > API > Tokens, and replace one that is old.",
    'poor    reads: Users, groups and apps can be read; the System Log cannot. Okta refused listLogEvents (403 E0000006: "You do not have permission to perform the requested action").',
    "        What to do: It needs an admin role that may read this; with OAuth also the scope okta.logs.read.",
  ]);
});

test("of a service app the granted and the missing scopes are named", async () => {
  const [app] = org.oauthApps;
  const lines = await printed({
    OKTA_DOMAIN: org.origin,
    OKTA_CLIENT_ID: app?.clientId ?? "",
    OKTA_PRIVATE_KEY: JSON.stringify(app?.privateKey),
  });
  expect(lines.slice(2, 11)).toEqual([
    "good    credential: The service app APP with its key.",
    "good    roles: Read-only Administrator.",
    expect.stringMatching(
      /^poor {4}scopes: okta[.]groups[.]read, okta[.]roles[.]read, okta[.]users[.]read granted; not granted: .*okta[.]apps[.]read, .*okta[.]schemas[.]read, which \d+ of \d+ starter reports need[.]$/,
    ),
    "        What to do: A super administrator grants scopes under Applications > (the app) > Okta API Scopes. attest doctor --reports says what each is for.",
    "poor    reads: Users and groups can be read; apps and the System Log cannot. The app APP has not been granted the scope okta.apps.read.",
    "        What to do: A super administrator grants okta.apps.read under Applications > (the app) > Okta API Scopes.",
    "poor    schema: The org's profile attributes cannot be read; snippets are checked against Okta's base attributes.",
    "        What to do: Use a token whose owner may read schemas (okta.schemas.read): then the org's own attributes can be asked for.",
    "good    limits: Requests a minute: /.well-known 300, /api/v1/groups 300, /api/v1/users 300, /oauth2/v1/clients 50.",
  ]);
  expect(lines.join()).not.toContain(app?.privateKey?.["d"]);
});

test("a token that is not taken is broken, and nothing is looked at that needs it", async () => {
  expect(await printed(withToken("00-this-token-was-revoked-long-ago-0123456"))).toEqual([
    "good    org: ORIGIN answers.",
    "good    engine: Identity Engine.",
    'broken  credential: Okta does not accept the API token (401 E0000011: "Invalid token provided").',
    "        What to do: Make a new one under Security > API > Tokens and set OKTA_API_TOKEN. Tokens expire when they are not used for 30 days.",
    "good    clock: This machine's clock is within 1 s of the org's.",
    ...machine,
  ]);
});

test("an address where nobody answers, half a setting and no setting at all are each said", async () => {
  const closed = await startEmulator({ users: 1 });
  await closed.close();
  const [unreachable, half, none] = [
    await printed({ OKTA_DOMAIN: closed.origin, OKTA_API_TOKEN: org.token }),
    await printed({ OKTA_API_TOKEN: org.token }),
    await printed({}),
  ];
  expect([unreachable.slice(0, 3), half.slice(0, 3), none.slice(0, 3)]).toEqual([
    [
      "broken  org: getWellknownOrgMetadata: HOST could not be read: the connection was refused.",
      "        What to do: Check that HOST is right and reachable from here: VPN, firewall, or HTTPS_PROXY. An emulator has to be running.",
      machine[0],
    ],
    [
      "broken  org: OKTA_API_TOKEN is set, but OKTA_DOMAIN is not.",
      "        What to do: Set OKTA_DOMAIN and OKTA_API_TOKEN (or OKTA_CLIENT_ID and OKTA_PRIVATE_KEY_FILE) in the environment or in .env, or run attest org add.",
      machine[0],
    ],
    [
      "poor    org: No org is configured.",
      "        What to do: Set OKTA_DOMAIN and OKTA_API_TOKEN, or run attest org add. The demo needs none.",
      machine[0],
    ],
  ]);
});

test("a clock that is wrong is held against the org's", async () => {
  const ahead = await startEmulator({ users: 5, clock: () => Date.now() + 95_000 });
  const lines = await printed({ OKTA_DOMAIN: ahead.origin, OKTA_API_TOKEN: ahead.token });
  await ahead.close();
  expect(lines.filter((_, at) => lines.slice(at - 1, at + 1).some((line) => line.includes(" clock:")))).toEqual([
    expect.stringMatching(/^poor {4}clock: This machine's clock is 9[45] s behind the org's[.]$/),
    "        What to do: Set it right, best by a time server: conditions such as “within 30 days” are counted from it.",
  ]);
});

test("files that others can use, a journal near its bound and a key inside the data folder are said", async () => {
  const lines = await printed(
    { ATTEST_KEYS: join(folder, `${houses + 1}`, "data", "keys"), ATTEST_JOURNAL_MB: "1" },
    async (house) => {
      writeFileSync(join(house.folder, "notes.txt"), "");
      chmodSync(join(house.folder, "notes.txt"), 0o644);
      const why = randomBytes(900_000).toString("base64");
      const change = { gate: "planning", state: "off", operator: "a test", share: 0, allowed: [] } as const;
      await house.journal().gates.save({ ...change, why });
    },
  );
  expect(lines.slice(4)).toEqual([
    "broken  data folder: HERE/data: the file notes.txt in it can be used by others than you.",
    "        What to do: Run: chmod -R go-rwx HERE/data",
    expect.stringMatching(/^poor {4}journal: 1 entry, which holds; [\d.]+ MB of at most 1 MB[.]$/),
    "        What to do: Run attest journal prune, lower ATTEST_KEEP_DAYS, or raise ATTEST_JOURNAL_MB: a run is stopped at the bound.",
    "good    retention: Responses are kept for 90 days, those of reports for 400; it was not needed yet.",
    "poor    anchors: They are in HERE/data/keys/JOURNAL.anchors, inside the data folder.",
    "        What to do: Set ATTEST_ANCHORS to a file elsewhere: who can cut the journal's tail off can cut these too.",
    "poor    journal key: In the folder HERE/data/keys, which is inside the data folder.",
    "        What to do: Move the key to a folder elsewhere and set ATTEST_KEYS to it: a copy of the data folder is then of no use to others.",
  ]);
});

/** An endpoint that gives every request that answer, and the address of each. */
async function startModelEndpoint(
  status: number,
  body: object,
): Promise<{ readonly baseUrl: string; readonly seen: string[]; readonly server: Server }> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, server };
}

test.each([
  [200, { id: "m-1", type: "model" }, ["good    model: m-1 at ORIGIN."]],
  [
    404,
    { type: "error", error: { type: "not_found_error", message: "model: m-1" } },
    [
      'broken  model: The endpoint ORIGIN has no model "m-1" (404).',
      "        What to do: Set LLM_MODEL to a model that this key may use.",
    ],
  ],
  [404, { detail: "Not Found" }, ["good    model: ORIGIN answers; whether it has m-1 shows when a question is asked."]],
  [
    401,
    { type: "error", error: { type: "authentication_error", message: "invalid x-api-key" } },
    [
      "broken  model: The model endpoint refused the key (401).",
      "        What to do: Set LLM_API_KEY to a key of this endpoint that may use this model; or ask with the phrasebook (--planner phrasebook), which needs no model.",
    ],
  ],
])("a model's endpoint is looked at without asking it anything (%s %o)", async (status, body, expected) => {
  const { baseUrl, seen, server } = await startModelEndpoint(status, body);
  const lines = await printed({ LLM_API_KEY: "key", LLM_BASE_URL: baseUrl, LLM_MODEL: "m-1" });
  server.close();
  expect({ lines: lines.slice(3, 3 + expected.length), seen }).toEqual({
    lines: expected,
    seen: ["GET /v1/models/m-1"],
  });
});
