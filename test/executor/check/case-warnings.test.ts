import { expect, test } from "vitest";
import { reviewOf, snippet } from "./checked-snippet.ts";

const users = "  const users = await okta.listUsers({}).all()\n";
const logins = ".map((one) => ({ login: one.profile.login }))";

/** The warnings about letters of a snippet that filters users by this function. */
async function warningsOf(predicate: string): Promise<readonly string[]> {
  const { warnings } = await reviewOf(snippet(`${users}  return users.filter(${predicate})${logins}`));
  return warnings.filter((one) => one.includes("letter by letter"));
}

function sentence(name: string, same: string): string {
  return `Line 5 compares profile.${name} letter by letter, so values that differ by case or blanks are not equal; ${same} compares as Okta's search does.`;
}

const warned: readonly (readonly [string, string, string])[] = [
  ["(one) => one.profile.department === 'Sales'", "department", "same(one.profile.department, 'Sales')"],
  ["(one) => 'Sales' !== one.profile.department", "department", "!same('Sales', one.profile.department)"],
  ["(one) => (one.profile.title ?? '') === 'Director'", "title", "same((one.profile.title ?? ''), 'Director')"],
  ["(one) => one.profile['city'] === 'Oslo'", "city", "same(one.profile['city'], 'Oslo')"],
  ["({ profile }) => profile.userType === 'Contractor'", "userType", "same(profile.userType, 'Contractor')"],
  ["({ profile: { userType: kind } }) => kind === 'Contractor'", "userType", "same(kind, 'Contractor')"],
  [
    "(one) => { const manager = one.profile.manager; return manager === 'Ada Byron' }",
    "manager",
    "same(manager, 'Ada Byron')",
  ],
];

test.for(warned)("%s is warned of, with what to write", async ([predicate, name, same]) => {
  expect(await warningsOf(predicate)).toEqual([sentence(name, same)]);
});

const quiet: readonly string[] = [
  "(one) => one.status === 'ACTIVE'",
  "(one) => one.id === '00u1'",
  "(one) => one.profile.department === null",
  "(one) => one.profile.department !== undefined && one.profile.department !== ''",
  "(one) => (one.profile.department ?? '').toLowerCase() === 'sales'",
];

test.for(quiet)("%s has no case to get wrong", async (predicate) => {
  expect(await warningsOf(predicate)).toEqual([]);
});

test("a group's name, an app's attribute and an identity provider's are texts of people too", async () => {
  const { warnings } = await reviewOf(
    snippet(
      "  const groups = await okta.listGroups({}).all()\n" +
        "  const group = groups.find((one) => one.profile.name === 'Admins')\n" +
        "  const people = await okta.listApplicationUsers({ appId: '0oa1' }).all()\n" +
        "  const linked = await okta.listIdentityProviderApplicationUsers({ idpId: '0oa2' }).all()\n" +
        "  const reds = linked.filter((one) => one.profile?.['team'] === 'Red').length\n" +
        "  return people.filter((one) => one.profile.nickname === 'Red').map((one) => ({ id: one.id, group: group?.id ?? null, reds }))",
    ),
  );
  expect(warnings.filter((one) => one.includes("letter by letter"))).toEqual([
    sentence("name", "same(one.profile.name, 'Admins')"),
    sentence("team", "same(one.profile?.['team'], 'Red')").replace("Line 5", "Line 8"),
    sentence("nickname", "same(one.profile.nickname, 'Red')").replace("Line 5", "Line 9"),
  ]);
});
