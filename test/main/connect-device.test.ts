import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { connectDevice } from "../../main/connect-device.ts";
import { doctor } from "../../main/doctor.ts";
import { openHouse, type House } from "../../main/house.ts";
import { send } from "../emulator/read-org.ts";

let org: Emulator;
let folder: string;
const houses: House[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "attest-device-"));
});
afterEach(async () => {
  await Promise.all(houses.splice(0).map((house) => house.close()));
  await org.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(): House {
  const house = openHouse({ ATTEST_HOME: folder, ATTEST_KEYCHAIN: "off" }, folder);
  houses.push(house);
  return house;
}

function adminLogin(): string {
  const [first] = org.dump().users;
  return String(JSON.parse(JSON.stringify(first)).profile.login);
}

async function approve(userCode: string): Promise<void> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ userCode, login: adminLogin() });
  await send(org, "/emulator/devices/approve", { method: "POST", headers, body });
}

test.each([
  ["for all that is asked", { dpop: false }],
  ["bound to a key", { dpop: true }],
  ["for the few scopes that the app has", { dpop: false, scopes: ["okta.users.read", "okta.schemas.read"] }],
])("a person signs in %s, and the next command needs no sign-in", async (_, options) => {
  org = await startEmulator({ users: 60, oauthApps: [{ kind: "native", ...options }], deviceIntervalSeconds: 0.02 });
  const [app] = org.oauthApps;
  const { origin } = org;
  const connected = await connectDevice(
    open(),
    { address: origin, app: { clientId: app?.clientId ?? "", dpop: false } },
    ({ userCode }) => void approve(userCode),
    new AbortController().signal,
  );
  const lines = await doctor(open(), new AbortController().signal);
  const found = lines.find((line) => line.subject === "credential")?.found.replace(/[.]$/, "") ?? "";
  expect({
    connected,
    mode: statSync(join(folder, "secrets.json")).mode & 0o777,
    found: found.split(/[,;]/, 1),
  }).toEqual({
    connected: {
      name: new URL(origin).host,
      origin,
      login: adminLogin(),
      storedIn: join(folder, "secrets.json"),
      mind: ["roles", "scopes"].map((subject) => expect.objectContaining({ subject, state: "poor" })),
    },
    mode: 0o600,
    found: [`The sign-in of ${adminLogin()} through the app ${app?.clientId}`],
  });
});
