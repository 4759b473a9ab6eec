import { afterAll, beforeAll, expect, test } from "vitest";
import { check } from "../../main/check.ts";
import { run } from "../../main/run.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { type ChangedHouse, openChangedHouse } from "./changed-house.ts";

/** Custom attributes that an administrator has added to every app of the org, and whether the credential may read apps' schemas. */
const added = new Set<string>();
let mayAppsBeRead = true;
let appSchemasAsked = 0;

function changeSchema(path: string, text: string): string {
  if (!path.startsWith("/api/v1/meta/schemas/apps/")) return text;
  appSchemasAsked += 1;
  if (!mayAppsBeRead) return "<html>";
  const schema = JSON.parse(text);
  const { properties } = schema.definitions.custom;
  for (const name of added) properties[name] = { title: name, type: "string", scope: "NONE" };
  return JSON.stringify(schema);
}

let place: ChangedHouse;
beforeAll(async () => {
  place = await openChangedHouse(changeSchema);
});
afterAll(() => place.close());

function snippetOf(app: string, attribute: string): string {
  return `import { okta, named } from 'okta'

export const title = 'Users of an app and their ${attribute}'
export const params = { app: '${app}' }

export default async function ({ app }: typeof params) {
  const apps = await okta.listApplications({}).all()
  const users = await okta.listApplicationUsers({ appId: named(apps, 'label', app).id }).all()
  return users.map((one) => ({ id: one.id, ${attribute}: one.profile.${attribute} ?? null }))
}
`;
}

/** What a check says without asking the org: the message and the end of the help of each finding; else its warnings about apps. */
async function said(app: string, attribute: string): Promise<readonly string[]> {
  const result = await check(place.house, snippetOf(app, attribute));
  return result.kind === "findings"
    ? result.findings.map((one) => `${one.line}: ${one.message} … ${one.help.replace(/^.*?(An app's own|$)/, "$1")}`)
    : result.review.warnings.filter((one) => one.includes("app"));
}

const notOfApp = (attribute: string): string =>
  `9: Property '${attribute}' does not exist on type 'AppUserProfile'. … `;
const because = (why: string): string =>
  `An app's own attributes may not be known here, because ${why}: name the app by its label in the snippet and run it, or run attest doctor, with a credential that may read apps and schemas (okta.apps.read, okta.schemas.read).`;

// One org and one data folder: each test goes on from what the one before has made known.

test("where apps' schemas cannot be read, one request tells so, the usual attributes serve, and doctor and review say it", async () => {
  mayAppsBeRead = false;
  appSchemasAsked = 0;
  const line = await place.schemaLine();
  mayAppsBeRead = true;
  expect({
    line,
    asked: appSchemasAsked,
    usual: await said("GitHub", "email"),
    own: await said("GitHub", "role"),
  }).toEqual({
    line: "poor: 41 user attributes; the attributes of app users cannot be read.",
    asked: 1,
    usual: [
      "Not every attribute of the apps' users is known, because the schema of none of the org's apps was read: what an app keeps in one of its own may not be looked at.",
    ],
    own: [notOfApp("role") + because("the schema of none of the org's apps was read")],
  });
});

test("a run reads the schema of the app that its snippet names, of no other, and only once a day", async () => {
  appSchemasAsked = 0;
  const results: unknown[] = [];
  const sources = ["salesforceGroups", "salesforceGroups", "wingspan"].map((one) =>
    snippetOf("Salesforce Sandbox", one),
  );
  const withoutProfile = snippetOf("Slack", "status").replace("one.profile.status", "one.status");
  for (const source of [withoutProfile, ...sources]) {
    const result = await run(place.house, { source, parameters: {} }, silentFront);
    results.push([result.kind, appSchemasAsked]);
  }
  expect(results).toEqual([
    ["report", 0],
    ["report", 1],
    ["report", 1],
    ["findings", 1],
  ]);
});

test("a custom attribute of apps' users type-checks after doctor has read the apps' schemas; one that no app has is a finding", async () => {
  const before = await said("GitHub", "badgeColour");
  const first = await place.schemaLine();
  const lacking = await said("GitHub", "badgeColour");
  added.add("badgeColour");
  const second = await place.schemaLine();
  expect({ before, first, lacking, second, after: await said("GitHub", "badgeColour") }).toEqual({
    before: [notOfApp("badgeColour") + because("the schemas of 45 of the org's 46 apps were not read")],
    first: `good: 41 user attributes; 29 attributes of the users of 46 apps.`,
    lacking: [notOfApp("badgeColour")],
    second: "good: 41 user attributes; 30 attributes of the users of 46 apps; 1 new (app user badgeColour).",
    after: [],
  });
});

test("a review says which apps have an attribute that not all have, unless the snippet names one of them", async () => {
  expect([await said("GitHub", "role"), await said("Zoom", "role")]).toEqual([
    [],
    ["Only 2 of 46 apps have the attribute profile.role: GitHub, GitHub (old). Users of the others have none."],
  ]);
});
