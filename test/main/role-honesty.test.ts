import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { EmulatorOptions } from "../../emulator/emulator-options.ts";
import type { AdminRole } from "../../emulator/org/admin-role.ts";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { openHouse, type House } from "../../main/house.ts";
import { findConfiguredOrg, getConfiguredOrg } from "../../main/org/connected-org.ts";
import { resume } from "../../main/resume.ts";
import { run } from "../../main/run.ts";
import type { RunReport } from "../../main/run-report.ts";
import { Secret } from "../../terms/secret.ts";
import { silentFront } from "../acceptance/silent-front.ts";

let home: string;
let shared: House;
const orgs: Emulator[] = [];

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "attest-roles-"));
  shared = openHouse({ ATTEST_HOME: home }, home);
});
afterEach(async () => {
  await Promise.all(orgs.splice(0).map((org) => org.close()));
});
afterAll(async () => {
  await shared.close();
  rmSync(home, { recursive: true, force: true });
});

async function start(options: EmulatorOptions): Promise<Emulator> {
  const org = await startEmulator({ users: 250, ...options });
  orgs.push(org);
  return org;
}

function houseAt(org: Emulator): House {
  const [app] = org.oauthApps;
  const { oktaToken: _, ...rest } = shared.settings;
  const settings = {
    ...rest,
    oktaDomain: org.origin,
    lookUps: "off" as const,
    oktaToken: app === undefined ? new Secret(org.token) : undefined,
    oktaApp:
      app === undefined
        ? undefined
        : {
            clientId: app.clientId,
            privateKey: new Secret(JSON.stringify(app.privateKey)),
            keyId: undefined,
            dpop: false,
          },
  };
  return {
    ...shared,
    settings,
    org: () => getConfiguredOrg(settings, shared.folder),
    findOrg: () => findConfiguredOrg(settings, shared.folder),
  };
}

const counting = (operationId: string): string => `import { okta } from 'okta'
export const title = 'How many'
export default async function () {
  const found = await okta.${operationId}({}).all()
  return found.map((one) => ({ id: one.id }))
}
`;

async function reportOf(house: House, operationId = "listUsers"): Promise<RunReport> {
  const result = await run(house, { source: counting(operationId), parameters: {} }, silentFront);
  if (result.kind !== "report") throw new Error(JSON.stringify(result));
  return result.report;
}

async function warningsAs(tokenRole: AdminRole, operationId: string): Promise<readonly string[]> {
  const report = await reportOf(houseAt(await start({ tokenRole })), operationId);
  return [report.outcome, ...report.warnings];
}

const outside = "Group Administrator, limited to 1 group:";

test.each<[string, AdminRole, string, readonly string[]]>([
  ["a super admin", { type: "SUPER_ADMIN" }, "listUsers", ["answered"]],
  ["an org admin", { type: "ORG_ADMIN" }, "listGroups", ["answered"]],
  ["a read-only admin", { type: "READ_ONLY_ADMIN" }, "listApplications", ["answered"]],
  [
    "a group admin with targets",
    { type: "USER_ADMIN", groups: ["Contractors"] },
    "listUsers",
    ["answered", `${outside} users outside of it are not in this answer.`],
  ],
  [
    "a group admin without targets",
    { type: "USER_ADMIN" },
    "listGroups",
    [
      "answered",
      "Group Administrator: groups that are kept from this role, such as the group Everyone, are not in this answer.",
    ],
  ],
  [
    "a group admin who lists apps",
    { type: "USER_ADMIN", groups: ["Contractors"] },
    "listApplications",
    ["empty", `${outside} it shows no apps of its own, so those may be missing.`],
  ],
  [
    "an app admin with targets",
    { type: "APP_ADMIN", apps: ["GitHub", "Slack"] },
    "listApplications",
    ["answered", "Application Administrator, limited to 2 apps: apps outside of them are not in this answer."],
  ],
  [
    "an app admin with targets who lists users",
    { type: "APP_ADMIN", apps: ["GitHub", "Slack"] },
    "listUsers",
    ["answered"],
  ],
  [
    "a custom role with hidden fields",
    {
      type: "CUSTOM",
      label: "Discreet",
      permissions: ["okta.users.read"],
      resources: ["users"],
      hides: ["mobilePhone", "secondEmail"],
    },
    "listUsers",
    [
      "answered",
      "Discreet hides fields of users: mobilePhone, secondEmail. They look empty in this answer, and a condition on them finds nobody.",
    ],
  ],
  [
    "a custom role with a resource set",
    {
      type: "CUSTOM",
      label: "Desk",
      permissions: ["okta.users.read", "okta.groups.read"],
      resources: ["groups/Contractors", "groups/Contractors/users"],
    },
    "listUsers",
    ["answered", "Desk, limited to a resource set of 2: users outside of it are not in this answer."],
  ],
])("an answer says what the role of %s keeps from it", async (_, role, operationId, expected) => {
  expect(await warningsAs(role, operationId)).toEqual(expected);
});

