import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import {
  createDeviceCredential,
  startDeviceSignIn,
  type DeviceApp,
  type DeviceSession,
} from "../../okta/credentials/device-app.ts";
import type { Clock } from "../../okta/pacing/clock.ts";
import { send } from "../emulator/read-org.ts";
import { createTestClient } from "./create-test-client.ts";

let org: Emulator;
let nowMs = Date.now();
// The org's clock goes by when the device waits.
const clock: Clock = {
  now: () => nowMs,
  async wait(milliseconds, signal) {
    signal.throwIfAborted();
    nowMs += milliseconds;
    await new Promise((resolve) => setImmediate(resolve));
  },
};
const scopes = ["okta.users.read", "okta.groups.read"];

beforeAll(async () => {
  org = await startEmulator({
    users: 60,
    clock: () => clock.now(),
    oauthApps: [
      { kind: "native", label: "Bearer" },
      { kind: "native", label: "Bound", dpop: true },
    ],
  });
});
afterAll(() => org.close());

function appOf(label: string): DeviceApp {
  return { clientId: org.oauthApps.find((one) => one.label === label)?.clientId ?? "", dpop: false };
}

async function approve(userCode: string): Promise<void> {
  const [first] = org.dump().users;
  const login: unknown = JSON.parse(JSON.stringify(first)).profile.login;
  const headers = { "content-type": "application/json" };
  await send(org, "/emulator/devices/approve", { method: "POST", headers, body: JSON.stringify({ userCode, login }) });
}

async function signIn(app: DeviceApp): Promise<DeviceSession> {
  const waiting = await startDeviceSignIn(org.origin, app, scopes, clock);
  await approve(waiting.userCode);
  return waiting.finish(new AbortController().signal);
}

async function readWith(app: DeviceApp, session: DeviceSession, operationId: string): Promise<string> {
  const credential = createDeviceCredential(org.origin, app, session, async () => undefined, clock);
  const client = createTestClient(org.origin, { credential });
  const read = await client.read({ operationId, parameters: {} }, new AbortController().signal);
  return read.kind === "failed" ? `${read.failure.code} ${JSON.stringify(read.failure.details)}` : read.kind;
}

test.each(["Bearer", "Bound"])(
  "a person signs in on another device and reads with what is kept (%s)",
  async (label) => {
    const app = appOf(label);
    const session = await signIn(app);
    expect([await readWith(app, session, "listUsers"), await readWith(app, session, "listGroups")]).toEqual([
      "response",
      "response",
    ]);
  },
);

test("a scope that was not agreed to is named", async () => {
  const app = appOf("Bearer");
  const session = await signIn(app);
  expect(await readWith(app, session, "listLogEvents")).toBe(
    `okta/scope-not-granted ${JSON.stringify({ clientId: app.clientId, scopes: ["okta.logs.read"] })}`,
  );
});

test("a sign-in that nobody agrees to ends with its code", async () => {
  const waiting = await startDeviceSignIn(org.origin, appOf("Bearer"), scopes, clock);
  await expect(waiting.finish(new AbortController().signal)).rejects.toMatchObject({
    code: "okta/client-refused",
    details: { error: "expired_token" },
  });
});

test("a sign-in can be given up", async () => {
  const waiting = await startDeviceSignIn(org.origin, appOf("Bearer"), scopes, clock);
  await expect(waiting.finish(AbortSignal.abort(new Error("given up")))).rejects.toThrow("given up");
});

test("a client that the org does not know is refused at the start", async () => {
  const app = { clientId: "0oa-nobody", dpop: false };
  await expect(startDeviceSignIn(org.origin, app, scopes, clock)).rejects.toMatchObject({
    code: "okta/client-refused",
  });
});
