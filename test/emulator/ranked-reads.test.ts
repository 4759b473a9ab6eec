// The reads that matter most are answered by an emulated org with a body of their type; those in the list below have no content of
// their own: an org that never used the thing answers so.
import { afterAll, beforeAll, expect, test } from "vitest";
import { operationsWithContent } from "../../emulator/endpoints/endpoints.ts";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { getOperation } from "../../registry/catalogue.ts";
import { fits } from "../../registry/fit.ts";
import { responseShape } from "../../registry/shape-path.ts";
import { readShared, withoutSharedData } from "../shared-data.ts";
import { send, textOf } from "./read-org.ts";
import { servedPaths } from "./served-paths.ts";

let org: Emulator;
beforeAll(async () => {
  org = await startEmulator({ users: 200 });
});
afterAll(() => org.close());

/** Ranked reads of things that the emulated org does not have. */
const withoutContent = [
  "getRoleTargetsByUserIdAndRoleId",
  "listApiServiceIntegrationInstances",
  "listAppServiceAccounts",
  "listDeviceIntegrations",
  "listDevicePostureChecks",
  "listEmailCustomizations",
  "listEmailTemplates",
  "listGroupOwners",
  "listIdentityProviderApplicationUsers",
  "listIdentitySourceSessions",
  "listLinkedObjectsForUser",
  "listOktaManagedUserAccounts",
  "listOktaSupportCases",
  "listPushProviders",
  "listRealmAssignments",
  "listRefreshTokensForUserAndClient",
  "listSecurityEventsProviderInstances",
  "listUserIdentityProviders",
  "listYubikeyOtpTokens",
];

function rankedIds(): readonly string[] {
  const ranked: readonly { readonly operationId: string }[] = JSON.parse(
    readShared("okta-spec/operations-ranked.json"),
  );
  return ranked.map((one) => one.operationId);
}

test.skipIf(withoutSharedData)("every ranked read has content of its own, but for those named here", () => {
  const own = operationsWithContent();
  expect(
    rankedIds()
      .filter((operationId) => !own.has(operationId))
      .toSorted((a, b) => (a < b ? -1 : 1)),
  ).toEqual(withoutContent);
});

test.skipIf(withoutSharedData)(
  "every ranked read answers with a body of its type, or with 404 for one thing",
  async () => {
    const [user, group, app] = ["users", "groups", "apps"].map((name) => textOf(idOfFirst(name)));
    const served = servedPaths(org);
    const wrong: string[] = [];
    for (const operationId of rankedIds()) {
      const operation = getOperation(operationId);
      const path =
        served[operationId] ??
        operation.path
          .replace(/^(\/api\/v1\/users)\/\{\w+\}/, `$1/${user}`)
          .replace(/^(\/api\/v1\/groups)\/\{\w+\}/, `$1/${group}`)
          .replace(/^(\/api\/v1\/apps)\/\{\w+\}/, `$1/${app}`)
          .replaceAll(/\{\w+\}/g, "none");
      const { status, text } = await send(org, path);
      if (status === 404 && path.includes("none")) continue;
      const shape = responseShape(operation) ?? { kind: "unknown" };
      const found = status === 200 ? fits(shape, JSON.parse(text)).map((one) => `${one.kind} ${one.path}`) : [status];
      if (found.length > 0) wrong.push(`${operationId}: ${found.join(", ")}`);
    }
    expect(wrong).toEqual([]);
  },
);

function idOfFirst(name: string): unknown {
  const dump = org.dump();
  if (name === "users") return dump.users[0]?.["id"];
  return name === "groups" ? dump.groups[0]?.["id"] : dump.apps[0]?.["id"];
}
