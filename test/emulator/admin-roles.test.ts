import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import type { OrgDump } from "../../emulator/org-dump.ts";
import { asked, idsOf, send, textOf, type Answered, type Item } from "./read-org.ts";

let org: Emulator;
let dump: OrgDump;
const names = ["group", "app", "desk", "fields", "readOnly"] as const;

beforeAll(async () => {
  org = await startEmulator({
    users: 400,
    now: Date.UTC(2026, 10, 1),
    tokenRoles: [
      { type: "USER_ADMIN", groups: ["Contractors", "Department: Legal"] },
      { type: "APP_ADMIN", apps: ["GitHub", "Slack"] },
      { type: "HELP_DESK_ADMIN" },
      {
        type: "CUSTOM",
        label: "Contractor viewer",
        permissions: ["okta.users.read", "okta.groups.read"],
        resources: ["groups/Contractors", "groups/Contractors/users"],
        hides: ["mobilePhone", "salaryBand", "department"],
      },
      { type: "READ_ONLY_ADMIN" },
    ],
  });
  dump = org.dump();
});
afterAll(() => org.close());

const as = (name: (typeof names)[number], path: string, init: { method?: string } = {}): Promise<Answered> =>
  send(org, path, { ...init, headers: { authorization: `SSWS ${org.tokens[names.indexOf(name)] ?? ""}` } });
const itemsOf = async (name: (typeof names)[number], path: string): Promise<readonly Item[]> =>
  JSON.parse((await as(name, path)).text) as readonly Item[];
const groupId = (name: string): string =>
  textOf(dump.groups.find((group) => (group["profile"] as Item)["name"] === name)?.["id"]);
const membersOf = (...groups: readonly string[]): ReadonlySet<unknown> =>
  new Set(
    dump.groupMembers.filter((one) => groups.map(groupId).includes(textOf(one["groupId"]))).map((one) => one["userId"]),
  );

test("a group admin's lists hold its groups and their members, and nothing says that there is more", async () => {
  const members = membersOf("Contractors", "Department: Legal");
  const users = await as("group", "/api/v1/users?limit=200");
  const expected = dump.users.filter((user) => members.has(user["id"]) && user["status"] !== "DEPROVISIONED");
  expect({
    status: users.status,
    users: idsOf(JSON.parse(users.text) as readonly Item[]),
    groups: idsOf(await itemsOf("group", "/api/v1/groups")),
    apps: await itemsOf("group", "/api/v1/apps"),
    found: (await itemsOf("group", `/api/v1/users?${asked("search", 'profile.department eq "Sales"')}`)).every((user) =>
      members.has(user["id"]),
    ),
  }).toEqual({
    status: 200,
    users: idsOf(expected),
    groups: [groupId("Contractors"), groupId("Department: Legal")],
    apps: [],
    found: true,
  });
});

test("an admin of all groups does not see Everyone", async () => {
  const groups = idsOf(await itemsOf("desk", "/api/v1/groups"));
  expect(groups).toEqual(idsOf(dump.groups).filter((id) => id !== groupId("Everyone")));
});

test("an app admin sees its apps and every user", async () => {
  const apps = await itemsOf("app", "/api/v1/apps?limit=200");
  const user = textOf(dump.appUsers.find((one) => one["appId"] === apps[0]?.["id"])?.["userId"]);
  const ofUser = await itemsOf("app", `/api/v1/apps?${asked("filter", `user.id eq "${user}"`)}`);
  const users = await itemsOf("app", "/api/v1/users?limit=200");
  expect({
    labels: apps.map((app) => app["label"]),
    ofUser: ofUser.every((app) => ["GitHub", "Slack"].includes(textOf(app["label"]))),
    users: users.length,
  }).toEqual({ labels: ["GitHub", "Slack"], ofUser: true, users: 200 });
});

test("what is out of reach is a 403 where it is asked for by name", async () => {
  const inside = membersOf("Contractors", "Department: Legal");
  const outside = textOf(dump.users.find((user) => !inside.has(user["id"]) && user["status"] === "ACTIVE")?.["id"]);
  const paths = [
    `/api/v1/users/${outside}`,
    `/api/v1/users/${outside}/factors`,
    `/api/v1/groups/${groupId("Everyone")}`,
    `/api/v1/apps/${textOf(dump.apps[6]?.["id"])}`,
    "/api/v1/logs",
    "/api/v1/policies?type=PASSWORD",
    "/api/v1/iam/assignees/users",
    "/api/v1/groups/rules",
  ];
  const seen: unknown[] = [];
  for (const path of paths) {
    const { status, text } = await as("group", path);
    seen.push(`${status} ${textOf((JSON.parse(text) as Item)["errorCode"])}`);
  }
  expect(seen).toEqual(paths.map(() => "403 E0000006"));
});

