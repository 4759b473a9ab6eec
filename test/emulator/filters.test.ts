import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import type { OrgDump } from "../../emulator/org-dump.ts";
import { asked, idsOf, readAll, send, textOf, type Item } from "./read-org.ts";

let org: Emulator;
let dump: OrgDump;

beforeAll(async () => {
  org = await startEmulator({ users: 900, now: Date.UTC(2026, 10, 1) });
  dump = org.dump();
});
afterAll(() => org.close());

const profile = (user: Item): Item => user["profile"] as Item;
const folded = (value: unknown): string => (typeof value === "string" ? value.trim().toLowerCase() : "");

const searches: readonly (readonly [string, (user: Item) => boolean])[] = [
  ['status eq "ACTIVE"', (user) => user["status"] === "ACTIVE"],
  ['status eq "DEPROVISIONED"', (user) => user["status"] === "DEPROVISIONED"],
  ['profile.department eq "ENGINEERING"', (user) => folded(profile(user)["department"]) === "engineering"],
  [
    'profile.department eq "Sales" or profile.department eq "Legal" and status eq "ACTIVE"',
    (user) =>
      folded(profile(user)["department"]) === "sales" ||
      (folded(profile(user)["department"]) === "legal" && user["status"] === "ACTIVE"),
  ],
  [
    '(profile.department eq "Sales" or profile.department eq "Legal") and status eq "SUSPENDED"',
    (user) => ["sales", "legal"].includes(folded(profile(user)["department"])) && user["status"] === "SUSPENDED",
  ],
  ['profile.lastName sw "o\'b"', (user) => folded(profile(user)["lastName"]).startsWith("o'b")],
  ['profile.firstName eq "zoë"', (user) => folded(profile(user)["firstName"]) === "zoë"],
  ['profile.email co "contractors"', (user) => folded(profile(user)["email"]).includes("contractors")],
  ['created gt "2026-09-01T00:00:00.000Z"', (user) => Date.parse(textOf(user["created"])) > Date.UTC(2026, 8, 1)],
  ["profile.manager pr", (user) => typeof profile(user)["manager"] === "string"],
  ["profile.remote eq true", (user) => profile(user)["remote"] === true],
  ['profile.skills eq "terraform"', (user) => (profile(user)["skills"] as string[]).includes("terraform")],
  ["profile.badgeNumber lt 1000100", (user) => Number(profile(user)["badgeNumber"]) < 1_000_100],
];

test.each(searches)("search %s gives the users that the dump says", async (search, wanted) => {
  const found = await readAll(org, `/api/v1/users?limit=50&${asked("search", search)}`);
  expect(idsOf(found)).toEqual(idsOf(dump.users.filter(wanted)));
});

test("a filter of users is case-sensitive and includes the deactivated", async () => {
  const login = textOf(profile(dump.users[7] ?? {})["login"]);
  const found = async (filter: string): Promise<readonly unknown[]> =>
    idsOf(await readAll(org, `/api/v1/users?${asked("filter", filter)}`));
  expect({
    exact: await found(`profile.login eq "${login}"`),
    upper: await found(`profile.login eq "${login.toUpperCase()}"`),
    gone: await found('status eq "DEPROVISIONED"'),
  }).toEqual({
    exact: [dump.users[7]?.["id"]],
    upper: [],
    gone: idsOf(dump.users.filter((user) => user["status"] === "DEPROVISIONED")),
  });
});

test("a sorted search is in order on every page", async () => {
  const path = `/api/v1/users?limit=60&${asked("search", 'status eq "ACTIVE"')}&sortBy=profile.lastName&sortOrder=desc`;
  const names = (await readAll(org, path)).map((user) => textOf(profile(user)["lastName"]).toLowerCase());
  const wanted = dump.users
    .filter((user) => user["status"] === "ACTIVE")
    .map((user) => textOf(profile(user)["lastName"]).toLowerCase());
  expect(names).toEqual(wanted.toSorted().toReversed());
});

test("apps are found by the ids of a user and of a group", async () => {
  const user = textOf(dump.appUsers[40]?.["userId"]);
  const group = textOf(dump.appGroups[3]?.["groupId"]);
  expect({
    byUser: idsOf(await readAll(org, `/api/v1/apps?${asked("filter", `user.id eq "${user}"`)}`)),
    byGroup: idsOf(await readAll(org, `/api/v1/apps?${asked("filter", `group.id eq "${group}"`)}`)),
  }).toEqual({
    byUser: dump.appUsers.filter((one) => one["userId"] === user).map((one) => one["appId"]),
    byGroup: dump.appGroups.filter((one) => one["groupId"] === group).map((one) => one["appId"]),
  });
});