test("an empty answer over a field that the role hides carries its name", async () => {
  const tokenRole: AdminRole = {
    type: "CUSTOM",
    label: "Discreet",
    permissions: ["okta.users.read"],
    resources: ["users"],
    hides: ["mobilePhone"],
  };
  const source = `import { okta } from 'okta'
export const title = 'Who has a mobile'
export default async function () {
  const users = await okta.listUsers({}).all()
  return users.filter((user) => user.profile.mobilePhone != null).map((user) => ({ id: user.id }))
}
`;
  const warningsWith = async (options: EmulatorOptions): Promise<readonly string[]> => {
    const result = await run(houseAt(await start(options)), { source, parameters: {} }, silentFront);
    return result.kind === "report" ? [result.report.outcome, ...result.report.warnings] : [result.kind];
  };
  expect([await warningsWith({ tokenRole }), await warningsWith({})]).toEqual([
    [
      "empty",
      "Discreet hides fields of users: mobilePhone. They look empty in this answer, and a condition on them finds nobody.",
    ],
    ["answered"],
  ]);
});

test("roles that may not be read are said to be unknown", async () => {
  const org = await start({ faults: [{ path: "/roles", kind: "status", status: 403 }] });
  const { outcome, warnings } = await reportOf(houseAt(org));
  expect([outcome, warnings.map((one) => one.startsWith("The roles of this credential could not be read: "))]).toEqual([
    "answered",
    [true],
  ]);
});

test("a service app is warned of its own role", async () => {
  const role: AdminRole = { type: "USER_ADMIN", groups: ["Contractors"] };
  const { outcome, warnings } = await reportOf(houseAt(await start({ oauthApps: [{ algorithm: "ES256", role }] })));
  expect([outcome, warnings]).toEqual(["answered", [`${outside} users outside of it are not in this answer.`]]);
});

test("a role that is narrowed in mid-walk fails the run, and the run cannot go on from what it read", async () => {
  const org = await start({ faults: [{ path: "^/api/v1/users\\?", kind: "role-narrowed", times: 1 }] });
  const house = houseAt(org);
  const { outcome, rows, failure, run: name } = await reportOf(house);
  const resumed = await resume(house, name ?? "", silentFront).then(
    () => "went on",
    () => "refused",
  );
  expect([outcome, rows, failure?.code, resumed]).toEqual(["failed", [], "run/roles-changed", "refused"]);
});

test("the reads of roles are kept with the run, and are none of its requests", async () => {
  const house = houseAt(await start({}));
  const { requests, run: name } = await reportOf(house);
  const kept: unknown = JSON.parse(house.journal().runs.findAttachment(name ?? "", "roles") ?? "null");
  expect([requests.map((one) => one.operationId), kept]).toMatchObject([
    ["listUsers"],
    { moment: "end", read: { kind: "read", roles: [{ name: "Super Administrator" }] } },
  ]);
});
