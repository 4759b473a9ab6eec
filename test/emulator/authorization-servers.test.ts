import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { getOperation } from "../../registry/catalogue.ts";
import { fits } from "../../registry/fit.ts";
import { responseShape } from "../../registry/shape-path.ts";
import { idsOf, read, send, textOf } from "./read-org.ts";

let org: Emulator;
beforeAll(async () => {
  org = await startEmulator({ users: 30 });
});
afterAll(() => org.close());

test("each access policy of each authorization server has one rule of its own, which fits its type", async () => {
  const servers = await read(org, "/api/v1/authorizationServers");
  const shape = responseShape(getOperation("listAuthorizationServerPolicyRules")) ?? { kind: "unknown" };
  const policies: unknown[] = [];
  const rules: unknown[] = [];
  for (const server of servers) {
    const path = `/api/v1/authorizationServers/${textOf(server["id"])}/policies`;
    for (const id of idsOf(await read(org, path))) {
      const answered = await send(org, `${path}/${textOf(id)}/rules`);
      policies.push(id);
      rules.push(...idsOf(JSON.parse(answered.text)));
      expect(fits(shape, JSON.parse(answered.text))).toEqual([]);
    }
  }
  expect([policies.length, new Set(policies).size, rules.length, new Set(rules).size]).toEqual([3, 3, 3, 3]);
});

test("what hangs on no authorization server, or on no policy, is not found", async () => {
  const paths = ["/none/scopes", "/default/policies/none/rules"];
  const answers = await Promise.all(paths.map((path) => send(org, `/api/v1/authorizationServers${path}`)));
  expect(answers.map((one) => [one.status, JSON.parse(one.text).errorSummary])).toEqual([
    [404, "Not found: Resource not found: none (AuthorizationServer)"],
    [404, "Not found: Resource not found: none (Policy)"],
  ]);
});
