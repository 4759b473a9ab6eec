import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import type { OrgDump } from "../../emulator/org-dump.ts";
import { read, readAll, send, textOf, type Item } from "./read-org.ts";

let org: Emulator;
let dump: OrgDump;
beforeAll(async () => {
  org = await startEmulator({ users: 300 });
  dump = org.dump();
});
afterAll(() => org.close());

const partOf = (item: Item | undefined, name: string): Item => (item?.[name] ?? {}) as Item;
const groupId = (name: string): string =>
  textOf(dump.groups.find((group) => partOf(group, "profile")["name"] === name)?.["id"]);

test("fields cuts users to what was asked for, with the id, on every page", async () => {
  const fields = encodeURIComponent("status,profile:(firstName, city)");
  const listed = await readAll(org, `/api/v1/users?limit=100&fields=${fields}`);
  const expected = dump.users
    .filter((user) => user["status"] !== "DEPROVISIONED")
    .map((user) => {
      const { firstName, city } = partOf(user, "profile");
      return { id: user["id"], status: user["status"], profile: { firstName, city } };
    });
  expect(listed).toEqual(JSON.parse(JSON.stringify(expected)));
});

test("the okta-response flag omitCredentials leaves the credentials out, of lists and of one user", async () => {
  const flags = 'application/json; okta-response="omitCredentials,omitCredentialsLinks, omitTransitioningToStatus"';
  const headers = { authorization: `SSWS ${org.token}`, "content-type": flags };
  const has = async (path: string): Promise<boolean> =>
    (await send(org, path, { headers })).text.includes('"credentials"');
  expect([await has("/api/v1/users?limit=5"), await has("/api/v1/users/me")]).toEqual([false, false]);
});

test("expand=app embeds the app that an imported group comes from", async () => {
  const groups = await readAll(org, "/api/v1/groups?expand=stats,app");
  const imported = groups.find((group) => group["id"] === groupId("Domain Users"));
  const own = groups.find((group) => group["id"] === groupId("Contractors"));
  const source = dump.apps.find((app) => app["name"] === "active_directory");
  expect([partOf(imported, "_embedded")["app"], Object.keys(partOf(own, "_embedded"))]).toEqual([
    { id: source?.["id"], name: "active_directory", label: source?.["label"], signOnMode: "AUTO_LOGIN" },
    ["stats"],
  ]);
});

test("expand=group-rules names the rule by which a member is in, and nothing for who was added by hand", async () => {
  const rulesOf = async (name: string): Promise<readonly unknown[]> => {
    const [member] = await read(org, `/api/v1/groups/${groupId(name)}/users?limit=1&expand=group-rules`);
    return (partOf(member, "_embedded")["group-rules"] as readonly Item[]).map((rule) => rule["name"]);
  };
  expect([await rulesOf("Department: Sales"), await rulesOf("Contractors")]).toEqual([["Put Sales in its group"], []]);
});

test("rules come with the names of their groups, and assignments with metadata", async () => {
  const [rule] = await read(org, "/api/v1/groups/rules?limit=1&expand=groupIdToGroupNameMap");
  const app = textOf(dump.apps.find((one) => one["label"] === "GitHub")?.["id"]);
  const [assigned] = await read(org, `/api/v1/apps/${app}/groups?expand=metadata`);
  expect([partOf(rule, "_embedded"), partOf(assigned, "_embedded")]).toEqual([
    { groupIdToGroupNameMap: { [groupId("Department: Engineering")]: "Department: Engineering" } },
    { metadata: { credentials: {}, profile: {} } },
  ]);
});
