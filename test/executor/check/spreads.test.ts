import { expect, test } from "vitest";
import { placesOf, snippet, snippetWith } from "./checked-snippet.ts";

const users = "  const users = await okta.listUsers({}).all()";
const groups = "  const groups = await okta.listGroups({ expand: 'stats' }).all()";

const invented: Readonly<Record<string, string>> = {
  "a field that neither of two spreads has": snippet(
    `${groups}\n  const flat = groups.map((one) => ({ ...one.profile, ...one._embedded.stats, id: one.id }))\n  return flat.map((one) => ({ id: one.id, risk: one.risk }))`,
  ),
  "a field that the rest of a pattern does not have": snippet(
    `${users}\n  return users.map((user) => {\n    const { profile, ...rest } = user\n    return { login: profile.login, risk: rest.risk }\n  })`,
  ),
  "a field that a pattern names and Okta does not have": snippet(
    `${users}\n  return users.map((user) => {\n    const { id, risk = 'LOW', ...rest } = user\n    return { id, status: rest.status, risk }\n  })`,
  ),
  "a text that stands in for a field under a spread": snippet(
    `${users}\n  return users.map((user) => {\n    const made = { ...{ risk: 'LOW' }, ...user }\n    return { id: made.id, risk: made.risk }\n  })`,
  ),
  "a type that one of the parts does not fill": snippet(
    `${users}\n  const widen = (one: { id: string; risk: string | undefined }) => one.risk ?? 'LOW'\n  return users.map((user) => ({ id: user.id, risk: widen({ ...user }) }))`,
  ),
};

const counted = "type Counts = { [key: string]: number }";

test("open keys of numbers are for counts, and no answer of Okta is taken for them", async () => {
  const body = `${groups}\n  return groups.map((group) => {\n    const counts: Counts = group._embedded.stats\n    return { id: group.id, risk: counts['risk'] ?? 0 }\n  })`;
  expect(await placesOf(snippetWith(counted, body))).toEqual(["TS2322 7:11"]);
});

const found: Readonly<Record<string, readonly string[]>> = {
  "a field that neither of two spreads has": ["TS2339 6:53"],
  "a field that the rest of a pattern does not have": ["TS2339 7:47"],
  "a field that a pattern names and Okta does not have": ["TS2339 6:17"],
  "a text that stands in for a field under a spread": ["origins/literal-column 7:27"],
  "a type that one of the parts does not fill": ["TS2345 6:58"],
};

test.for(Object.entries(invented))("%s is a finding", async ([name, source]) => {
  expect(await placesOf(source)).toEqual(found[name]);
});
