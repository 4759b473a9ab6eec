import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderOperation } from "../../cli/render/render-operation.ts";
import { openHouse, type House } from "../../main/house.ts";
import { describeOperation } from "../../main/operation-page.ts";
import { listOperations } from "../../registry/catalogue.ts";

let home: string;
let house: House;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "attest-operations-"));
  house = openHouse({ ATTEST_HOME: home }, home);
});
afterAll(async () => {
  await house.close();
  rmSync(home, { recursive: true, force: true });
});

test("an operation is shown with everything that decides how it is called, whatever the case of its name", async () => {
  const { types, ...page } = await describeOperation(house, "listdeviceusers");
  expect([page, types.includes("listDeviceUsers({ deviceId: string")]).toEqual([
    {
      operationId: "listDeviceUsers",
      tag: "Device",
      method: "GET",
      path: "/api/v1/devices/{deviceId}/users",
      summary: "Users of one device.",
      effect: "read",
      effectReason: null,
      scopes: ["okta.devices.read"],
      tokens: true,
      adminRoles: [],
      permissions: ["okta.devices.read", "okta.devices.manage"],
      parameters: [{ name: "deviceId", in: "path", required: true, takes: "text", setBy: "snippet", rules: [] }],
      paging: { by: "none", defaultLimit: null, maxLimit: null },
      bucket: "/api/v1/devices/{id}/users",
      lifecycle: "LIMITED_GA",
      engine: "oie",
      absentIsAnswer: false,
      note: null,
      cheaper: "listDevices with expand userSummary embeds the users of every device.",
      caveats: [],
    },
    true,
  ]);
});

test("filter rules are said in words", async () => {
  const { parameters } = await describeOperation(house, "listApplications");
  const rules = Object.fromEntries(
    parameters.filter((one) => one.rules.length > 0).map((one) => [one.name, one.rules]),
  );
  expect([rules["q"], rules["filter"]?.slice(0, 4)]).toEqual([
    ["Plain words: name or label starts with what is given."],
    [
      "Compares status (ACTIVE or INACTIVE), id (text), name (text), credentials.signing.kid (text), " +
        "settings.slo.enabled (boolean, only eq), user.id (text), group.id (text).",
      "Operators: eq.",
      "One comparison alone.",
      "Not label: Read all apps with listApplications({}).all() and compare it in the snippet, or use named() for one app.",
    ],
  ]);
});

test("an effect that is not the method's own is shown with its reason", async () => {
  const { effect, effectReason } = await describeOperation(house, "createPolicySimulation");
  expect([effect, effectReason?.startsWith("A POST that only evaluates policies")]).toEqual(["read", true]);
});

test("a misspelt name is answered with the nearest", async () => {
  await expect(describeOperation(house, "listUser")).rejects.toMatchObject({
    code: "registry/unknown-operation",
    text: { help: "Did you mean listUsers? Look for the right name with: attest operations WORDS" },
  });
});

test("every operation can be shown", async () => {
  const pages = await Promise.all(listOperations().map((one) => describeOperation(house, one.operationId)));
  const poor = pages
    .map(renderOperation)
    .filter((text) => !/^\w+: .+\nRequest: [A-Z]+ \//.test(text) || text.includes("[object"));
  expect([poor, pages.length]).toEqual([[], 732]);
});
