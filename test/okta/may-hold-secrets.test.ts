import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { mayHoldSecrets } from "../../okta/answers/may-hold-secrets.ts";
import { findOperation, getOperation } from "../../registry/catalogue.ts";
import { removeSecrets } from "../../registry/secrets.ts";

const path = join(process.env["ATTEST_SHARED"] ?? "../shared", "recordings/get.ndjson");
const recorded = z.object({ operationId: z.string().nullable(), body: z.unknown() });

test.each([
  ["getApplication", { settings: { app: { workdayPassword: "x" } } }, true],
  ["getApplication", { credentials: { oauthClient: { client_secret: "x" } } }, true],
  ["listUsers", [{ id: "00u1", credentials: { provider: { type: "OKTA" } } }], false],
  ["listUsers", [{ profile: { clientSecret: "x" } }], true],
  ["listFactors", [{ profile: { sharedSecret: "x" } }], true],
  ["listFactors", [{ factorType: "push", profile: { name: "clientSecret" } }], false],
])("%s %j: %s", (operationId, body, expected) => {
  expect(mayHoldSecrets(getOperation(operationId), JSON.stringify(body))).toBe(expected);
});

test("a key that is written with escapes is looked at", () => {
  expect(mayHoldSecrets(getOperation("getUser"), String.raw`{"client\u005fsecret":"x"}`)).toBe(true);
});

test.skipIf(!existsSync(path))("no recorded response with a secret in it is passed over", () => {
  const passedOver: unknown[] = [];
  for (const line of readFileSync(path, "utf8").trim().split("\n")) {
    const { operationId, body } = recorded.parse(JSON.parse(line));
    const operation = operationId === null ? undefined : findOperation(operationId);
    if (operation === undefined || body === undefined || mayHoldSecrets(operation, JSON.stringify(body))) continue;
    if (JSON.stringify(removeSecrets(operation, body)) !== JSON.stringify(body)) passedOver.push(operationId);
  }
  expect(passedOver).toEqual([]);
});
