import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import type { DoctorLine } from "../../main/doctor.ts";
import { openHouse } from "../../main/house.ts";
import { addOrg } from "../../main/orgs.ts";

let org: Emulator;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attest-connect-"));
  const scopes = ["okta.appGrants.read", "okta.groups.manage", "okta.roles.read", "okta.users.read"];
  org = await startEmulator({
    users: 30,
    tokenAgeDays: 45,
    tokenRole: { type: "USER_ADMIN" },
    tokenRoles: [{ type: "READ_ONLY_ADMIN" }],
    oauthApps: [{ algorithm: "ES256", scopes }],
  });
});
afterAll(async () => {
  await org.close();
  rmSync(folder, { recursive: true, force: true });
});

const nobody = (): never => {
  throw new Error("nobody is there to ask");
};

async function mindOf(environment: Readonly<Record<string, string>>): Promise<readonly DoctorLine[]> {
  const home = { ATTEST_HOME: join(folder, "data"), ATTEST_KEYS: join(folder, "keys"), ATTEST_KEYCHAIN: "off" };
  const house = openHouse({ ...home, OKTA_DOMAIN: org.origin, ...environment }, folder);
  try {
    const questions = { address: nobody, token: nobody, show: nobody };
    return (await addOrg(house, "prod", questions, new AbortController().signal)).mind;
  } finally {
    await house.close();
  }
}

const found = (lines: readonly DoctorLine[]): readonly string[] =>
  lines.map((line) => `${line.state} ${line.subject}: ${line.found.replace(/on [\d-]+/, "on DAY")}`);

test("whoever adds an org is told that its token can do more than read, and, from the days on that are set, that it is old", async () => {
  const [reader = ""] = org.tokens;
  expect({
    groupAdmin: found(await mindOf({ OKTA_API_TOKEN: org.token })),
    reader: found(await mindOf({ OKTA_API_TOKEN: reader })),
    patient: found(await mindOf({ OKTA_API_TOKEN: reader, ATTEST_TOKEN_DAYS: "201" })),
  }).toEqual({
    groupAdmin: [
      "poor roles: Group Administrator: it can do more than read.",
      "poor token: How old it is cannot be read.",
    ],
    reader: ['poor token: "attest 2" was made 200 days ago, on DAY.'],
    patient: [],
  });
});

test("whoever adds an org is told of scopes that the app lacks, and of those that let it do more than read", async () => {
  const [app] = org.oauthApps;
  const lines = await mindOf({
    OKTA_CLIENT_ID: app?.clientId ?? "",
    OKTA_PRIVATE_KEY: JSON.stringify(app?.privateKey),
  });
  expect(found(lines)).toEqual([
    expect.stringMatching(/^poor scopes: .* It can do more than read: okta[.]groups[.]manage[.]$/),
  ]);
});