test("a role with a condition hides profile fields, everywhere that a user stands, and from searches", async () => {
  const [first] = await itemsOf("fields", "/api/v1/users?limit=1");
  const id = textOf(first?.["id"]);
  const whole = dump.users.find((user) => user["id"] === id)?.["profile"] as Item;
  const { mobilePhone, salaryBand, department, ...rest } = whole;
  const one = JSON.parse((await as("fields", `/api/v1/users/${id}`)).text) as Item;
  const member = (await itemsOf("fields", `/api/v1/groups/${groupId("Contractors")}/users`)).find(
    (user) => user["id"] === id,
  );
  const search = await itemsOf("fields", `/api/v1/users?${asked("search", "profile.department pr")}`);
  const either = await as("fields", `/api/v1/users?${asked("search", "id pr or status pr")}`);
  expect({
    either: either.status,
    had: [mobilePhone, salaryBand, department].some((value) => value !== undefined),
    profiles: [first?.["profile"], one["profile"], member?.["profile"]],
    search,
  }).toEqual({ either: 400, had: true, profiles: JSON.parse(JSON.stringify([rest, rest, rest])), search: [] });
});

test("every admin reads its own roles, targets, custom role and resource set", async () => {
  const rolesOf = (name: (typeof names)[number]): Promise<readonly Item[]> => itemsOf(name, "/api/v1/users/me/roles");
  const [groupRole] = await rolesOf("group");
  const [appRole] = await rolesOf("app");
  const [custom] = await rolesOf("fields");
  const groups = await itemsOf("group", `/api/v1/users/me/roles/${textOf(groupRole?.["id"])}/targets/groups`);
  const apps = await itemsOf("app", `/api/v1/users/me/roles/${textOf(appRole?.["id"])}/targets/catalog/apps`);
  const permissions = JSON.parse(
    (await as("fields", `/api/v1/iam/roles/${textOf(custom?.["role"])}/permissions`)).text,
  ) as { readonly permissions: readonly Item[] };
  const resources = JSON.parse(
    (await as("fields", `/api/v1/iam/resource-sets/${textOf(custom?.["resource-set"])}/resources`)).text,
  ) as { readonly resources: readonly { readonly _links: { readonly self: { readonly href: string } } }[] };
  const other = await as("fields", `/api/v1/iam/resource-sets/${textOf("Everything readable")}`);
  expect({
    types: [groupRole?.["type"], appRole?.["type"], custom?.["type"], (await rolesOf("readOnly"))[0]?.["type"]],
    groups: groups.map((group) => (group["profile"] as Item)["name"]),
    apps: apps.map((app) => app["displayName"]),
    permissions: permissions.permissions.map((one) => [one["label"], one["conditions"]]),
    resources: resources.resources.map((one) => one._links.self.href.replace(`${org.origin}/api/v1/`, "")),
    other: other.status,
  }).toEqual({
    types: ["USER_ADMIN", "APP_ADMIN", "CUSTOM", "READ_ONLY_ADMIN"],
    groups: ["Contractors", "Department: Legal"],
    apps: ["GitHub", "Slack"],
    permissions: [
      [
        "okta.users.read",
        { exclude: { "okta:ResourceAttribute/User/Profile": ["mobilePhone", "salaryBand", "department"] } },
      ],
      ["okta.groups.read", null],
    ],
    resources: [`groups/${groupId("Contractors")}`, `groups/${groupId("Contractors")}/users`],
    other: 403,
  });
});

test("a role that is taken away refuses from then on", async () => {
  const small = await startEmulator({ users: 30 });
  const seen = [(await send(small, "/api/v1/users")).status];
  small.changeTokenRole("none");
  seen.push((await send(small, "/api/v1/users")).status);
  small.changeTokenRole({ type: "USER_ADMIN", groups: ["Contractors"] });
  const users = JSON.parse((await send(small, "/api/v1/users")).text) as readonly Item[];
  const all = small.dump().users.length;
  await small.close();
  expect([seen, users.length < all]).toEqual([[200, 403], true]);
});

test("a role over a group that is not there keeps the org from starting", async () => {
  await expect(
    startEmulator({ users: 20, tokenRole: { type: "USER_ADMIN", groups: ["Nobody"] } }),
  ).rejects.toMatchObject({
    code: "emulator/bad-option",
    details: { option: "role", value: "Nobody" },
  });
});

test("nobody in a group with a role is deactivated; other groups keep their deactivated members", () => {
  const admin = new Set(dump.groupRoles.map((role) => role["groupId"]));
  const gone = new Set(dump.users.filter((user) => user["status"] === "DEPROVISIONED").map((user) => user["id"]));
  const members = dump.groupMembers.filter((one) => gone.has(one["userId"]));
  expect([members.some((one) => admin.has(one["groupId"])), members.length > 0]).toEqual([false, true]);
});
