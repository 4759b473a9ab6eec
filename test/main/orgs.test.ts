import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { openHouse, type House } from "../../main/house.ts";
import { addOrg, listOrgs, removeOrg, useOrg } from "../../main/orgs.ts";

let prod: Emulator;
let preview: Emulator;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attest-orgs-"));
  prod = await startEmulator({ users: 60 });
  preview = await startEmulator({ users: 60, seed: 2, oauthApps: [{ algorithm: "ES256" }] });
});
afterAll(async () => {
  await Promise.all([prod.close(), preview.close()]);
  rmSync(folder, { recursive: true, force: true });
});

async function inHouse<T>(
  environment: Readonly<Record<string, string>>,
  verb: (house: House) => Promise<T>,
): Promise<T> {
  const keys = join(folder, "keys");
  const house = openHouse({ ATTEST_HOME: folder, ATTEST_KEYS: keys, ATTEST_KEYCHAIN: "off", ...environment }, folder);
  try {
    return await verb(house);
  } finally {
    await house.close();
  }
}

const nobody = (): never => {
  throw new Error("nobody is there to ask");
};
const questions = { address: nobody, token: nobody, show: nobody };
const add = (name: string, environment: Readonly<Record<string, string>>): Promise<unknown> =>
  inHouse(environment, (house) => addOrg(house, name, questions, new AbortController().signal));
const asked = (environment: Readonly<Record<string, string>> = {}): Promise<unknown> =>
  inHouse(environment, async (house) => {
    const org = await house.findOrg();
    return org === undefined ? undefined : [org.name, org.address.origin, org.credential.kind];
  });

test("orgs are added under names, and the one that is named, else the one in use, is asked", async () => {
  const [app] = preview.oauthApps;
  await add("prod", { OKTA_DOMAIN: prod.origin, OKTA_API_TOKEN: prod.token });
  await add("preview", {
    OKTA_DOMAIN: preview.origin,
    OKTA_CLIENT_ID: app?.clientId ?? "",
    OKTA_PRIVATE_KEY: JSON.stringify(app?.privateKey),
  });
  const list = (): Promise<readonly unknown[]> =>
    inHouse({}, async (house) => (await listOrgs(house)).map((one) => [one.name, one.credential, one.inUse]));
  const byDefault = await asked();
  const byName = await asked({ ATTEST_ORG: "prod" });
  const byDomain = await asked({ OKTA_DOMAIN: prod.origin });
  await inHouse({}, (house) => useOrg(house, "prod"));
  const afterUse = await list();
  await inHouse({}, (house) => removeOrg(house, "prod"));
  expect({ byDefault, byName, byDomain, afterUse, afterRemove: await list(), nowAsked: await asked() }).toEqual({
    byDefault: ["preview", preview.origin, "service-app"],
    byName: ["prod", prod.origin, "token"],
    byDomain: ["prod", prod.origin, "token"],
    afterUse: [
      ["prod", "token", true],
      ["preview", "service-app", false],
    ],
    afterRemove: [["preview", "service-app", false]],
    nowAsked: undefined,
  });
  const kept = readFileSync(join(folder, "orgs.json"), "utf8") + readFileSync(join(folder, "secrets.json"), "utf8");
  expect(kept).not.toContain(prod.token);
  expect(readFileSync(join(folder, "orgs.json"), "utf8")).not.toContain(app?.privateKey?.["d"]);
});

test("a name that was not added is no guess at another", async () => {
  await expect(asked({ ATTEST_ORG: "prd" })).rejects.toMatchObject({
    code: "config/invalid",
    details: { setting: "org" },
  });
});

test("orgs of the first versions move into the list, and their secrets into their store, once", async () => {
  const first = join(folder, "credentials.json");
  const connectedAt = "2026-11-23T20:00:00.000Z";
  const device = { address: prod.origin, clientId: "0oa1", refreshToken: "a-refresh-token", connectedAt };
  const old = { current: "old", orgs: { old: { address: prod.origin, token: prod.token, connectedAt }, device } };
  writeFileSync(first, JSON.stringify(old), { mode: 0o600 });
  const listed = await Promise.all(
    [1, 2].map(() => inHouse({}, async (house) => (await listOrgs(house)).map((one) => [one.name, one.credential]))),
  );
  const both = [
    ["preview", "service-app"],
    ["old", "token"],
    ["device", "device"],
  ];
  const kept = { ...JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8")) };
  expect({
    listed,
    asked: await asked({ ATTEST_ORG: "old" }),
    kept: [kept["old token"], kept["device refresh token"]],
    isThere: existsSync(first),
  }).toEqual({
    listed: [both, both],
    asked: ["old", prod.origin, "token"],
    kept: [prod.token, "a-refresh-token"],
    isThere: false,
  });
});

test("such a file that is not as it was written is named, and left as it is", async () => {
  const first = join(folder, "credentials.json");
  writeFileSync(first, '{"current":"old","orgs":{"old":{"token":');
  await expect(inHouse({}, listOrgs)).rejects.toThrow(`${first} cannot be read as Attest's own file.`);
  expect(readFileSync(first, "utf8")).toContain('"token":');
  rmSync(first);
});
