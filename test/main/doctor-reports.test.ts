import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderDoctor, renderReportCounts } from "../../cli/render/render-doctor.ts";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { judgeReport } from "../../main/doctor/judge-report.ts";
import { doctorReports } from "../../main/doctor-reports.ts";
import { openHouse, type House } from "../../main/house.ts";
import { clientFor } from "../../main/org/connected-org.ts";
import type { RolesRead } from "../../main/org/held-role.ts";
import { readRoles } from "../../main/org/read-roles.ts";
import { getNamedReport } from "../../main/report/named-report.ts";
import { needsOf } from "../../main/report/report-needs.ts";
import { Secret } from "../../terms/secret.ts";

let org: Emulator;
let folder: string;
let house: House;
const { signal } = new AbortController();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attest-reports-"));
  org = await startEmulator({
    users: 60,
    tokenRoles: [
      { type: "USER_ADMIN", groups: ["Contractors"] },
      {
        type: "CUSTOM",
        label: "Reader",
        permissions: ["okta.users.read", "okta.groups.read"],
        resources: ["users", "groups"],
        hides: ["mobilePhone"],
      },
    ],
    oauthApps: [{ algorithm: "ES256", scopes: ["okta.users.read", "okta.groups.read", "okta.roles.read"] }],
  });
  const [app] = org.oauthApps;
  house = openHouse(
    {
      ATTEST_HOME: folder,
      ATTEST_KEYS: join(folder, "keys"),
      OKTA_DOMAIN: org.origin,
      OKTA_CLIENT_ID: app?.clientId ?? "",
      OKTA_PRIVATE_KEY: JSON.stringify(app?.privateKey),
    },
    folder,
  );
});
afterAll(async () => {
  await house.close();
  await org.close();
  rmSync(folder, { recursive: true, force: true });
});

test("of every report it is said whether the scopes of a service app are enough for it, and which are not", async () => {
  const { kind, lines } = await doctorReports(house, signal);
  const text = renderDoctor(lines).split("\n");
  const about = (name: string): readonly string[] => {
    const at = text.findIndex((line) => line.slice(8).startsWith(`${name}:`));
    return text.slice(at, text[at + 1]?.startsWith(" ") === true ? at + 2 : at + 1);
  };
  const states = { good: 0, poor: 0, broken: 0 };
  for (const { state } of lines) states[state] += 1;
  expect({
    kind,
    summary: renderReportCounts(lines),
    named: ["empty-groups", "active-users-without-factor", "admin-changes", "app-sign-on-policies"].map(about),
    unsaid: lines.filter((line) => line.state === "broken" && !/is not granted/.test(line.found)),
  }).toEqual({
    kind: "reports",
    summary: `${lines.length} reports: ${states.good} can run, 0 can run and may show less than all, ${states.broken} cannot.`,
    named: [
      ["good    empty-groups: Can run: it reads listGroupRules, listGroups."],
      ["good    active-users-without-factor: Can run: it reads listFactors, listUsers."],
      [
        "broken  admin-changes: Cannot run: okta.logs.read is not granted, which listLogEvents needs.",
        "        What to do: A super administrator grants okta.logs.read under Applications > (the app) > Okta API Scopes.",
      ],
      [
        "broken  app-sign-on-policies: Cannot run: okta.apps.read and okta.policies.read is not granted, which listApplications, listPolicies needs.",
        "        What to do: A super administrator grants okta.apps.read and okta.policies.read under Applications > (the app) > Okta API Scopes.",
      ],
    ],
    unsaid: [],
  });
}, 30_000);

async function rolesOf(token: string | undefined): Promise<RolesRead> {
  const credential = { kind: "token", token: new Secret(token ?? "") } as const;
  const address = { origin: org.origin, adminOrigin: undefined };
  const client = clientFor({ name: "org", address, credential }, house.settings);
  return readRoles(client, credential, signal);
}

test("limits, conditions and refusals of roles, and the other engine, are said of the reports that they are in the way of", async () => {
  const names = ["empty-groups", "unmanaged-devices", "users-with-missing-attributes"];
  const reports = await Promise.all(names.map((name) => getNamedReport(house, name)));
  const needs = await needsOf(house, reports);
  const said = async (token: string | undefined, engine: "oie" | "classic"): Promise<readonly string[]> => {
    const roles = await rolesOf(token);
    return needs.map((one) => judgeReport(one, { engine, roles, missingScopes: [] })).map((one) => one.found);
  };
  expect({
    limited: await said(org.tokens[0], "oie"),
    conditioned: await said(org.tokens[1], "oie"),
    classic: await said(org.token, "classic"),
  }).toEqual({
    limited: [
      "Can run, but Group Administrator, limited to 1 group: groups outside of it are not in this answer.",
      "Can run, but whether Group Administrator may read listDevices is not known.",
      "Can run, but Group Administrator, limited to 1 group: users outside of it are not in this answer.",
    ],
    conditioned: [
      "Can run: it reads listGroupRules, listGroups.",
      "Cannot run: Reader may not read listDevices.",
      "Can run, but Reader hides fields of users: mobilePhone. They look empty in this answer, and a condition on them finds nobody.",
    ],
    classic: [
      "Can run: it reads listGroupRules, listGroups.",
      "Cannot run: listDevices exists on Identity Engine alone, and this org runs on Classic Engine.",
      "Can run: it reads listUsers.",
    ],
  });
});
