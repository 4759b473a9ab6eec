import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { getOperation } from "../../registry/catalogue.ts";
import { fits } from "../../registry/fit.ts";
import { parseAppAttributes } from "../../registry/schema-attributes.ts";
import { responseShape } from "../../registry/shape-path.ts";
import { send, textOf } from "../emulator/read-org.ts";
import { servedPaths } from "../emulator/served-paths.ts";

let org: Emulator;
beforeAll(async () => {
  org = await startEmulator({ users: 400, seed: 4 });
});
afterAll(() => org.close());

/** Every path that the emulated org serves, each with every value of `expand`; every user's factors, every app's users. */
function paths(): readonly (readonly [operationId: string, path: string])[] {
  const { users, apps } = org.dump();
  const served = Object.entries(servedPaths(org)).flatMap(([operationId, path]) =>
    ["", ...Object.keys(getOperation(operationId).embedded ?? {})].map((expand): readonly [string, string] => [
      operationId,
      expand === "" ? path : `${path}${path.includes("?") ? "&" : "?"}expand=${encodeURIComponent(expand)}`,
    ]),
  );
  const policyTypes = [
    "OKTA_SIGN_ON",
    "PASSWORD",
    "MFA_ENROLL",
    "ACCESS_POLICY",
    "PROFILE_ENROLLMENT",
    "IDP_DISCOVERY",
  ];
  return [
    ...served,
    ...users.map((one) => ["listFactors", `/api/v1/users/${textOf(one["id"])}/factors`] as const),
    ...apps.map((one) => ["listApplicationUsers", `/api/v1/apps/${textOf(one["id"])}/users?expand=user`] as const),
    ...policyTypes.map((type) => ["listPolicies", `/api/v1/policies?type=${type}&expand=rules`] as const),
  ];
}

test("every answer of the emulated org fits its type, with each value of expand too", async () => {
  const wrong = new Set<string>();
  for (const [operationId, path] of paths()) {
    const { status, text } = await send(org, path);
    const shape = responseShape(getOperation(operationId)) ?? { kind: "unknown" };
    const found = status === 200 ? fits(shape, JSON.parse(text)).map((one) => `${one.kind} ${one.path}`) : [status];
    for (const one of found) wrong.add(`${operationId} ${one}`);
  }
  expect([...wrong]).toEqual([]);
});

test("app users of the emulated org have no attribute that the schema of their app lacks", async () => {
  const wrong = new Set<string>();
  for (const { id, label } of org.dump().apps) {
    const schema = await send(org, `/api/v1/meta/schemas/apps/${textOf(id)}/default`);
    const known = new Set(parseAppAttributes(JSON.parse(schema.text))?.map((one) => one.name));
    const { text } = await send(org, `/api/v1/apps/${textOf(id)}/users?limit=50`);
    const users: readonly { readonly profile: object }[] = JSON.parse(text);
    for (const name of users.flatMap((one) => Object.keys(one.profile)))
      if (!known.has(name)) wrong.add(`${textOf(label)} ${name}`);
  }
  expect([...wrong]).toEqual([]);
});
