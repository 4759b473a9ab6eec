// Invariant 3: the parent holds every call against the approved set, whatever the child's code says.
import { afterAll, expect, test } from "vitest";
import { eraseTypes } from "../../executor/bundle.ts";
import { createSandbox } from "../../executor/sandbox/sandbox.ts";
import { defaultLimits } from "../../main/run/run-limits.ts";

const sandbox = createSandbox();
afterAll(() => sandbox.close());

test("an operation that is not in the approved set is asked of nobody, though the code names it", async () => {
  const asked: string[] = [];
  const erased = await eraseTypes(`import { okta } from 'okta'
export const title = 'More than was approved'
export default async function () {
  const users = await okta.listUsers({}).all()
  const groups = await okta.listGroups({}).all()
  return [{ users: users.length, groups: groups.length }]
}
`);
  const end = await sandbox.run(
    {
      ...erased,
      operationIds: ["listUsers"],
      parameters: {},
      clock: "2026-11-23T12:00:00.000Z",
      timeZone: "UTC",
      mode: "plain",
    },
    {
      limits: defaultLimits({ calls: undefined, minutes: undefined, because: [] }),
      answer: async ({ operationId }) => {
        asked.push(operationId);
        return { kind: "response", load: () => "[]", bytes: 2, hasMore: false };
      },
    },
  );
  expect({ asked, kind: end.kind }).toEqual({ asked: ["listUsers"], kind: "failed" });
});
