// Okta's own client for Node believes the emulated org: what it lists, gets, pages, waits for and signs in with is the org's state.
import { Client, DefaultRequestExecutor } from "@okta/okta-sdk-nodejs";
import { afterEach, expect, test } from "vitest";
import type { EmulatorOptions } from "../../emulator/emulator-options.ts";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";

let org: Emulator | undefined;
afterEach(() => org?.close());

async function start(options: EmulatorOptions): Promise<Emulator> {
  return (org = await startEmulator({ users: 300, ...options }));
}

async function idsOf(client: Client, limit: number): Promise<readonly unknown[]> {
  const ids: unknown[] = [];
  for await (const user of await client.userApi.listUsers({ limit })) ids.push(user?.id);
  return ids;
}

const present = ({ users }: ReturnType<Emulator["dump"]>): readonly unknown[] =>
  users.filter((user) => user["status"] !== "DEPROVISIONED").map((user) => user["id"]);

test("it lists users over several pages, gets one, lists factors, and is told what is not there", async () => {
  const { origin, token, dump } = await start({});
  const client = new Client({ orgUrl: origin, token });
  const state = dump();
  const found = state.users[3]?.["id"];
  const id = typeof found === "string" ? found : "";
  const factors: unknown[] = [];
  for await (const factor of await client.userFactorApi.listFactors({ userId: id })) factors.push(factor?.id);
  const missing = await client.userApi.getUser({ userId: "00u0000000000000none" }).catch((error: unknown) => error);
  expect({ listed: await idsOf(client, 100), got: (await client.userApi.getUser({ userId: id })).id, factors }).toEqual(
    {
      listed: present(state),
      got: id,
      factors: state.factors.filter((factor) => factor["userId"] === id).map((factor) => factor["id"]),
    },
  );
  expect(missing).toMatchObject({
    status: 404,
    errorCode: "E0000007",
    errorSummary: "Not found: Resource not found: 00u0000000000000none (User)",
  });
});

test("it waits for the window that a 429 names and then reads on", async () => {
  // A minute of the org's clock passes whenever the client waits, and the client's own timer is cut short.
  const offsets = { ms: 0 };
  const { origin, token, dump } = await start({
    limits: "integrator",
    tokenShare: 0.02,
    clock: () => Date.now() + offsets.ms,
  });
  const waits: unknown[] = [];
  const requestExecutor = new DefaultRequestExecutor({ maxRetries: 2, requestTimeout: 0 });
  requestExecutor.on("backoff", (_request: unknown, response: { readonly status: number }) => {
    waits.push(response.status);
    offsets.ms += 120_000;
  });
  const client = new Client({ orgUrl: origin, token, requestExecutor });
  const begun = Date.now();
  const setTimer = globalThis.setTimeout;
  globalThis.setTimeout = ((run: () => void) => setTimer(run, 1)) as typeof setTimeout;
  try {
    expect(await idsOf(client, 100)).toEqual(present(dump()));
  } finally {
    globalThis.setTimeout = setTimer;
  }
  expect({ waits, quick: Date.now() - begun < 20_000 }).toEqual({ waits: [429], quick: true });
});

test.each([
  ["with its key", { dpop: false }],
  ["proving possession", { dpop: true }],
])("it signs in as a service app %s", async (_, { dpop }) => {
  // Its proofs know no other algorithm.
  const { origin, oauthApps, dump } = await start({ oauthApps: [{ algorithm: "RS256", dpop }] });
  const [app] = oauthApps;
  const client = new Client({
    orgUrl: origin,
    authorizationMode: "PrivateKey",
    clientId: app?.clientId ?? "",
    scopes: ["okta.users.read"],
    privateKey: JSON.stringify(app?.privateKey),
    keyId: String(app?.privateKey?.kid),
  });
  expect(await idsOf(client, 200)).toEqual(present(dump()));
});
