import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OAuthAppSecrets } from "../../emulator/oauth/oauth-apps.ts";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { takeSettings } from "../../main/config/settings.ts";
import type { Front } from "../../main/front.ts";
import { openHouse, type House } from "../../main/house.ts";
import { run } from "../../main/run.ts";
import { silentFront } from "../acceptance/silent-front.ts";

let org: Emulator;
let folder: string;
const houses: House[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attest-service-app-"));
  org = await startEmulator({
    users: 60,
    oauthApps: [
      { algorithm: "ES256", label: "Wide" },
      { algorithm: "ES256", label: "Bound", dpop: true },
      { algorithm: "ES256", label: "Narrow", scopes: ["okta.users.read"] },
    ],
  });
});
afterAll(async () => {
  await Promise.all(houses.map((house) => house.close()));
  await org.close();
  rmSync(folder, { recursive: true, force: true });
});

function appOf(label: string): OAuthAppSecrets {
  const found = org.oauthApps.find((one) => one.label === label);
  if (found === undefined) throw new Error(`There is no app ${label}.`);
  return found;
}

function environmentOf(label: string): NodeJS.ProcessEnv {
  const { clientId, privateKey } = appOf(label);
  return {
    ATTEST_HOME: join(folder, label),
    OKTA_DOMAIN: org.origin,
    OKTA_CLIENT_ID: clientId,
    OKTA_PRIVATE_KEY: JSON.stringify(privateKey),
  };
}

function open(label: string): House {
  const house = openHouse(environmentOf(label), folder);
  houses.push(house);
  return house;
}

const source = `import { okta } from 'okta'
export const title = 'Groups and users'
export default async function () {
  const users = await okta.listUsers({}).all()
  const groups = await okta.listGroups({}).all()
  return [{ users: users.length, groups: groups.length }]
}
`;

async function outcomeFor(label: string): Promise<unknown> {
  const result = await run(open(label), { source, parameters: {} }, silentFront);
  return result.kind === "report" ? [result.report.outcome, result.report.failure?.details] : result.kind;
}

test.each(["Wide", "Bound"])("a run is answered for a service app (%s)", async (label) => {
  expect(await outcomeFor(label)).toEqual(["answered", undefined]);
});

test("a scope that the app lacks is named before anybody is asked, and before a run begins", async () => {
  const { clientId } = appOf("Narrow");
  const house = open("Narrow");
  const nobody = (): never => {
    throw new Error("nobody is to be asked");
  };
  const asking: Front = { ...silentFront, yes: false, decide: nobody };
  const early = await run(house, { source, parameters: {} }, asking);
  const silent: House = { ...house, settings: { ...house.settings, lookUps: "off" } };
  const late = await run(silent, { source, parameters: {} }, silentFront);
  const said = [early, late].map((result) => {
    if (result.kind !== "report") return result.kind;
    const { run: name, outcome, failure } = result.report;
    return { name, outcome, failure };
  });
  const failure = {
    code: "okta/scope-not-granted",
    details: { clientId, scopes: ["okta.groups.read"] },
    found: `The app ${clientId} has not been granted the scope okta.groups.read.`,
    why: "This needs it, and Okta gives no token without. Nothing was read.",
    help: "A super administrator grants okta.groups.read under Applications > (the app) > Okta API Scopes.",
  };
  expect({ said, runs: house.journal().runs.list() }).toEqual({
    said: [1, 2].map(() => ({ name: null, outcome: "failed", failure })),
    runs: [],
  });
});

test("the key leaves the environment when the settings are read", () => {
  const environment = environmentOf("Wide");
  takeSettings(environment, folder);
  expect(Object.keys(environment)).toEqual(["ATTEST_HOME", "OKTA_DOMAIN", "OKTA_CLIENT_ID"]);
});

test("a key file that others can read is refused, one of its owner alone is taken", () => {
  const file = join(folder, "key.pem");
  writeFileSync(file, appOf("Wide").privateKeyPem ?? "");
  const environment = {
    OKTA_CLIENT_ID: "0oa1",
    OKTA_PRIVATE_KEY_FILE: "key.pem",
    OKTA_DPOP: "true",
    OKTA_KEY_ID: "one",
  };
  chmodSync(file, 0o640);
  expect(() => takeSettings({ ...environment }, folder)).toThrow(
    `${file} can be used by others than its owner (mode 0640).`,
  );
  chmodSync(file, 0o600);
  const { oktaApp } = takeSettings({ ...environment }, folder);
  expect({ ...oktaApp, privateKey: oktaApp?.privateKey?.reveal() }).toEqual({
    clientId: "0oa1",
    privateKey: appOf("Wide").privateKeyPem,
    keyId: "one",
    dpop: true,
  });
});

test.each([
  [{ OKTA_API_TOKEN: "00abcdef", OKTA_CLIENT_ID: "0oa1" }, "OKTA_API_TOKEN and OKTA_CLIENT_ID are both set."],
  [{ OKTA_PRIVATE_KEY: "{}" }, "OKTA_PRIVATE_KEY is set, but OKTA_CLIENT_ID is not."],
  [{ OKTA_CLIENT_ID: "0oa1", OKTA_PRIVATE_KEY_FILE: "gone.pem" }, "There is no key file"],
  [
    { OKTA_CLIENT_ID: "0oa1", OKTA_PRIVATE_KEY: "{}", OKTA_PRIVATE_KEY_FILE: "key.pem" },
    "OKTA_PRIVATE_KEY and OKTA_PRIVATE_KEY_FILE are both set.",
  ],
  [{ OKTA_DPOP: "perhaps" }, "OKTA_DPOP has a value that cannot be used."],
])("settings that contradict each other are refused (%#)", (environment, found) => {
  expect(() => takeSettings({ ...environment }, folder)).toThrow(found);
});
