import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { asked, idsOf, read, readAll, send, textOf, type Answered, type Item } from "./read-org.ts";

let org: Emulator;
beforeAll(async () => {
  org = await startEmulator({ users: 300 });
});
afterAll(() => org.close());

const write = (method: string, path: string, body?: object, at: Emulator = org): Promise<Answered> =>
  send(at, path, {
    method,
    headers: { authorization: `SSWS ${at.token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const bodyOf = (answered: Answered): Item => JSON.parse(answered.text) as Item;
const profileOf = (item: Item | undefined): Item => (item?.["profile"] ?? {}) as Item;
const groupNamed = (name: string): string =>
  textOf(org.dump().groups.find((group) => profileOf(group)["name"] === name)?.["id"]);
const appNamed = (label: string): string => textOf(org.dump().apps.find((app) => app["label"] === label)?.["id"]);
const create = async (login: string, at: Emulator = org): Promise<string> => {
  const profile = { login, email: login, firstName: "Ada", lastName: "New", department: "Sales" };
  return textOf(bodyOf(await write("POST", "/api/v1/users", { profile }, at))["id"]);
};

test("a user who is created has what was written and nothing else, and is in Everyone", async () => {
  const profile = { login: "ada@acme.example", email: "ada@acme.example", firstName: "Ada", lastName: "Lovelace" };
  const made = bodyOf(await write("POST", "/api/v1/users?activate=false", { profile }));
  const id = textOf(made["id"]);
  expect({
    status: made["status"],
    profile: made["profile"],
    read: await read<Item>(org, `/api/v1/users/ada@acme.example`).then((user) => user["id"]),
    found: idsOf(await read(org, `/api/v1/users?${asked("search", 'profile.lastName eq "Lovelace"')}`)).includes(id),
    factors: await read(org, `/api/v1/users/${id}/factors`),
    groups: (await read(org, `/api/v1/users/${id}/groups`)).map((group) => profileOf(group)["name"]),
    dumped: org.dump().users.some((user) => user["id"] === id),
  }).toEqual({
    status: "STAGED",
    profile: { ...profile, mobilePhone: null, secondEmail: null },
    read: id,
    found: true,
    factors: [],
    groups: ["Everyone"],
    dumped: true,
  });
});

test("a write that Okta would refuse is refused with its error", async () => {
  const taken = textOf(profileOf(org.dump().users[4])["login"]);
  const refused = [
    await write("POST", "/api/v1/users", { profile: { login: "x@acme.example" } }),
    await write("POST", "/api/v1/users", { profile: { login: taken, email: taken, firstName: "A", lastName: "B" } }),
    await write("POST", "/api/v1/groups", { profile: { name: "Contractors" } }),
    await write("PUT", `/api/v1/groups/${groupNamed("Everyone")}`, { profile: { name: "All" } }),
    await write("POST", "/api/v1/users/nobody/lifecycle/suspend"),
    await send(org, "/api/v1/users", { method: "POST", headers: { authorization: `SSWS ${org.token}` }, body: "{" }),
  ];
  expect(refused.map((one) => `${one.status} ${textOf(bodyOf(one)["errorCode"])}`)).toEqual([
    "400 E0000001",
    "400 E0000001",
    "400 E0000001",
    "501 E0000060",
    "404 E0000007",
    "400 E0000003",
  ]);
});

test("an update merges the profile, and reads, lists and the dump all show it", async () => {
  const user = org.dump().users.find((one) => one["status"] === "ACTIVE" && profileOf(one)["department"] === "Sales");
  const id = textOf(user?.["id"]);
  const updated = bodyOf(
    await write("POST", `/api/v1/users/${id}`, { profile: { department: "Legal", city: "Wien" } }),
  );
  const listed = (await readAll(org, "/api/v1/users?limit=200")).find((one) => one["id"] === id);
  const expected = JSON.parse(JSON.stringify({ ...profileOf(user), department: "Legal", city: "Wien" })) as Item;
  expect([profileOf(updated), profileOf(listed)]).toEqual([expected, expected]);
});

test("a life runs by Okta's statuses, and who is deactivated loses every app", async () => {
  const id = await create("grace@acme.example");
  const group = groupNamed("GitHub Users");
  const seen: unknown[] = [];
  const note = async (move: string): Promise<void> => {
    const { status } = await write("POST", `/api/v1/users/${id}/lifecycle/${move}`);
    seen.push(`${move} ${status} ${textOf((await read<Item>(org, `/api/v1/users/${id}`))["status"])}`);
  };
  await write("PUT", `/api/v1/groups/${group}/users/${id}`);
  const withApps = idsOf(await readAll(org, `/api/v1/apps?${asked("filter", `user.id eq "${id}"`)}`));
  for (const move of ["suspend", "deactivate", "deactivate", "activate"]) await note(move);
  await write("DELETE", `/api/v1/users/${id}`);
  const without = await readAll(org, `/api/v1/apps?${asked("filter", `user.id eq "${id}"`)}`);
  const gone = [(await write("DELETE", `/api/v1/users/${id}`)).status, (await send(org, `/api/v1/users/${id}`)).status];
  const members = idsOf(await readAll(org, `/api/v1/groups/${group}/users`));
  expect([seen, withApps.includes(appNamed("GitHub")), without, gone, members.includes(id)]).toEqual([
    [
      "suspend 403 PROVISIONED",
      "deactivate 200 DEPROVISIONED",
      "deactivate 403 DEPROVISIONED",
      "activate 200 PROVISIONED",
    ],
    true,
    [],
    [204, 404],
    false,
  ]);
});

test("groups and assignments give and take apps; a direct assignment outlives the group's", async () => {
  const id = await create("joan@acme.example");
  const app = appNamed("Figma");
  const group = bodyOf(await write("POST", "/api/v1/groups", { profile: { name: "Drawers", description: "new" } }));
  const path = `/api/v1/groups/${textOf(group["id"])}`;
  const scope = async (): Promise<unknown> => {
    const answered = await send(org, `/api/v1/apps/${app}/users/${id}`);
    return answered.status === 200 ? bodyOf(answered)["scope"] : answered.status;
  };
  const seen = [await scope()];
  await write("PUT", `${path}/users/${id}`);
  await write("PUT", `/api/v1/apps/${app}/groups/${textOf(group["id"])}`, {});
  seen.push(await scope());
  await write("POST", `/api/v1/apps/${app}/users`, { id });
  seen.push(await scope());
  const renamed = await write("PUT", path, { profile: { name: "Painters" } });
  const deleted = (await write("DELETE", path)).status;
  seen.push(await scope());
  seen.push((await write("DELETE", `/api/v1/apps/${app}/users/${id}`)).status, await scope());
  expect([seen, profileOf(bodyOf(renamed))["name"], deleted, (await send(org, path)).status]).toEqual([
    [404, "GROUP", "USER", "USER", 204, 404],
    "Painters",
    204,
    404,
  ]);
});

test("a narrow role writes within its reach alone, and a reader not at all", async () => {
  const narrow = await startEmulator({
    users: 200,
    tokenRole: { type: "USER_ADMIN", groups: ["Contractors"] },
    tokenRoles: [{ type: "READ_ONLY_ADMIN" }],
  });
  const dump = narrow.dump();
  const contractors = dump.groups.find((group) => profileOf(group)["name"] === "Contractors");
  const inside = textOf(dump.groupMembers.find((one) => one["groupId"] === contractors?.["id"])?.["userId"]);
  const members = new Set(
    dump.groupMembers.filter((one) => one["groupId"] === contractors?.["id"]).map((one) => one["userId"]),
  );
  const outside = textOf(dump.users.find((user) => !members.has(user["id"]))?.["id"]);
  const change = { profile: { nickName: "Nick" } };
  const reader = { authorization: `SSWS ${narrow.tokens[0] ?? ""}` };
  const seen = [
    (await write("POST", `/api/v1/users/${inside}`, change, narrow)).status,
    (await write("POST", `/api/v1/users/${outside}`, change, narrow)).status,
    (await send(narrow, `/api/v1/users/${inside}`, { method: "POST", headers: reader, body: "{}" })).status,
  ];
  await narrow.close();
  expect(seen).toEqual([200, 403, 403]);
});

test("a write shows at once in a read and late in a search", async () => {
  let nowMs = Date.UTC(2026, 10, 2);
  const late = await startEmulator({ users: 60, now: nowMs, clock: () => nowMs, searchLagMs: 800 });
  const id = await create("late@acme.example", late);
  const inSearch = async (): Promise<boolean> =>
    idsOf(await read(late, `/api/v1/users?${asked("search", 'profile.lastName eq "New"')}`)).includes(id);
  const department = async (): Promise<unknown> =>
    profileOf((await read(late, `/api/v1/users?${asked("search", `id eq "${id}"`)}`))[0])["department"];
  const seen: unknown[] = [(await send(late, `/api/v1/users/${id}`)).status, await inSearch()];
  nowMs += 801;
  seen.push(await inSearch());
  await write("POST", `/api/v1/users/${id}`, { profile: { department: "Legal" } }, late);
  seen.push(profileOf(await read<Item>(late, `/api/v1/users/${id}`))["department"], await department());
  nowMs += 801;
  seen.push(await department());
  await late.close();
  expect(seen).toEqual([200, false, true, "Legal", "Sales", "Legal"]);
});