test("groups are searched by type, name and source", async () => {
  const found = async (search: string): Promise<readonly unknown[]> =>
    idsOf(await readAll(org, `/api/v1/groups?${asked("search", search)}`));
  const named = (group: Item): string => textOf(profile(group)["name"]);
  expect({
    imported: await found('type eq "APP_GROUP"'),
    admins: await found('profile.name co "admin"'),
  }).toEqual({
    imported: idsOf(dump.groups.filter((group) => group["type"] === "APP_GROUP")),
    admins: idsOf(dump.groups.filter((group) => named(group).toLowerCase().includes("admin"))),
  });
});

test("log events are filtered by type and result, targets inside their list", async () => {
  const span = "since=2026-10-20T00:00:00Z&until=2026-10-31T00:00:00Z&limit=1000";
  const all = await readAll(org, `/api/v1/logs?${span}`);
  const target = textOf(dump.apps[6]?.["id"]);
  const found = await readAll(
    org,
    `/api/v1/logs?${span}&${asked("filter", `eventType eq "user.authentication.sso" and target.id eq "${target}"`)}`,
  );
  const targets = (event: Item): readonly Item[] => (event["target"] ?? []) as Item[];
  expect(found).toEqual(
    all.filter(
      (event) => event["eventType"] === "user.authentication.sso" && targets(event).some((one) => one["id"] === target),
    ),
  );
});

const refused: readonly (readonly [string, string])[] = [
  [`/api/v1/users?${asked("search", 'lastLogin lt "2026-01-01T00:00:00.000Z"')}`, "400 E0000031"],
  [`/api/v1/users?${asked("search", "passwordChanged pr")}`, "400 E0000031"],
  [`/api/v1/users?${asked("search", 'status ne "ACTIVE"')}`, "400 E0000031"],
  [`/api/v1/users?${asked("search", 'not (status eq "ACTIVE")')}`, "400 E0000031"],
  [`/api/v1/users?${asked("search", 'profile.department ew "ing"')}`, "400 E0000031"],
  [`/api/v1/users?${asked("search", 'profile.department co "ing"')}`, "400 E0000031"],
  [`/api/v1/users?${asked("search", 'profile.email co "ab"')}`, "400 E0000031"],
  [`/api/v1/users?${asked("search", 'profile.favouriteColour eq "red"')}`, "400 E0000031"],
  [`/api/v1/users?${asked("search", 'Status eq "ACTIVE"')}`, "400 E0000031"],
  [`/api/v1/users?${asked("search", "profile.department eq null")}`, "400 E0000031"],
  [`/api/v1/users?${asked("search", "status eq")}`, "400 E0000031"],
  [`/api/v1/users?${asked("search", 'status eq "ACTIVE"')}&${asked("filter", 'status eq "ACTIVE"')}`, "400 E0000033"],
  [`/api/v1/users?${asked("filter", "status eq")}`, "400 E0000053"],
  [`/api/v1/users?${asked("filter", 'profile.department eq "Sales"')}`, "400 E0000031"],
  [`/api/v1/apps?${asked("filter", 'signOnMode eq "SAML_2_0"')}`, "400 E0000031"],
  [`/api/v1/apps?${asked("filter", 'label eq "GitHub"')}`, "400 E0000031"],
  [`/api/v1/apps?${asked("filter", 'status eq "ACTIVE" and name eq "slack"')}`, "400 E0000031"],
  [`/api/v1/groups?${asked("filter", 'profile.name eq "Everyone"')}`, "400 E0000031"],
  ["/api/v1/users?after=nothing", "400 E0000029"],
  ["/api/v1/users?limit=none", "400 E0000001"],
  ["/api/v1/policies", "400 E0000028"],
  ["/api/v1/logs?since=yesterday", "400 E0000001"],
  ["/api/v1/logs?since=2020-01-01T00:00:00Z&until=2026-10-31T00:00:00Z", "400 E0000053"],
  [`/api/v1/logs?${asked("filter", 'published gt "2026-01-01T00:00:00Z"')}`, "400 E0000053"],
];

test.each(refused)("%s is refused with %s", async (path, wanted) => {
  const { status, text: body } = await send(org, path);
  expect(`${status} ${textOf((JSON.parse(body) as Item)["errorCode"])}`).toBe(wanted);
});
