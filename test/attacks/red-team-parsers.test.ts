// Texts that the check's parser and the eraser of types take for different programs: what runs would not be what was checked. The
// layer is the comparison of what the eraser makes of the text and of the same text without types.
import { afterAll, expect, test } from "vitest";
import { eraseChecked, stopBundler } from "../../executor/bundle.ts";
import type { Checked } from "../../executor/check/checked.ts";
import { baseSchema } from "../../registry/schema-attributes.ts";
import { sharedChecker, snippetWith } from "../executor/check/checked-snippet.ts";
import { idiomaticSnippets } from "../executor/check/idiomatic-snippets.ts";
import { appsAndAdmins } from "../executor/check/styles/apps-and-admins-snippets.ts";
import { policiesAndLog } from "../executor/check/styles/policies-and-log-snippets.ts";

afterAll(() => stopBundler());

async function checkedOf(source: string): Promise<Checked> {
  const result = await sharedChecker().check(source, { orgSchema: baseSchema() });
  if (result.kind === "checked") return result.checked;
  throw new Error(`refused: ${JSON.stringify(result.findings, null, 2)}`);
}

// To the compiler the condition chooses between two functions that give back what they are given; to the eraser the first is
// `forge` itself, and `(Text) => (login) => login` the second.
const twofold = snippetWith(
  "type Text = string\nconst forge = (login: string) => 'eve@example.com' + login.slice(99)",
  `  const users = await okta.listUsers({}).all()
  const keep: (login: string) => string = forge('') !== '' ? (forge): Text => (forge) : login => login
  return users.map((one) => ({ login: keep(one.profile.login) }))`,
);

test("a function with a type behind its parameters, in a condition, is not run as another", async () => {
  const checked = await checkedOf(twofold);
  expect(checked.review.columns).toEqual([
    { name: "login", origin: { kind: "direct", fields: ["listUsers profile.login"], orLiteral: false, chosenBy: [] } },
  ]);
  await expect(eraseChecked(checked)).rejects.toMatchObject({
    code: "snippet/threw",
    details: { message: "it reads in two ways" },
  });
});

test("what an honest snippet writes is the same to both", async () => {
  const sources = Object.values({ ...idiomaticSnippets, ...appsAndAdmins, ...policiesAndLog });
  const erased = await Promise.all(sources.map(async (source) => await eraseChecked(await checkedOf(source))));
  expect(erased.filter(({ code }) => code.includes("export"))).toHaveLength(sources.length);
});
