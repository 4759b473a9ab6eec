// What a finding tells to write instead must itself pass.
import { expect, test } from "vitest";
import { findingsOf } from "./checked-snippet.ts";

function labelled(imported: string, before: string, call: string): string {
  return `import { ${imported} } from 'okta'

export const title = 'Users and how they are called'

${before}

export default async function () {
  const users = await okta.listUsers({}).all()
  return users.map((user) => ({ id: user.id, login: user.profile.login, called: ${call} }))
}
`;
}

async function helpsOf(source: string): Promise<readonly string[]> {
  return (await findingsOf(source)).map(({ code, help }) => `${code}: ${help}`);
}

const ofOkta =
  "For what Okta answered name Okta's own type, as User of import { okta, type User } from 'okta' and User['profile'] of what it holds; ";
const ofOptions = "an option of a helper is a parameter with a default, as (text: string, separator = ', ').";

test("a helper whose parameter has optional fields is told of Okta's type and of defaults, which pass", async () => {
  const source = labelled(
    "okta",
    "function call(profile: { firstName?: string | null; login: string }): string {\n  return profile.firstName ?? profile.login\n}",
    "call(user.profile)",
  );
  const followed = labelled(
    "okta, type User",
    "function call(profile: User['profile'], otherwise = '?'): string {\n  return profile.firstName ?? otherwise\n}",
    "call(user.profile)",
  );
  expect([await helpsOf(source), await helpsOf(followed)]).toEqual([
    [`gate/optional-property: ${ofOkta}${ofOptions}`],
    [],
  ]);
});

test("a type with a name that has optional fields may be of Okta's values, of rows or of options", async () => {
  const source = labelled(
    "okta",
    "interface Named {\n  firstName?: string | null\n}\n\nconst call = ({ firstName }: Named): string => firstName ?? '?'",
    "call(user.profile)",
  );
  expect(await helpsOf(source)).toEqual([`gate/optional-property: ${ofOkta}for rows write \`T | null\`; ${ofOptions}`]);
});

test("a filter that is pasted together is written again with the tag, which passes", async () => {
  const source = (search: string, imported: string): string => `import { ${imported} } from 'okta'

export const title = 'Active users of a department'
export const params = { department: 'Sales' }

export default async function ({ department }: typeof params) {
  const users = await okta.listUsers({ search: ${search} }).all()
  return users.map((user) => ({ id: user.id, login: user.profile.login }))
}
`;
  const text = 'profile.department eq ${department} and status eq "ACTIVE"';
  const pasted = text.replace("${department}", '"${department}"');
  expect([
    await helpsOf(source(`\`${pasted}\``, "okta")),
    await helpsOf(source(`'profile.department eq "' + department + '"'`, "okta")),
    await helpsOf(source(`filter\`${text}\``, "okta, filter")),
  ]).toEqual([
    [`filter/not-readable: Write it with the tag filter of 'okta': search: filter\`${text}\``],
    [
      "filter/not-readable: Write it with the tag filter of 'okta': search: filter`profile.department eq ${department}`",
    ],
    [],
  ]);
});
