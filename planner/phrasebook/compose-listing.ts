import type { ComposedSnippet } from "./compose-users.ts";
import { listings } from "./listings.ts";
import { nameColumn } from "./read-listing.ts";
import type { ListingReading, SingleReading } from "./reading.ts";
import { SnippetText } from "./snippet-text.ts";
import { addApp, addGroup } from "./compose-driver.ts";

/** The snippet for one of the org's lists. */
export function composeListing(reading: ListingReading): ComposedSnippet {
  const listing = listings[reading.listing];
  if (listing === undefined) throw new TypeError(`no listing ${reading.listing}`);
  const snippet = new SnippetText();
  snippet.add(`const list = await okta.${listing.read}.all()`);
  const fields = listing.columns.map(([name, text]) => `  ${name}: ${text},`);
  snippet.add("const rows = list.map((item) => ({", ...fields, "}))");
  const tests = testsOf(reading, snippet);
  const kept = tests.length === 0 ? "rows" : `rows.filter((row) => ${tests.join(" && ")})`;
  if (reading.count) snippet.add(`const kept = ${kept}`, "return [{ count: kept.length }]");
  else snippet.add(`return ${kept}`);
  const said = sayListing(reading, listing.title);
  return { source: snippet.render(said), reading: said, definitions: [] };
}

function testsOf(reading: ListingReading, snippet: SnippetText): readonly string[] {
  const tests: string[] = [];
  if (reading.status !== undefined) tests.push(`row.status === '${reading.status}'`);
  if (reading.narrowing === "no-members") tests.push("row.members === 0");
  if (reading.narrowing === "no-apps") tests.push("row.apps === 0");
  if (reading.narrowing === "modes")
    tests.push(`(${reading.modes.map((one) => `row.signOnMode === '${one}'`).join(" || ")})`);
  const column = nameColumn(reading.listing);
  if (reading.nameTest !== undefined && column !== undefined) {
    const method = reading.nameTest.test === "contains" ? "includes" : "startsWith";
    const text = snippet.parameter("text", reading.nameTest.value);
    tests.push(`row.${column}.toLowerCase().${method}(${text}.toLowerCase())`);
  }
  return tests;
}

function sayListing(reading: ListingReading, title: string): string {
  const { status, nameTest, narrowing, modes } = reading;
  const parts = [
    status === undefined ? "" : `whose status is ${status}`,
    narrowing === "no-members" ? "without members" : "",
    narrowing === "no-apps" ? "without apps" : "",
    narrowing === "modes" ? `whose sign-on mode is ${modes.join(" or ")}` : "",
    nameTest === undefined
      ? ""
      : `whose name ${nameTest.test === "contains" ? "contains" : "starts with"} "${nameTest.value}"`,
  ].filter((one) => one !== "");
  const what = reading.count ? `Number of ${title.toLowerCase()}` : title;
  return [what, parts.join(" and ")].filter((one) => one !== "").join(" ");
}

/** The snippet for a question about one user, or one group and one app. */
export function composeSingle(reading: SingleReading): ComposedSnippet {
  const snippet = new SnippetText();
  const said = {
    user: `The user ${reading.name}`,
    "user-groups": `Groups of the user ${reading.name}`,
    "user-factors": `Factors of the user ${reading.name}, of any status`,
    "group-app": `Whether the group "${reading.name}" is assigned to the app "${reading.other ?? ""}"`,
  }[reading.about];
  if (reading.about === "group-app") addGroupApp(reading, snippet);
  else addUser(reading.about, reading.name, snippet);
  return { source: snippet.render(said), reading: said, definitions: [] };
}

function addUser(about: "user" | "user-groups" | "user-factors", name: string, snippet: SnippetText): void {
  const login = snippet.parameter("login", name);
  snippet.add(`const user = await okta.getUser({ id: ${login} })`);
  if (about === "user-groups") {
    snippet.add(
      "const groups = await okta.listUserGroups({ id: user.id }).all()",
      "return groups.map((group) => ({ id: group.id, name: group.profile.name, type: group.type, login: user.profile.login }))",
    );
  } else if (about === "user-factors") {
    snippet.add(
      "const factors = await okta.listFactors({ userId: user.id }).all()",
      "return factors.map((factor) => ({",
      "  id: factor.id,",
      "  factorType: factor.factorType,",
      "  status: factor.status,",
      "  login: user.profile.login,",
      "}))",
    );
  } else {
    const attributes = ["firstName", "lastName", "title", "department", "manager"];
    snippet.add(
      "return [",
      "  {",
      "    id: user.id,",
      "    login: user.profile.login,",
      "    email: user.profile.email,",
      "    status: user.status,",
      ...attributes.map((one) => `    ${one}: user.profile.${one} ?? null,`),
      "    created: user.created,",
      "    lastLogin: user.lastLogin ?? null,",
      "  },",
      "]",
    );
  }
}

function addGroupApp(reading: SingleReading, snippet: SnippetText): void {
  const group = addGroup(reading.name, snippet);
  const app = addApp(reading.other ?? "", snippet);
  snippet.add(
    `const assignments = await okta.listApplicationGroupAssignments({ appId: ${app}.id }).all()`,
    `const found = assignments.filter((one) => one.id === ${group}.id)`,
    `return [{ group: ${group}.profile.name, app: ${app}.label, assigned: found.length > 0 }]`,
  );
}
