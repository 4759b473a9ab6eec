import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { baseSchema } from "../../registry/schema-attributes.ts";
import { generateStub } from "../../sdk-stubs/generate.ts";

const orgSchema = baseSchema();

const prelude = readFileSync(join(import.meta.dirname, "../../sdk-stubs/prelude.d.ts"), "utf8");

/** The lines that the stub has after the prelude. */
function generated(...operationIds: readonly string[]): readonly string[] {
  return generateStub({ operationIds, orgSchema }).text.slice(prelude.length).trim().split("\n");
}

test("a stub offers exactly the operations asked for, with the types that they reach", () => {
  expect(generated("listUserBlocks")).toEqual([
    'export interface UserBlock { readonly appliesTo: "ANY_DEVICES" | "UNKNOWN_DEVICES"; readonly type: "DEVICE_BASED" }',
    "export interface Okta {",
    "  listUserBlocks(parameters: { readonly id: string }): Listing<UserBlock>;",
    "}",
    "export declare const okta: Okta;",
  ]);
});

test("an operation that the catalogue lacks is left out", () => {
  expect(generateStub({ operationIds: ["listEverything"], orgSchema })).toEqual(
    generateStub({ operationIds: [], orgSchema }),
  );
});

test("the same request gives the same stub in whatever order, under the hash of its text", () => {
  const stub = generateStub({ operationIds: ["listUsers", "listGroups"], orgSchema });
  const hash = createHash("sha256").update(stub.text).digest("hex");
  expect(generateStub({ operationIds: ["listGroups", "listUsers", "listGroups"], orgSchema })).toEqual({
    ...stub,
    hash,
  });
});

test("event types are listed where the log is read, and only there", () => {
  const has = (operationId: string): boolean =>
    generateStub({ operationIds: [operationId], orgSchema }).text.includes('"user.session.start"');
  expect([has("listLogEvents"), has("listUsers")]).toEqual([true, false]);
});
