import { expect, test } from "vitest";
import { reviewOf, snippetWith } from "./checked-snippet.ts";

const users = "  const users = await okta.listUsers({}).all()";
const rows = "users.map((user) => ({ id: user.id }))";

/** What the review says is decided here. */
async function wordsOf(declarations: string, body: string): Promise<readonly (string | undefined)[]> {
  const { filters } = await reviewOf(snippetWith(declarations, body));
  return filters.filter((one) => one.evaluated === "here").map((one) => one.words);
}

test("a predicate that is handed on by its name, with a type of its own, is said with Okta's fields", async () => {
  const declared = "const isActive = (one: { readonly status: string }) => one.status === 'ACTIVE'";
  expect(await wordsOf(declared, `${users}\n  return ${rows.replace("users", "users.filter(isActive)")}`)).toEqual([
    "Keeps of users where status is ACTIVE",
  ]);
});

test("the same predicate over what the snippet made itself is said to be the snippet's own", async () => {
  const declared = "const isActive = (one: { readonly status: string }) => one.status === 'ACTIVE'";
  const body = `${users}\n  const made = users.map((user) => ({ id: user.id, status: user.lastLogin ? 'ACTIVE' : 'IDLE' }))\n  return made.filter(isActive).map((one) => ({ id: one.id }))`;
  expect(await wordsOf(declared, body)).toEqual([
    "Gives ACTIVE where lastLogin is set, otherwise IDLE",
    "Keeps of made where the snippet's own status is ACTIVE",
  ]);
});

test("what a helper is given at its one place is said in its conditions, and not where it takes another value", async () => {
  const helper = (first: string) =>
    `const problems = (login: string): string[] => {\n  const found: string[] = []\n${first}  if (login.includes('+')) found.push('plus')\n  return found\n}`;
  const body = `${users}\n  return users.map((user) => ({ id: user.id, problems: problems(user.profile.login) }))`;
  expect(await wordsOf(helper(""), body)).toEqual(['Does the following only where profile.login includes "+"']);
  expect(await wordsOf(helper("  login = 'a+b'\n"), body)).toEqual([
    'Does the following only where the snippet\'s own login includes "+"',
  ]);
});

test("lists that were read at once are said by their names", async () => {
  const body =
    "  const [roles, users] = await Promise.all([okta.listRoles({}).all(), okta.listUsers({}).all()])\n  const role = roles.find((one) => one.label === 'Auditor')\n  return users.map((user) => ({ id: user.id, role: role?.id ?? null }))";
  expect(await wordsOf("", body)).toEqual(["Takes the first of roles where label is Auditor"]);
});

test("an empty list is nothing", async () => {
  const body = `${users}\n  return users.flatMap((user) => {\n    if (user.status !== 'ACTIVE') return []\n    return [{ id: user.id }]\n  })`;
  expect(await wordsOf("", body)).toEqual(["Gives nothing where status is not ACTIVE"]);
});

test("a switch is said by its cases, those without statements with the one after them", async () => {
  const declared =
    "function word(mode: string | null): string | null {\n  switch (mode) {\n    case 'SAML_2_0':\n    case 'SAML_1_1':\n      return 'SAML'\n    case 'OPENID_CONNECT':\n      return 'OIDC'\n    default:\n      return null\n  }\n}";
  const body =
    "  const apps = await okta.listApplications({}).all()\n  return apps.map((app) => ({ id: app.id, word: word(app.signOnMode) }))";
  expect(await wordsOf(declared, body)).toEqual([
    "Decides by signOnMode: SAML_2_0 or SAML_1_1, OPENID_CONNECT, otherwise",
  ]);
});

test("a row's status that a pattern took from Okta is no status of the snippet's own", async () => {
  const body = `${users}\n  const made = users.map((user) => {\n    const { id, status } = user\n    return { id, status }\n  })\n  return made.filter((row) => row.status === 'ACTIVE')`;
  expect(await wordsOf("", body)).toEqual(["Keeps of made where status is ACTIVE"]);
});
