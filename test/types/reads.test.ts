import { expect, test } from "vitest";
import { baseSchema } from "../../registry/schema-attributes.ts";
import { compileSnippet } from "./compile-snippet.ts";

/** What the compiler has against these lines, of which the first stands in line 2. */
function compile(...lines: readonly string[]): readonly string[] {
  const operationIds = ["listUsers", "getUser", "getApplicationUser", "getFactor"];
  return compileSnippet(operationIds, baseSchema(), ["import { okta, notKnown } from 'okta'", ...lines].join("\n"));
}

test("a single, all() and first() can be allowed to fail, and then have no field before notKnown was asked", () => {
  expect(
    compile(
      "const user = await okta.getUser({ id: 'x' }).orUnknown()",
      "export const wrong = user.id",
      "export const right = notKnown(user) ? user : user.id",
      "const all = await okta.listUsers().all().orUnknown()",
      "export const wrongAll = all.length",
      "export const rightAll = notKnown(all) ? all : all.length",
      "const some = await okta.listUsers().first(5).orUnknown()",
      "export const wrongSome = some[0]",
      "export const rightSome = notKnown(some) ? some : (some[0]?.id ?? null)",
    ),
  ).toEqual(["3 TS2339", "6 TS2339", "9 TS7053"]);
});

test("a list and its pages are walked, not awaited; each page is a list of items", () => {
  expect(
    compile(
      "export const sizes: number[] = []",
      "for await (const page of okta.listUsers().pages()) sizes.push(page.length, page[0]?.id.length ?? 0)",
      "for await (const page of okta.listUsers().pages()) sizes.push(page.id)",
      "for await (const user of okta.listUsers()) sizes.push(user.id.length)",
      "const list = await okta.listUsers()",
      "export const count = list.length",
      "export const wrong = okta.listUsers().pages().orUnknown()",
      "okta.listUsers().first()",
      "okta.listUsers().first('5')",
      "okta.getUser({ id: 'x' }).all()",
    ),
  ).toEqual(["4 TS2339", "7 TS2339", "8 TS2339", "9 TS2554", "10 TS2345", "11 TS2339"]);
});

test("only where a 404 is an answer may the answer be undefined, also beside a failure that was allowed for", () => {
  expect(
    compile(
      "const user = await okta.getUser({ id: 'x' })",
      "export const fine = user.id",
      "const factor = await okta.getFactor({ userId: 'x', factorId: 'y' })",
      "export const wrong = factor.status",
      "export const right = factor?.status ?? null",
      "const assigned = await okta.getApplicationUser({ appId: 'x', userId: 'y' }).orUnknown()",
      "export const both = notKnown(assigned) ? assigned : assigned.id",
      "export const all = notKnown(assigned) ? assigned : assigned === undefined ? null : assigned.id",
    ),
  ).toEqual(["5 TS18048", "8 TS18048"]);
});
