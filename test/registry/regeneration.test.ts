import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OperationFacts } from "../../registry/operation-facts.ts";
import { amendOperation } from "../../registry/overlay/amend-operation.ts";
import { describeChanges } from "../../scripts/registry/describe-changes.ts";
import { generatedFiles } from "../../scripts/registry/generated-files.ts";
import { unreviewedReads } from "../../scripts/registry/unreviewed-reads.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "attest-specification-"));
  writeFileSync(join(folder, "operations-ranked.json"), "[]");
  writeFileSync(join(folder, "event-types.json"), JSON.stringify({ release: "test", versions: [] }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Stated {
  readonly path: string;
  readonly method: string;
  readonly operationId: string;
  readonly scope: string;
}

/** A specification of these operations, whose users have these properties. */
function specification(operations: readonly Stated[], properties: readonly string[]): string {
  const paths: Record<string, Record<string, object>> = {};
  for (const { path, method, operationId, scope } of operations) {
    paths[path] = {
      ...paths[path],
      [method]: {
        operationId,
        tags: ["User"],
        security: [{ oauth2: [scope] }],
        responses: {
          200: { content: { "application/json": { schema: { $ref: "#/components/schemas/User" } } } },
        },
      },
    };
  }
  const user = { type: "object", properties: Object.fromEntries(properties.map((name) => [name, { type: "string" }])) };
  return JSON.stringify({
    openapi: "3.0.3",
    info: { version: "test" },
    paths,
    components: { schemas: { User: user } },
  });
}

const listUsers = { path: "/api/v1/users", method: "get", operationId: "listUsers", scope: "okta.users.read" };
const getUser = { path: "/api/v1/users/{id}", method: "get", operationId: "getUser", scope: "okta.users.read" };
const getDevice = {
  path: "/api/v1/devices/{deviceId}",
  method: "get",
  operationId: "getDevice",
  scope: "okta.devices.read",
};
const listZebras = { path: "/api/v1/zebras", method: "get", operationId: "listZebras", scope: "okta.zebras.read" };
const purgeUser = {
  path: "/api/v1/users/{id}",
  method: "delete",
  operationId: "purgeUser",
  scope: "okta.users.manage",
};
const askUser = { path: "/api/v1/users/{id}", method: "post", operationId: "askUser", scope: "okta.users.read" };

const old = specification([listUsers, getUser, getDevice], ["id", "status"]);
const newer = specification(
  [listUsers, { ...getUser, scope: "okta.users.manage" }, listZebras, purgeUser, askUser],
  ["id", "status", "nickname"],
);

function operationsOf(document: string): readonly OperationFacts[] {
  return JSON.parse(generatedFiles(folder, document)["operations.generated.json"] ?? "").operations;
}

test("a newer specification is told line by line: what is new, gone or changed, and which reads nobody has reviewed", () => {
  const [before, after] = [generatedFiles(folder, old), generatedFiles(folder, newer)];
  const changes = Object.entries(after).flatMap(([name, text]) => describeChanges(name, before[name], text));
  expect([...changes, ...unreviewedReads(operationsOf(newer))]).toEqual([
    "operations.generated.json: + askUser",
    "operations.generated.json: + listZebras",
    "operations.generated.json: + purgeUser",
    "operations.generated.json: - getDevice",
    "operations.generated.json: ~ getUser",
    "shapes.generated.json: ~ User",
    "event-types.generated.json: unchanged",
    "Not reviewed, so not allowed as a read: getUser /api/v1/users/{id} okta.users.manage",
    "Not reviewed, so not allowed as a read: listZebras /api/v1/zebras okta.zebras.read",
  ]);
});

test("nothing becomes a read by a newer specification: what is new or changed is none until its line is reviewed", () => {
  const effectOf = (facts: OperationFacts): string =>
    `${facts.operationId}: ${amendOperation(facts, () => undefined).effect}`;
  expect([operationsOf(old).map(effectOf), operationsOf(newer).map(effectOf)]).toEqual([
    ["getDevice: read", "getUser: read", "listUsers: read"],
    ["askUser: write", "getUser: secret", "listUsers: read", "listZebras: secret", "purgeUser: destructive"],
  ]);
});
